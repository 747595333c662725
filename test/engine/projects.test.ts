// Compose projects on a real engine with real Composes: the view agrees with `ps -a` in every state,
// and what it calls drift is what makes Compose create containers anew.
import assert from "node:assert/strict";
import { after, type TestContext, test } from "node:test";
import type { Engine } from "../../extension/engine/engine.ts";
import { logLines } from "../../extension/engine/streams/logs.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import { mapOf, type Raw } from "../../extension/projects/definition.ts";
import { driftOf } from "../../extension/projects/drift/drift.ts";
import { composeYaml } from "../../extension/projects/from-container.ts";
import { lossOf } from "../../extension/projects/loss.ts";
import { projectsOf } from "../../extension/projects/overview.ts";
import { serviceWords } from "../../extension/projects/words.ts";
import { inTimeOrder, parseLine } from "../../extension/terminals/log-lines.ts";
import { type ComposeSuite, provideCompose } from "../../scripts/compose.ts";
import { freePort } from "../../scripts/editor.ts";
import { driftIn, TestProject } from "./compose.ts";
import { cleanUp, engineAt, isPodman, socket, until } from "./engine.ts";

after(cleanUp);

const mine = 'labels: {dockwright.test: "1"}';
const quick = `stop_grace_period: 0s\n    ${mine}`;

// Podman leaves checks to systemd, which may not be there.
const health = isPodman
  ? "tty: false"
  : 'healthcheck: {test: ["CMD", "true"], interval: 1s, retries: 20}';
const dockerfile = "FROM busybox:1.35\nLABEL dockwright.test=1\nENV FROM_IMAGE=yes\n";

/** Three services: one built, one that waits for another's health, one that can be scaled. */
const shop = (mode: string, command: string) => `
services:
  web:
    build: .
    command: sh -c "while true; do echo web $$MODE; sleep 1; done"
    environment: {MODE: ${mode}, PLAIN: "1"}
    ports: ["80"]
    depends_on: {db: {condition: ${isPodman ? "service_started" : "service_healthy"}}}
    volumes: ["data:/data"]
    ${quick}
  worker:
    image: busybox:1.35
    command: ${command}
    ${quick}
  db:
    image: busybox:1.35
    command: sh -c "while true; do echo db; sleep 1; done"
    ${health}
    ${quick}
volumes: {data: {${mine}}}
networks: {default: {${mine}}}
`;

interface Bed {
  readonly engine: Engine;
  readonly program: string;
}

/** Runs with a Compose of the suite and a live engine; skips where that Compose cannot be had. */
async function withCompose(
  context: TestContext,
  suite: ComposeSuite,
  act: (bed: Bed) => Promise<void>,
) {
  const program = provideCompose(suite);
  if (!program) return context.skip(`no Compose of ${suite} can be had here`);
  const engine = engineAt(socket);
  const watching = engine.model.watch();
  try {
    await engine.model.whenLive(AbortSignal.timeout(60_000));
    await act({ engine, program });
  } finally {
    watching.dispose();
    engine.dispose();
  }
}

for (const suite of ["trixie", "sid"] as const)
  test(`a project's life with the Compose of ${suite}: up, edit, drift, recreate, scale, kill, down`, (context) =>
    withCompose(context, suite, async ({ engine, program }) => {
      const name = `shop${suite}`;
      const project = new TestProject(program, name, {
        "compose.yaml": shop("one", "sleep 1000"),
        Dockerfile: dockerfile,
      });
      try {
        await project.run("up", "-d", "--build");
        await project.readAsByConfig();
        let files = await project.definition();
        let view = await project.agreed(engine, files);
        assert.equal(view.name, name);
        assert.equal(view.condition, "running");
        assert.deepEqual(await driftIn(engine, view, files), { db: [], web: [], worker: [] });

        project.write("compose.yaml", shop("two", "sleep 2000"));
        await project.readAsByConfig();
        files = await project.definition();
        view = await project.agreed(engine, files);
        assert.deepEqual(await driftIn(engine, view, files), {
          db: [],
          web: ["environment.MODE"],
          worker: ["command"],
        });

        await project.run("up", "-d", "--scale", "worker=3");
        view = await project.agreed(engine, files);
        assert.deepEqual(await driftIn(engine, view, files), { db: [], web: [], worker: [] });
        const worker = view.services.find((one) => one.name === "worker");
        assert.equal(worker && serviceWords(worker), "3 of 3 running");

        const victim = worker?.members[1]?.container.id ?? "";
        await engine.request({ method: "POST", path: `/containers/${victim}/kill` });
        await until(
          "the killed one",
          () => engine.model.containers.get(victim)?.state === "exited",
        );
        view = await project.agreed(engine, files);
        assert.equal(view.condition, "partly");

        await until("the image", () => lossOf(view, engine.model).images.length > 0);
        const loss = lossOf(view, engine.model);
        assert.deepEqual(loss.volumes, [`${name}_data`]);
        assert.equal(loss.containers.length, 5);
        assert.match(loss.images.join(), new RegExp(`^${name}-web:latest`));
        await project.run("down", "--volumes", "--rmi", "local");
        view = await project.agreed(engine, files);
        assert.equal(view.condition, "absent");
        await until("the end of the volume", () => !engine.model.volumes.has(`${name}_data`));
      } finally {
        await project.remove();
      }
    }));

test("logs of all services come in the order of time", (context) =>
  withCompose(context, "sid", async ({ engine, program }) => {
    const project = new TestProject(program, "shoplogs", {
      "compose.yaml": shop("one", "sleep 1000").replace(/build: \./, "image: busybox:1.35"),
    });
    try {
      await project.run("up", "-d");
      const files = await project.definition();
      const view = await project.agreed(engine, files);
      const containers = view.services.flatMap(({ members }) =>
        members.map((one) => one.container),
      );
      const lists = async () =>
        Promise.all(
          containers.map(async ({ id }, source) => {
            const entries = [];
            for await (const { text } of logLines(engine, id, { timestamps: true }))
              entries.push(parseLine(source, text));
            return entries;
          }),
        );
      await until("lines of both", async () => {
        const texts = (await lists()).flat().map(({ text }) => text);
        return texts.includes("db") && texts.includes("web one");
      });
      const times = inTimeOrder(await lists()).map(({ time }) => time);
      assert.deepEqual(times, [...times].sort());
    } finally {
      await project.remove();
    }
  }));

const plain = (service: string, more = "") => `
services:
  ${service}: {image: "busybox:1.35", command: sleep 1000, stop_grace_period: 0s, ${mine}}
${more}
networks: {default: {${mine}}}
`;

test("two projects of the same services, odd folder names, override files, profiles, orphans", (context) =>
  withCompose(context, "sid", async ({ engine, program }) => {
    const extra = `  debug: {image: "busybox:1.35", command: sleep 1000, stop_grace_period: 0s, profiles: [debug], ${mine}}`;
    const first = new TestProject(program, "app 가게 하나", {
      "compose.yaml": plain("web", extra),
      "compose.override.yaml": 'services: {web: {environment: {OVER: "1"}}}\n',
    });
    const second = new TestProject(program, "other 가게", { "compose.yaml": plain("web") });
    try {
      await first.run("up", "-d");
      await second.run("up", "-d");
      const [one, two] = [await first.definition(), await second.definition()];
      assert.deepEqual([one.name, two.name], ["app", "other"]);
      await first.readAsByConfig();
      await second.readAsByConfig();
      const view = await first.agreed(engine, one);
      await second.agreed(engine, two);
      assert.deepEqual(await driftIn(engine, view, one), { web: [] });

      await first.run("--profile", "debug", "up", "-d");
      await first.readAsByConfig(["debug"]);
      const withDebug = await first.definition("--profile", "debug");
      assert.equal((await first.agreed(engine, withDebug)).condition, "running");

      first.write("compose.yaml", plain("page"));
      first.write("compose.override.yaml", "services: {}\n");
      await first.readAsByConfig();
      const edited = await first.agreed(engine, await first.definition());
      assert.deepEqual(
        edited.services.map(({ name, orphan }) => `${name} ${orphan}`),
        ["debug true", "page false", "web true"],
      );
      const seen = projectsOf(engine.model.containers.values(), [one, two]).map(({ name }) => name);
      assert.ok(seen.includes("app") && seen.includes("other"));
    } finally {
      await first.remove();
      await second.remove();
    }
  }));

test("a container becomes a Compose file that makes the same container", (context) =>
  withCompose(context, "sid", async ({ engine, program }) => {
    const { Id: id } = await containers.create(engine, {
      Image: "busybox:1.35",
      Cmd: ["sh", "-c", "echo $HOME; sleep 1000"],
      Env: ["PRICE=5$", "GREETING=안녕"],
      User: "nobody",
      Labels: { "dockwright.test": "1", "my.label": "yes: #1" },
      HostConfig: {
        PortBindings: { "80/tcp": [{ HostPort: String(await freePort()) }] },
        RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 },
        Memory: 50 * 1024 * 1024,
        CapAdd: ["NET_ADMIN"],
        Tmpfs: {},
      },
    });
    const container = (await containers.inspect(engine, id)) as unknown as Raw;
    const image = await engine.request<Raw>({ path: `/images/${container.Image}/json` });
    const imageConfig = mapOf(image.Config);
    const files = { "compose.yaml": composeYaml([{ container, imageConfig }]) };
    const project = new TestProject(program, "reborn", files);
    try {
      const definition = await project.definition();
      const [service] = definition.services;
      assert.ok(service);
      const drift = driftOf({ service, definition, container, imageConfig, imageNow: "" });
      // It will be on the project's own network, and was on the engine's.
      assert.deepEqual(
        drift.map(({ key }) => key),
        ["networks.reborn_default"],
      );
    } finally {
      await project.remove();
    }
  }));

test("a build that fails, an image that is missing, a port that is taken", (context) =>
  withCompose(context, "sid", async ({ engine, program }) => {
    const failing =
      'services: {web: {build: {context: ., dockerfile_inline: "FROM busybox:1.35\\nRUN false\\n"}}}\n';
    const project = new TestProject(program, "broken", { "compose.yaml": failing });
    try {
      await project.readAsByConfig();
      assert.notEqual((await project.compose("up", "-d", "--build")).code, 0);
      assert.equal((await project.agreed(engine, await project.definition())).condition, "absent");

      project.write(
        "compose.yaml",
        "services: {web: {image: 'dockwright/none:1', pull_policy: never}}\n",
      );
      await project.readAsByConfig();
      assert.notEqual((await project.compose("up", "-d")).code, 0);
      assert.equal((await project.agreed(engine, await project.definition())).condition, "absent");

      const port = await freePort();
      const on = (name: string) =>
        plain(name).replace("command:", `ports: ["${port}:80"], command:`).split("\n")[2];
      project.write("compose.yaml", plain("none", `${on("one")}\n${on("two")}`));
      await project.readAsByConfig();
      // One after the other: an engine may hang when several start at once and one of them fails.
      await project.run("up", "-d", "one");
      const taken = await project.compose("up", "-d", "two");
      assert.notEqual(taken.code, 0);
      assert.match(taken.stderr, /already allocated|already in use/);
      const view = await project.agreed(engine, await project.definition());
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
