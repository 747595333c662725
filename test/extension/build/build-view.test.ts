// What the terminal of a build says at its end, and the docker line that it shows.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Step } from "../../../extension/engine/build/progress.ts";
import type { Origin } from "../../../extension/engine/connection/endpoint.ts";
import { buildLine } from "../../../extension/terminals/build-line.ts";
import { BuildView, sizeLines } from "../../../extension/terminals/build-view.ts";

const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\x1b\[[\d;]*m/g, ""));
const layer = (instruction: string, size: number) => ({ instruction, size, shown: `${size} MB` });

test("the docker line has every option that was chosen, quoted for a shell", () => {
  assert.equal(
    buildLine({
      folder: "/w/my app",
      dockerfile: "/w/my app/docker/Dockerfile",
      tag: "me/app:1",
      target: "test",
      platform: "linux/arm64",
      args: { GREETING: "안녕 you" },
      secretFiles: { token: "/home/me/.token" },
      ssh: ["default", "github"],
      noCache: true,
      pull: true,
    }),
    "docker build -t me/app:1 -f '/w/my app/docker/Dockerfile' --target test --platform linux/arm64 " +
      "--build-arg 'GREETING=안녕 you' --secret id=token,src=/home/me/.token --ssh default " +
      "--ssh github --no-cache --pull '/w/my app'",
  );
});

test("without wishes the line is short", () => {
  assert.equal(
    buildLine({ folder: "/w", dockerfile: "/w/Dockerfile", tag: "" }),
    "docker build /w",
  );
});

test("an engine that the command line would not find by itself is named", () => {
  const wish = { folder: "/w", dockerfile: "/w/Dockerfile" };
  const at = (origin: Origin) => ({
    endpoint: {
      name: "far",
      host: "tcp://far:2376",
      transport: "tls",
      local: false,
      origin,
    } as const,
  });
  assert.equal(buildLine(wish, at("unfolded")), "docker -c far build /w");
  assert.equal(buildLine(wish, at("currentContext")), "docker build /w");
});

test("sizes stand in the order of the Dockerfile, largest ones only, empty ones never", () => {
  const layers = [
    layer('CMD ["x"]', 0),
    layer("COPY . .", 5),
    layer("RUN apt-get install \n  -y curl", 120),
    layer("ADD rootfs.tar /", 80),
  ];
  assert.deepEqual(plain(sizeLines(layers)), [
    "Size by instruction:",
    "   80 MB  ADD rootfs.tar /",
    "  120 MB  RUN apt-get install -y curl",
    "    5 MB  COPY . .",
  ]);
  const many = Array.from({ length: 30 }, (_, index) => layer(`RUN ${index}`, index + 1));
  assert.equal(sizeLines(many).length, 9);
});

test("one layer needs no table, and a hostile instruction cannot move the cursor", () => {
  assert.deepEqual(sizeLines([layer("COPY a /", 3), layer("CMD x", 0)]), []);
  const shown = sizeLines([layer("RUN \x1b]0;title\x07\x1b[2Jx", 3), layer("COPY a /", 3)]);
  assert.ok(!/\x1b\]|\x1b\[2J/.test(shown.join("")), JSON.stringify(shown));
});

const step = (name: string, state: Step["state"], duration = 0) =>
  ({ kind: "step", step: { id: name, name, state, duration, error: "" } }) as const;
const transfer = (id: string, current: number, total = 0) =>
  ({ kind: "transfer", id, current, total }) as const;

test("a large build context is told of while it is sent, and when it has been; a small one is not", () => {
  const view = new BuildView();
  const context = "[internal] load build context";
  assert.deepEqual(view.lines(step("[internal] load .dockerignore", "running")), []);
  view.lines(transfer("transferring context:", 34));
  assert.equal(view.status, "");
  assert.deepEqual(view.lines(step("[internal] load .dockerignore", "done", 5)), []);

  view.lines(step(context, "running"));
  assert.deepEqual(view.lines(transfer("transferring context:", 120e6)), []);
  assert.deepEqual(plain([view.status]), ["  Sending the build context: 120MB"]);
  view.lines(transfer("transferring context:", 1.07e9));
  assert.deepEqual(plain(view.lines(step(context, "done", 5700))), [
    "✓ Build context sent: 1.07GB 5.7 s",
  ]);
  assert.equal(view.status, "");

  view.lines(transfer("transferring context:", 999));
  assert.deepEqual(view.lines(step(context, "done", 5)), []);
});

test("what is fetched for a base image is told of in all until it is there", () => {
  const view = new BuildView();
  view.lines(step("[1/2] FROM docker.io/library/node:22", "running"));
  view.lines(transfer("sha256:a", 10e6, 100e6));
  view.lines(transfer("sha256:b", 5e6, 20e6));
  view.lines(transfer("extracting sha256:a", 0));
  assert.deepEqual(plain([view.status]), ["  Downloading: 15MB of 120MB"]);
  view.lines(transfer("sha256:a", 100e6, 100e6));
  view.lines(transfer("sha256:b", 20e6, 20e6));
  assert.equal(view.status, "");
  view.lines(transfer("sha256:c", 1e6, 20e6));
  view.lines(step("[1/2] FROM docker.io/library/node:22", "done", 900));
  assert.equal(view.status, "");
});
