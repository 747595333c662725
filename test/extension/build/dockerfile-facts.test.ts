// What a build asks a Dockerfile for, and from which line a step comes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { instructionOfStep } from "../../../extension/terminals/build-step.ts";
import { factsOf } from "../../../language-server/dockerfile/facts.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";

const readDockerfile = (text: string) => factsOf(parseDockerfile(text));

const facts = readDockerfile(`# syntax=docker/dockerfile:1
ARG VERSION=22 EMPTY
FROM --platform=linux/amd64 node:\${VERSION} AS Build
ENV A=1
WORKDIR /src
RUN --mount=type=secret,id=token \\
  # in between
  --mount=type=ssh,target=/agent \\
  npm ci
COPY <<EOF /a
FROM no
EOF
FROM build
ARG TARGETARCH
RUN --mount=type=secret,target=/run/secrets/other true
FROM scratch
COPY --from=build /a /
ARG NAME="with blank"
`);

test("stages, arguments, mounts", () => {
  assert.deepEqual(facts.stages, [
    { name: "Build", base: "node:${VERSION}", line: 3 },
    { name: "1", base: "build", line: 13 },
    { name: "2", base: "scratch", line: 16 },
  ]);
  assert.deepEqual(facts.arguments, [
    { name: "VERSION", defaultValue: "22" },
    { name: "EMPTY" },
    { name: "NAME", defaultValue: "with blank" },
  ]);
  assert.deepEqual(facts.secrets, ["token", "other"]);
  assert.deepEqual(facts.ssh, ["default"]);
});

test("a step leads to its line", () => {
  const line = (step: string) => instructionOfStep(facts, step)?.line;
  assert.equal(line("[build 1/4] FROM docker.io/library/node:22"), 3);
  assert.equal(line("[build 2/4] WORKDIR /src"), 5);
  assert.equal(line("[linux/amd64 build 3/4] RUN --mount=type=secret,id=token npm ci"), 6);
  assert.equal(line("[build 4/4] COPY <<EOF /a"), 10);
  assert.equal(line("[stage-1 1/1] RUN --mount=type=secret,target=/run/secrets/other true"), 15);
  assert.equal(line("[stage-2 1/1] COPY --from=build /a /"), 17);
  assert.equal(line("[internal] load build definition from Dockerfile"), undefined);
});

test("a step of the classic builder, and of Podman, leads to its line", () => {
  const plain = readDockerfile(`FROM a AS one
ENV A=1
RUN true
FROM b
ENV A=1
RUN true
`);
  const line = (step: string) => instructionOfStep(plain, step)?.line;
  assert.equal(line("[2/6] ENV A=1"), 2);
  assert.equal(line("[6/6] RUN true"), 6);
  // Podman counts in each stage and does not say in which.
  assert.equal(line("[2/3] ENV A=1"), 2);
  assert.equal(line("[1/3] FROM b"), 1);
});

test("half a Dockerfile gives what it has", () => {
  assert.deepEqual(readDockerfile("").stages, []);
  assert.equal(readDockerfile("FROM a \\").stages[0]?.base, "a");
  assert.equal(readDockerfile("RUN <<EOF\nx").instructions[0]?.endLine, 2);
});

test("an image that cannot be had leads to its FROM, by the name that the engine gives it", () => {
  const of = (...bases: string[]) => {
    const several = readDockerfile(bases.map((base) => `FROM ${base}\n`).join("\n"));
    return (image: string) =>
      instructionOfStep(several, `[internal] load metadata for ${image}`)?.line;
  };
  const line = of(
    "scratch",
    "node",
    "me/app:1",
    "python:${VERSION:-3.13}-slim",
    "ghcr.io/a/b@sha256:0",
  );
  assert.equal(line("docker.io/library/node:latest"), 3);
  assert.equal(line("docker.io/me/app:1"), 5);
  assert.equal(line("docker.io/library/python:3.12-slim"), 7);
  assert.equal(line("ghcr.io/a/b@sha256:0"), 9);
  assert.equal(line("docker.io/library/node:22"), undefined);
  assert.equal(line("docker.io/me/appx1"), undefined);
});
