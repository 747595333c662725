// The files that Compose projects are made of, on a real engine with real Composes: several of them, of any
// name, and such as Compose stops at. The view agrees with `config` and `ps -a` in every state.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { projectsOf } from "../../extension/projects/overview.ts";
import { freePort } from "../../scripts/editor.ts";
import { driftIn, suites, TestProject, withCompose } from "./compose.ts";
import { cleanUp } from "./engine.ts";

after(cleanUp);

const mine = 'labels: {dockwright.test: "1"}';
const quick = `stop_grace_period: 0s\n    ${mine}`;

const plain = (service: string, more = "") => `
services:
  ${service}: {image: "busybox:1.35", command: sleep 1000, stop_grace_period: 0s, ${mine}}
${more}
networks: {default: {${mine}}}
`;

for (const suite of suites)
  test(`two projects of the same services, odd folder names, override files, profiles, orphans with the Compose of ${suite}`, (context) =>
    withCompose(context, suite, async ({ engine, program }) => {
      const extra = `  debug: {image: "busybox:1.35", command: sleep 1000, stop_grace_period: 0s, profiles: [debug], ${mine}}`;
      const first = new TestProject(program, "app 가게 하나", {
        "compose.yaml": plain("web", extra),
        "compose.override.yaml": 'services: {web: {environment: {OVER: "1"}}}\n',
      });
      const second = new TestProject(program, "other 가게", { "compose.yaml": plain("web") });
      try {
        await first.run("up", "-d");
        await second.run("up", "-d");
        const one = await first.agreed(engine);
        const two = await second.agreed(engine);
        assert.deepEqual([one.name, two.name], ["app", "other"]);
        assert.deepEqual(await driftIn(engine, one), { debug: [], web: [] });

        first.choose({ profiles: ["debug"] });
        await first.run("up", "-d");
        assert.equal((await first.agreed(engine)).condition, "running");

        first.write("compose.yaml", plain("page"));
        first.write("compose.override.yaml", "services: {}\n");
        const edited = await first.agreed(engine);
        assert.deepEqual(
          edited.services.map(({ name, orphan }) => `${name} ${orphan}`),
          ["debug true", "page false", "web true"],
        );
        const definitions = [edited.definition, two.definition];
        const seen = projectsOf(engine.model.containers.values(), definitions).map(
          ({ name }) => name,
        );
        assert.ok(seen.includes("app") && seen.includes("other"));
      } finally {
        await first.remove();
        await second.remove();
      }
    }));

for (const suite of suites)
  test(`files of any name, in order, with a folder, an env file and a name of their own, with the Compose of ${suite}`, (context) =>
    withCompose(context, suite, async ({ engine, program }) => {
      const project = new TestProject(program, "어느 가게", {
        "설정/첫 파일.yaml": `
services:
  web:
    image: busybox:1.35
    command: sleep \${TIME}
    volumes: ["./자료 폴더:/data"]
    ${quick}
networks: {default: {${mine}}}
`,
        "설정/더 하기.yaml": 'services: {web: {environment: {OVER: "1"}}}\n',
        "밤 설정.env": "TIME=1000\n",
        "자료 폴더/글.txt": "1\n",
      });
      project.choose({
        files: ["설정/첫 파일.yaml", "설정/더 하기.yaml"],
        folder: ".",
        environmentFiles: ["밤 설정.env"],
        name: `odd${suite}`,
      });
      try {
        await project.run("up", "-d");
        const view = await project.agreed(engine);
        assert.equal(view.condition, "running");
        assert.deepEqual(await driftIn(engine, view), { web: [] });
        project.write("밤 설정.env", "TIME=2000\n");
        assert.deepEqual(await driftIn(engine, await project.agreed(engine)), { web: ["command"] });
      } finally {
        await project.remove();
      }
    }));

for (const suite of suites)
  test(`a build that fails, an image that is missing, a port that is taken with the Compose of ${suite}`, (context) =>
    withCompose(context, suite, async ({ engine, program }) => {
      const failing =
        'services: {web: {build: {context: ., dockerfile_inline: "FROM busybox:1.35\\nRUN false\\n"}}}\n';
      const project = new TestProject(program, "broken", { "compose.yaml": failing });
      try {
        assert.notEqual((await project.compose("up", "-d", "--build")).code, 0);
        assert.equal((await project.agreed(engine)).condition, "absent");

        project.write(
          "compose.yaml",
          "services: {web: {image: 'dockwright/none:1', pull_policy: never}}\n",
        );
        assert.notEqual((await project.compose("up", "-d")).code, 0);
        assert.equal((await project.agreed(engine)).condition, "absent");

        const port = await freePort();
        const on = (name: string) =>
          plain(name).replace("command:", `ports: ["${port}:80"], command:`).split("\n")[2];
        project.write("compose.yaml", plain("none", `${on("one")}\n${on("two")}`));
        // One after the other: an engine may hang when several start at once and one of them fails.
        await project.run("up", "-d", "one");
        const taken = await project.compose("up", "-d", "two");
        assert.notEqual(taken.code, 0);
        assert.match(taken.stderr, /already allocated|already in use/);
        const view = await project.agreed(engine);
        assert.notEqual(view.condition, "running");
        const states = view.services.flatMap(({ members }) =>
          members.map((one) => one.container.state),
        );
        assert.ok(
          states.some((state) => state !== "running"),
          states.join(),
        );
      } finally {
        await project.remove();
      }
    }));
