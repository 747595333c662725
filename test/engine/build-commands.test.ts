// Build Image… and Build Again on a real engine: what they ask, and what comes of it in their terminal.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { tearDown, tree } from "./building.ts";
import { createImage, panel, Screen } from "./commands.ts";
import { busybox, socket } from "./engine.ts";
import { runs } from "./scripted-tasks.ts";
import { type Answer, fake, lines, script, settings, shown, terminals } from "./scripted-vscode.ts";

const { run, object, dispose } = panel();
const nobody = panel("/tmp/dockwright-test-nobody.sock");
after(async () => {
  dispose();
  nobody.dispose();
  await tearDown();
});

const dockerfile = `FROM ${busybox}\nLABEL dockwright.test=1\nRUN echo step-$((40+2))\n`;
const folder = tree({ Dockerfile: dockerfile });
const clicked = [fake.Uri.file(`${folder}/Dockerfile`)];

test("Build Image… builds in a terminal what was chosen, and Build Again asks nothing", async () => {
  script("build/command:1", ["--no-cache"]);
  await run("builds.build", [], clicked);
  const line = `docker build -t build/command:1 --no-cache ${folder}`;
  assert.deepEqual(lines, [line]);
  const screen = new Screen();
  await screen.shows(/step-42[\s\S]*Enter to build again/);
  assert.ok(screen.text.includes(`$ ${line}`));
  const { id } = await object("image", "build/command:1");

  script();
  await run("builds.buildAgain");
  assert.deepEqual(lines, [line]);
  await screen.shows(/Enter to build again[\s\S]*Enter to build again/);
  await object("image", "build/command:1", (image) => image.id.length === id.length);
});

test("a dismissed question builds nothing; where no engine listens, the terminal says it", async () => {
  const before = terminals.length;
  script(undefined);
  await run("builds.build", [], clicked);
  assert.equal(terminals.length, before);

  script("build/nobody:1", []);
  await nobody.run("builds.build", [], clicked);
  await new Screen().shows(/No engine listens[\s\S]*Enter to build again/);
});

test("a person's own line stands in place of ours, and is asked for no more than it says", async () => {
  settings.set("commands.build", "echo own ${arguments}");
  script("build/own:1", []);
  await run("builds.build", [], clicked);
  assert.equal(runs.at(-1)?.output.trim(), `own -t build/own:1 ${folder}`);

  settings.set("commands.build", "echo ${tag} of ${dockerfile} in ${context}");
  script("build/own:2");
  await run("builds.build", [], clicked);
  const told = `build/own:2 of ${folder}/Dockerfile in ${folder}`;
  assert.equal(runs.at(-1)?.output.trim(), told);
  script();
  await run("builds.buildAgain");
  assert.equal(runs.at(-1)?.output.trim(), told);

  // What does not fit this file leaves it to ours.
  settings.set("commands.build", { template: "echo other", match: "elsewhere" });
  script("build/own:3", undefined);
  await run("builds.build", [], clicked);
  assert.equal(shown.length, 2);
  settings.clear();
});

/** Answers a question with what stands there. */
const asIs: Answer = (_, { detail }) => detail;
/** Ticks what is ticked already. */
const asTicked: Answer = (choices, { detail }) => {
  const rows = detail.split("\n");
  return choices.filter((_choice, at) => rows[at]?.startsWith("x"));
};

test("each question comes with what the Dockerfile says, and its answer reaches the build", async () => {
  const asks = tree({
    "token.txt": "a word",
    Dockerfile: `FROM ${busybox} AS tools
LABEL dockwright.test=1
ARG WHO=nobody
ARG WHERE
RUN --mount=type=secret,id=token --mount=type=ssh,required \\
    test -S "$SSH_AUTH_SOCK" && echo "for $WHO in $WHERE with $(cat /run/secrets/token), $(date +%s%N)"
FROM tools AS app
RUN false
`,
  });
  const here = [fake.Uri.file(`${asks}/Dockerfile`)];
  const platform = `linux/${process.arch === "arm64" ? "arm64" : "amd64"}`;
  const agent = process.env.SSH_AUTH_SOCK;
  process.env.SSH_AUTH_SOCK = socket;
  try {
    script(
      "build/asked:1",
      "tools",
      ["WHO", "WHERE"],
      "나 and you",
      "Seoul",
      `${asks}/token.txt`,
      ["--ssh default", "--no-cache", "--platform"],
      platform,
    );
    await run("builds.build", [], here);
    const asked = shown.slice(0, 8).map(({ text, choices, detail }) => [text, choices, detail]);
    assert.deepEqual(asked, [
      ["Build Image", [], "build:latest"],
      ["Which stage do you want to build?", ["app", "tools"], `tools · the last stage\n${busybox}`],
      ["Which build arguments do you want to set?", ["WHO", "WHERE"], "nobody\nx no default"],
      ["Build argument WHO", [], "nobody"],
      ["Build argument WHERE", [], ""],
      ["File with the secret token", [], ""],
      [
        "Enter builds",
        ["--ssh default", "--no-cache", "--pull", "--platform"],
        "x Let the steps that ask for it use your SSH agent\nBuild every step again\nLook for newer base images\nBuild for another processor",
      ],
      ["Platform", [], "linux/amd64"],
    ]);
    const line = `docker build -t build/asked:1 --target tools --platform ${platform} --build-arg 'WHO=나 and you' --build-arg WHERE=Seoul --secret id=token,src=${asks}/token.txt --ssh default --no-cache ${asks}`;
    assert.deepEqual(lines, [line]);
    const screen = new Screen();
    await screen.shows(/for 나 and you in Seoul with a word, \d[\s\S]*Enter to build again/);

    // The second time all of that stands there; without an agent none is offered.
    delete process.env.SSH_AUTH_SOCK;
    script(asIs, (choices) => choices[0], asTicked, asIs, asIs, asTicked, asIs);
    await run("builds.build", [], here);
    assert.deepEqual(shown[1]?.choices, ["tools", "app"]);
    assert.match(shown[5]?.detail ?? "", /^No SSH agent was found[\s\S]*\nx Build every step/);
    assert.deepEqual(lines, [line.replace(" --ssh default", "")]);
    await new Screen().shows(/ssh[\s\S]*Enter to build again/);
  } finally {
    if (agent === undefined) delete process.env.SSH_AUTH_SOCK;
    else process.env.SSH_AUTH_SOCK = agent;
  }
});

test("--pull asks the registry for what the engine has", async () => {
  // Nobody listens there.
  const base = "127.0.0.1:1/build/base:1";
  await createImage(base);
  const pulls = tree({ Dockerfile: `FROM ${base}\nLABEL dockwright.test=1\n` });
  const here = [fake.Uri.file(`${pulls}/Dockerfile`)];
  script("build/pulled:1", ["--pull"]);
  await run("builds.build", [], here);
  assert.deepEqual(lines, [`docker build -t build/pulled:1 --pull ${pulls}`]);
  const screen = new Screen();
  await screen.shows(/127\.0\.0\.1:1[\s\S]*refused[\s\S]*Enter to build again/);
  script("build/pulled:2", []);
  await run("builds.build", [], here);
  await new Screen().shows(/Built build\/pulled:2[\s\S]*Enter to build again/);
});
