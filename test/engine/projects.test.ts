// Compose projects on a real engine with real Composes: the view agrees with `ps -a` in every state,
// and what it calls drift is what makes Compose create containers anew.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { logLines } from "../../extension/engine/streams/logs.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import { mapOf, type Raw } from "../../extension/projects/definition.ts";
import { driftOf } from "../../extension/projects/drift/drift.ts";
import { composeYaml } from "../../extension/projects/from-container.ts";
import { lossOf } from "../../extension/projects/loss.ts";
import { serviceWords } from "../../extension/projects/words.ts";
import { inTimeOrder, parseLine } from "../../extension/terminals/log-lines.ts";
import { freePort } from "../../scripts/editor.ts";
import { driftIn, suites, TestProject, withCompose } from "./compose.ts";
import { cleanUp, isPodman, until } from "./engine.ts";

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

for (const suite of suites)
  test(`a project's life with the Compose of ${suite}: up, edit, drift, recreate, scale, kill, down`, (context) =>
    withCompose(context, suite, async ({ engine, program }) => {
      const name = `shop${suite}`;
      const project = new TestProject(program, name, {
        "compose.yaml": shop("one", "sleep 1000"),
        Dockerfile: dockerfile,
      });
      try {
        await project.run("up", "-d", "--build");
        let view = await project.agreed(engine);
        assert.equal(view.name, name);
        assert.equal(view.condition, "running");
        assert.deepEqual(await driftIn(engine, view), { db: [], web: [], worker: [] });

        project.write("compose.yaml", shop("two", "sleep 2000"));
        view = await project.agreed(engine);
        assert.deepEqual(await driftIn(engine, view), {
          db: [],
          web: ["environment.MODE"],
          worker: ["command"],
        });

        await project.run("up", "-d", "--scale", "worker=3");
        view = await project.agreed(engine);
        assert.deepEqual(await driftIn(engine, view), { db: [], web: [], worker: [] });
        const worker = view.services.find((one) => one.name === "worker");
        assert.equal(worker && serviceWords(worker), "3 of 3 running");

        const victim = worker?.members[1]?.container.id ?? "";
        await engine.request({ method: "POST", path: `/containers/${victim}/kill` });
        await until(
          "the killed one",
          () => engine.model.containers.get(victim)?.state === "exited",
        );
        view = await project.agreed(engine);
        assert.equal(view.condition, "partly");

        await until("the image", () => lossOf(view, engine.model).images.length > 0);
        const loss = lossOf(view, engine.model);
        assert.deepEqual(loss.volumes, [`${name}_data`]);
        assert.equal(loss.containers.length, 5);
        assert.match(loss.images.join(), new RegExp(`^${name}-web:latest`));
        await project.run("down", "--volumes", "--rmi", "local");
        view = await project.agreed(engine);
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
      const view = await project.agreed(engine);
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
      const definition = project.definition();
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
