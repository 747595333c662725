// Loaded before every file of the engine layers: a rejection that nobody handles fails the file, whoever caused it.
const unhandled: unknown[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));
process.on("exit", () => {
  if (unhandled.length === 0) return;
  for (const reason of unhandled)
    console.log(`unhandled rejection: ${reason instanceof Error ? reason.stack : reason}`);
  process.exitCode = 1;
});
