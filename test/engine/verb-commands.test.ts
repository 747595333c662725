// The panel's commands on files, limits, images, volumes, networks and the whole engine, on a real one.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { panel } from "./commands.ts";
import { busybox, cleanUp, isPodman, labels, engine as raw, until } from "./engine.ts";
import { clipboard, lines, script, shown } from "./scripted-vscode.ts";

const { run, object, gone, tables, dispose } = panel();
const folder = await mkdtemp(join(tmpdir(), "dockwright-commands-"));
after(async () => {
  dispose();
  await cleanUp();
  // The command that makes it knows no labels.
  await raw("DELETE", "/networks/dockwright-verbs-net");
  await rm(folder, { recursive: true, force: true });
});

async function container(name: string, more: object = {}) {
  const body = { Image: busybox, Cmd: ["sleep", "1000"], Labels: labels, ...more };
  const made = await raw("POST", `/containers/create?name=${name}`, body);
  assert.equal(made.status, 201, made.body);
  return object("container", name);
}

const inspect = async (path: string) => JSON.parse((await raw("GET", path)).body);

/** An image of the tests under further names. */
async function image(...tags: string[]) {
  const one = await container(`${tags[0]?.replace(/\W/g, "-")}-source`);
  const [repo, tag] = tags[0]?.split(":") ?? [];
  const changes = Object.entries(labels).map(([key, value]) => `LABEL ${key}=${value}`);
  const query = new URLSearchParams({ container: one.id, repo: repo ?? "", tag: tag ?? "" });
  for (const change of changes) query.append("changes", change);
  await raw("POST", `/commit?${query}`, {});
  await raw("DELETE", `/containers/${one.id}`);
  for (const more of tags.slice(1)) {
    const [to, as] = more.split(":");
    await raw("POST", `/images/${tags[0]}/tag?repo=${to}&tag=${as}`);
  }
  return object("image", tags[0] ?? "", (made) => made.tags.length === tags.length);
}

test("files with odd names go into a stopped container and come out again", async () => {
  const one = await container("verbs-copy", { WorkingDir: "/tmp" });
  const name = "it's 한글 $(x) & more.txt";
  await writeFile(join(folder, name), "content");
  script([join(folder, name)], "/tmp");
  await run("containers.copyTo", [one]);
  assert.match(
    lines[0] ?? "",
    /^docker cp '.*it'\\''s 한글 \$\(x\) & more\.txt' verbs-copy:\/tmp$/,
  );
  const out = join(folder, "out");
  script(`/tmp/${name}`, out);
  await run("containers.copyFrom", [one]);
  assert.equal(await readFile(join(out, name), "utf8"), "content");
  assert.match(shown.at(-1)?.text ?? "", /files: 1, 7B/);
});

test("a copy to what is no folder, or from what is not there, is refused before anything is chosen", async () => {
  const one = await container("verbs-copy-wrong");
  script([join(folder, "any")], "/etc/passwd");
  await assert.rejects(run("containers.copyTo", [one]), /not a folder/);
  script("/no/such/path");
  await assert.rejects(run("containers.copyFrom", [one]), { kind: "notFound" });
});

test("files that are dropped on a row are copied without a dialog", async () => {
  const one = await container("verbs-drop");
  await writeFile(join(folder, "dropped"), "1");
  script("/root");
  await run(
    "containers.copyTo",
    [one],
    [undefined, undefined, [{ fsPath: join(folder, "dropped") }]],
  );
  assert.equal((await raw("HEAD", `/containers/${one.id}/archive?path=/root/dropped`)).status, 200);
});

test("limits and restart policy are set, and nonsense is refused", async () => {
  const one = await container("verbs-limits");
  script("64m", "0.5");
  const limiting = run("containers.setLimits", [one]);
  if (isPodman) return assert.rejects(limiting, { kind: "unsupported", said: /^Podman \d/ });
  await limiting;
  script("on-failure");
  await run("containers.setRestartPolicy", [one]);
  const { HostConfig } = await inspect(`/containers/${one.id}/json`);
  assert.deepEqual(
    [HostConfig.Memory, HostConfig.NanoCpus, HostConfig.RestartPolicy.Name],
    [64 * 1024 * 1024, 500_000_000, "on-failure"],
  );
  script("plenty");
  await assert.rejects(run("containers.setLimits", [one]), /not an amount of memory/);
});

test("a network is created with its options, joined, left and removed", async () => {
  script("dockwright-verbs-net", "bridge", "10.213.0.0/24", "10.213.0.7", ["--internal"]);
  // Some engines of tests have no bridge; the options are then at least said as docker says them.
  const made = await run("networks.create").then(
    () => true,
    () => false,
  );
  assert.deepEqual(lines, [
    "docker network create --driver bridge --subnet 10.213.0.0/24 --gateway 10.213.0.7 --internal dockwright-verbs-net",
  ]);
  if (!made) return;
  const network = await object("network", "dockwright-verbs-net");
  const one = await container("verbs-net-guest");
  script(["dockwright-verbs-net"]);
  await run("containers.connect", [one]);
  const { Internal } = await inspect(`/networks/${network.id}`);
  assert.equal(Internal, true);
  const joined = await object("container", one.id, ({ networks }) =>
    networks.some(({ name }) => name === "dockwright-verbs-net"),
  );
  script(["dockwright-verbs-net"]);
  await run("containers.disconnect", [joined]);
  script("Remove");
  await run("networks.remove", [network]);
  await gone("network", "dockwright-verbs-net");
});

test("an image loses single tags; one that is in use says who uses it", async () => {
  const one = await image("verbs/tags:1", "verbs/tags:2");
  script(["verbs/tags:2"], "Remove");
  await run("images.untag", [one]);
  const left = await object("image", "verbs/tags:1", ({ tags }) => tags.length === 1);
  await container("verbs-image-user", { Image: "verbs/tags:1" });
  await object("container", "verbs-image-user");
  script("Remove");
  await assert.rejects(run("images.remove", [left]), { kind: "conflict" });
  assert.match(shown[0]?.detail ?? "", /verbs-image-user/);
  script("Remove by Force");
  await run("images.remove", [left]);
  await gone("image", "verbs/tags:1");
});

test("an image is removed without its untagged parents, where that is wished", async () => {
  const parent = await image("verbs/parent:1");
  await container("verbs-of-parent", { Image: parent.id });
  const commit = "/commit?container=verbs-of-parent&repo=verbs/child&tag=1";
  assert.equal((await raw("POST", commit, { Labels: labels })).status, 201);
  await raw("DELETE", "/containers/verbs-of-parent?force=1");
  const child = await object("image", "verbs/child:1");
  await raw("DELETE", "/images/verbs/parent:1");
  script("Remove, Keep Untagged Parents");
  await run("images.remove", [child]);
  assert.deepEqual(lines, ["docker rmi --no-prune verbs/child:1"]);
  await gone("image", "verbs/child:1");
  assert.equal((await raw("GET", `/images/${parent.id}/json`)).status, 200);
  await raw("DELETE", `/images/${parent.id}`);
});

test("a prune shows sizes and takes exactly what is ticked", async () => {
  await raw("POST", "/volumes/create", { Name: "verbs-keep", Labels: labels });
  await raw("POST", "/volumes/create", { Name: "verbs-lose", Labels: labels });
  await object("volume", "verbs-lose");
  script(
    (choices, { detail }) => {
      assert.ok(choices.includes("verbs-keep") && choices.includes("verbs-lose"));
      assert.match(detail, /\d ?[kM]?B/);
      return ["verbs-lose"];
    },
    (_, { text, detail }) => {
      assert.match(`${text}\n${detail}`, /Remove verbs-lose[\s\S]*verbs-lose \([\s\S]*lost/);
      return "Remove";
    },
  );
  await run("volumes.prune");
  await gone("volume", "verbs-lose");
  assert.deepEqual(lines, ["docker volume rm verbs-lose"]);
  assert.equal((await raw("GET", "/volumes/verbs-keep")).status, 200);
});

test("the clean-up lists every kind, and a dismissed one removes nothing", async () => {
  const one = await container("verbs-stopped");
  await image("verbs/unused:1");
  script((choices) => {
    for (const wanted of ["verbs-stopped", "verbs/unused:1", "Stopped containers", "Unused images"])
      assert.ok(choices.includes(wanted), `${wanted} in ${choices}`);
    return undefined;
  });
  await run("system.prune");
  assert.equal((await raw("GET", `/containers/${one.id}/json`)).status, 200);
  script(["verbs-stopped", "verbs/unused:1"], "Remove");
  await run("system.prune");
  await gone("container", "verbs-stopped");
  await gone("image", "verbs/unused:1");
  assert.deepEqual(lines, ["docker rm verbs-stopped", "docker rmi verbs/unused:1"]);
});

test("layers, disk usage and events are tables", async () => {
  const one = await object("image", busybox);
  script();
  await run("images.history", [one]);
  await run("system.diskUsage");
  await run("engines.events");
  await until("layers", () => (tables.get(`Layers: ${busybox}`)?.length ?? 0) > 0);
  await until("disk usage", () => JSON.stringify(tables.get("Disk Usage") ?? "").includes(busybox));
  await raw("POST", "/volumes/create", { Name: "verbs-event", Labels: labels });
  await until("the event", () =>
    JSON.stringify(tables.get("Events") ?? "").includes("verbs-event"),
  );
});

test("the equivalent commands of a row fit its state and can be copied", async () => {
  const one = await container("verbs-line");
  script((choices) => {
    assert.ok(choices.includes("docker start verbs-line"));
    assert.ok(!choices.includes("docker stop verbs-line"));
    return "docker rm verbs-line";
  });
  await run("views.copyCommand", [one]);
  assert.equal(clipboard.text, "docker rm verbs-line");
});

test("a group stands for all that are in it", async () => {
  const members = [await container("verbs-group-a"), await container("verbs-group-b")];
  script("Remove");
  await run("containers.remove", [{ kind: "group", objects: members }]);
  await gone("container", "verbs-group-a");
  await gone("container", "verbs-group-b");
});

test("without an engine a command says so, and what to do", async () => {
  const nobody = panel(join(folder, "nobody.sock"));
  try {
    script();
    await assert.rejects(nobody.run("system.prune"), { kind: "unreachable", remedy: /./ });
    await assert.rejects(nobody.run("containers.stop"), { kind: "unreachable" });
  } finally {
    nobody.dispose();
  }
});
