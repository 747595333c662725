// How much each instruction added to the built image, by the histories that builders really give.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hints } from "../../../language-server/dockerfile/features/hints.ts";
import type { Settings } from "../../../language-server/protocol.ts";
import { shownSize } from "../../../language-server/shown-size.ts";
import { editor } from "./editor.ts";

const dockerfile = `FROM busybox AS build
ARG VERSION=24
ENV HOME_DIR=/srv
RUN mkdir -p /x && \\
    # why
    make   all
WORKDIR /app
COPY --chown=1:1 package.json other.json \${HOME_DIR}/
ADD other.json /y/
RUN ["/bin/make", "more"]
SHELL ["/bin/ash", "-e", "-c"]
RUN make rest
FROM busybox
WORKDIR /app
COPY package.json ./
COPY --from=build /x /x
RUN <<EOF
echo one
EOF
USER 1
`;

type Layers = readonly (readonly [string, number])[];

const buildKitBuild: Layers = [
  ["", 1984230],
  ["ARG VERSION=24", 0],
  ["ENV HOME_DIR=/srv", 0],
  ["RUN |1 VERSION=24 /bin/sh -c mkdir -p /x &&     make   all # buildkit", 40_000],
  ["WORKDIR /app", 0],
  ["COPY --chown=1:1 package.json other.json /srv/ # buildkit", 8000],
  ["ADD other.json /y/ # buildkit", 5000],
  ["RUN |1 VERSION=24 /bin/make more # buildkit", 70_000],
  ["SHELL [/bin/ash -e -c]", 0],
  ["RUN |1 VERSION=24 /bin/ash -e -c make rest # buildkit", 90_000],
];
const podmanBuild: Layers = [
  ["/bin/sh -c #(nop) ADD file:6c4f94 in /", 2129920],
  ["/bin/sh -c #(nop) ARG VERSION", 0],
  ["/bin/sh -c #(nop) ENV HOME_DIR=/srv", 0],
  ["|1 VERSION=24 /bin/sh -c mkdir -p /x &&     make   all", 40_000],
  ["/bin/sh -c #(nop) WORKDIR /app", 0],
  ["/bin/sh -c #(nop) COPY multi:4943a8 in ${HOME_DIR}/ ", 8000],
  ["/bin/sh -c #(nop) ADD file:2e6f1f in /y/ ", 5000],
  ['|1 VERSION=24 /bin/sh -c ["/bin/make", "more"]', 70_000],
  ['/bin/sh -c #(nop) SHELL ["/bin/ash", "-e", "-c"]', 0],
  ["|1 VERSION=24 /bin/sh -c make rest", 90_000],
];
const buildKitLast: Layers = [
  ["", 1984230],
  ["WORKDIR /app", 0],
  ["COPY package.json ./ # buildkit", 3000],
  ["COPY /x /x # buildkit", 200_000],
  ["RUN /bin/sh -c echo one\n # buildkit", 4],
  ["USER 1", 0],
];

/** The sizes by the lines at whose ends they stand. */
function sizes(text: string, layers: Layers, settings: Settings = {}) {
  const { document, context } = editor(text, {
    settings,
    built: {
      reference: "app:latest",
      layers: layers.map(([instruction, size]) => ({ instruction, size })),
    },
  });
  return hints(document, { start: 0, end: text.length }, context)
    .filter(({ label }) => !label.startsWith("="))
    .map(({ offset, label }) => {
      const start = text.lastIndexOf("\n", offset - 1) + 1;
      return `${text.slice(start, offset).slice(0, 14)} ${label}`;
    });
}

const ofBuild = [
  "RUN make rest 90 kB",
  'RUN ["/bin/mak 70 kB',
  "ADD other.json 5 kB",
  "COPY --chown=1 8 kB",
  "RUN mkdir -p / 40 kB",
];

test("layers are found again in the stage that was built", () => {
  assert.deepEqual(sizes(dockerfile, buildKitBuild), ofBuild);
  assert.deepEqual(sizes(dockerfile, podmanBuild), ofBuild);
  assert.deepEqual(sizes(dockerfile, buildKitLast), [
    "RUN <<EOF 4 B",
    "COPY --from=bu 200 kB",
    "COPY package.j 3 kB",
  ]);
});

test("what was edited or is new has no size, what stands beside it keeps its own", () => {
  const edited = dockerfile
    .replace("make rest", "make it")
    .replace("ADD other", "RUN new\nADD other");
  assert.deepEqual(
    sizes(edited, buildKitBuild),
    ofBuild.filter((one) => !one.includes("rest")),
  );
});

test("a command is not taken for the end of another one", () => {
  const layers: Layers = [["RUN /bin/sh -c cd x && make # buildkit", 5000]];
  assert.deepEqual(sizes("FROM busybox\nRUN make\n", layers), []);
});

test("of two alike, the newer layer is the later instruction's", () => {
  const layers: Layers = [
    ["RUN /bin/sh -c make # buildkit", 1000],
    ["RUN /bin/sh -c make # buildkit", 2000],
  ];
  assert.deepEqual(sizes("FROM busybox\nRUN make\nRUN make\n", layers), [
    "RUN make 2 kB",
    "RUN make 1 kB",
  ]);
});

test("they can be switched off, and an unknown image has none", () => {
  assert.deepEqual(sizes(dockerfile, buildKitLast, { inlayHints: { layers: false } }), []);
  const { document, context } = editor(dockerfile);
  const found = hints(document, { start: 0, end: dockerfile.length }, context);
  assert.deepEqual(
    found.map(({ label }) => label),
    ["= /srv"],
  );
});

test("sizes have three figures", () => {
  assert.deepEqual([0, 999, 1000, 12_345, 999_600, 1.5e9].map(shownSize), [
    "0 B",
    "999 B",
    "1 kB",
    "12.3 kB",
    "1 MB",
    "1.5 GB",
  ]);
});
