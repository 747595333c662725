// Loaded into a server before it starts (`--require`): tells the bench, when asked over the channel
// between the two processes, how many bytes of its heap are in use.
const { getHeapStatistics } = require("node:v8");

process.on("message", (message) => {
  if (message === "heap") process.send(getHeapStatistics().used_heap_size);
});
// The server ends with its client, not with this channel.
process.channel.unref();
