// `npm start`: an engine, a VS Code in the browser with the packaged extension in it, the samples
// open. Ends with Ctrl-C, and takes along what it has started.
import { provideEditor, provideVsix, startEditor } from "./editor.ts";
import { startEngine } from "./engine.ts";
import { answers } from "./engine-api.ts";
import { provideImages } from "./engine-images.ts";

const usual = process.env.DOCKER_HOST?.replace(/^unix:\/\//, "") ?? "/var/run/docker.sock";
const engine = await findEngine();
console.log(engine ? `Engine: ${engine.socket}` : "No engine: the editor's half works without.");
provideEditor("newest");
const editor = await startEditor({
  version: "newest",
  data: ".dockwright/editor",
  vsix: provideVsix(),
  env: engine ? { DOCKER_HOST: `unix://${engine.socket}` } : {},
});
console.log(`Open ${editor.url("samples")}`);
console.log("Look at the Docker icon on the left, and at mistakes/Dockerfile. Ctrl-C ends it all.");
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, end);

/** The engine that answers already; else one of our own, where we may start one. */
async function findEngine() {
  if (await answers(usual)) {
    await provideImages(usual).catch((error) => console.log(`No sample images: ${error.message}`));
    return { socket: usual, stop: async () => {} };
  }
  console.log("No engine answers; starting one below .dockwright/ if this machine allows it …");
  return startEngine("start", { fresh: false }).catch((error) => console.log(error.message));
}

async function end() {
  await editor.stop();
  await engine?.stop();
  process.exit(0);
}
