// All that Build Image… may ask, with what the Dockerfile itself says; Build Again asks nothing.
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { until } from "../../scripts/engine-api.ts";
import { busybox, cleanUp, engine, isPodman } from "../engine/engine.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const dockerfile = `FROM ${busybox} AS tools
LABEL dockwright.test=1
ARG WHO=nobody
ARG WHERE
RUN --mount=type=secret,id=token --mount=type=ssh \\
    echo "for $WHO in $WHERE with $(cat /run/secrets/token), $(date +%s%N)" > /said; cat /said
FROM tools AS app
RUN false
`;

let ui: Workbench;
before(async () => {
  ui = await openWorkbench({
    name: "build-questions",
    size: { width: 1500, height: 1300 },
    files: { "ask/Dockerfile": dockerfile, "token.txt": "a word" },
  });
});
after(async () => {
  await ui?.close();
  await cleanUp();
});

const imageId = async (): Promise<string> =>
  JSON.parse((await engine("GET", "/images/asked:1/json")).body).Id;

test("a build asks for all that its Dockerfile leaves open, and is repeated without a question", {
  timeout: 200_000,
}, async (context) => {
  if (isPodman) return context.skip("secrets need BuildKit");
  await ui.openFile("ask/Dockerfile");
  await ui.command("Docker: Build Image…");
  await ui.answer("Tag of the image", "asked:1");
  await ui.question("Which stage do you want to build?");
  await ui.shot("stage");
  await ui.pick("Which stage do you want to build?", "tools");
  await ui.question("Which build arguments do you want to set?");
  await ui.shot("arguments");
  await ui.tick("Which build arguments do you want to set?", "WHO");
  await ui.answer("Build argument WHO", "나 and you");
  await ui.answer("Build argument WHERE", "Seoul");
  await ui.question("File with the secret token");
  await ui.shot("secret");
  await ui.answer("File with the secret token", join(ui.workspace, "token.txt"));
  await ui.question("Options");
  await ui.shot("options");
  await ui.tick("Options", "--no-cache", "--platform");
  await ui.answer("Platform", `linux/${process.arch === "arm64" ? "arm64" : "amd64"}`);
  await ui.terminalShows("Built asked:1");
  await ui.terminalShows("--target tools --platform linux/");
  await ui.terminalShows("for 나 and you in Seoul with a word,");
  await ui.shot("built");
  const first = await imageId();

  await ui.openFile("ask/Dockerfile");
  await ui.command("Docker: Build Again");
  const second = await until("another image", async () => {
    const id = await imageId();
    return id !== first && id;
  });
  const { body } = await engine("GET", `/images/${second}/history`);
  assert.match(body, /WHO=나 and you WHERE=Seoul/);
  await ui.shot("again");
});
