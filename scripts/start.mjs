// `npm start`: an engine, and a VS Code with the extension in it and the samples open: the desktop's
// if `code` is at hand, else one in the browser. Ends with Ctrl-C, and takes along what it has
// started. `npm start -- --check` opens the page by itself, waits until it stands, and ends with 0 or 1.
import { provideEditor, provideVsix, startEditor } from "./editor.ts";
import { checkPage } from "./start/check.ts";
import { desktopLine, openDesktop } from "./start/desktop.ts";
import { findEngine } from "./start/find-engine.ts";

const begun = Date.now();
const check = process.argv.includes("--check");
const { engine, environment } = await findEngine();
const desktop = check ? undefined : desktopLine(process.env, process.platform, process.getuid?.());
let editor;
let ending = false;
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => end(0));

if (desktop) {
  openDesktop(desktop, environment);
  say("VS Code opens with the extension in development and the samples. Look at the Docker icon.");
  if (engine?.started) say("Ctrl-C ends the engine.");
  else await end(0);
} else {
  provideEditor("newest");
  editor = await startEditor({
    version: "newest",
    data: ".dockwright/editor",
    keep: true,
    // The bootstrap has just built it.
    vsix: provideVsix(true),
    env: environment,
  });
  const address = editor.url("samples");
  if (check) await end((await checkPage(address, engine !== undefined)) ? 0 : 1);
  else {
    say(`Open ${address}`);
    say("Look at the Docker icon on the left, and at mistakes/Dockerfile. Ctrl-C ends it all.");
  }
}

function say(text) {
  console.log(`${text} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
}

async function end(code) {
  if (ending) return;
  ending = true;
  await editor?.stop();
  await engine?.stop();
  process.exit(code);
}
