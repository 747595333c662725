// What an edit leaves is taken over from the version before. It must be what a look at the whole
// new text gives, place, message, fixes and all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { texts as dockerfile } from "../../../docs/rules/texts/dockerfile.ts";
import { texts as hadolint } from "../../../docs/rules/texts/hadolint.ts";
import { texts as own } from "../../../docs/rules/texts/own.ts";
import { lintDockerfile } from "../../../language-server/dockerfile/lint/lint.ts";
import {
  type DockerfileDocument,
  parseDockerfile,
} from "../../../language-server/dockerfile/model/document.ts";
import type { Host } from "../../../language-server/host.ts";
import type { Finding } from "../../../language-server/lint/rule.ts";

const host: Host = {
  files: { read: () => null, kind: () => null, list: () => [] },
  environment: {},
  folders: [],
};
const settings = { lint: { preset: "all" } } as const;

function lint(document: DockerfileDocument, uri: string): readonly Finding[] {
  return lintDockerfile(document, { uri, host, settings });
}

function told(findings: readonly Finding[]): readonly string[] {
  const whole = findings.map(({ fixes, ...rest }) => ({ ...rest, fixes: fixes?.() }));
  // The order of the properties says nothing.
  return whole.map((finding) => JSON.stringify(Object.entries(finding).sort())).sort();
}

/** The text as an edit of `before`, against the same text as if never seen. */
function compare(before: string, after: string): void {
  const document = parseDockerfile(before);
  lint(document, "file:///w/edited");
  const edited = told(lint(parseDockerfile(after, document), "file:///w/edited"));
  const fresh = told(lint(parseDockerfile(after), "file:///w/fresh"));
  assert.deepEqual(edited, fresh, `${JSON.stringify(before)} → ${JSON.stringify(after)}`);
}

const inserted = [
  ...["x", "\n", " \\\n", "$A", "'", "<<EOF\n", "EOF\n", "# c\n", " && cd /b", "\\\n\n"],
  ...["RUN a | b\n", "ENV A=b\n", "ARG A\n", "USER c\n", "WORKDIR d\n", "COPY . .\n", "CMD e\n"],
  ...["LABEL F=g\n", "EXPOSE 80\n", "FROM h AS i\n", 'SHELL ["bash", "-c"]\n', "VOLUME /j\n"],
  ...["ONBUILD RUN sudo k\n", "# hadolint ignore=DL3003\n", "HEALTHCHECK CMD curl l\n"],
  ...["FROM i AS i2\n", "FROM scratch\n", "FROM alpine AS build\n", "FROM build\n", "/~", " AS b"],
  ...["COPY --from=build / /\n", "RUN apt-get update\n", "RUN apt-get install -y curl\n"],
  ...["ARG TAG=1\nFROM z:$TAG\n", "ENV A=$B C=$A\n", "RUN mkdir /x\nWORKDIR /x\n"],
  ...["# nginx.conf\n", "RUN chmod +x /b\n", "ghp_0123456789abcdefghijklmnopqrstuvwxyzAB"],
];

/** A generator that gives the same numbers each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function edit(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  if (random(3) === 0) return text.slice(0, at) + text.slice(at + 1 + random(20));
  return text.slice(0, at) + inserted[random(inserted.length)] + text.slice(at);
}

test("random edits give what a fresh look gives", () => {
  const random = numbers(Number(process.env.SEED ?? 1));
  const files = [hadolint, dockerfile, own].flatMap((texts) =>
    Object.values(texts).map(({ bad }) => bad),
  );
  for (let round = 0; round < (process.env.FUZZ === "1" ? 2000 : 80); round++) {
    let text = Array.from({ length: 6 }, () => files[random(files.length)]).join("");
    for (let step = 0; step < 4; step++) {
      const next = edit(text, random);
      compare(text, next);
      text = next;
    }
  }
});

test("a line above moves findings, their remarks and their fixes", () => {
  const text = "FROM a:1\nENV A b\nRUN cd /c && d\nCMD e\nCMD f\nRUN g \\\n\n  h\n";
  compare(text, text.replace("ENV A b", "RUN cd /i\nENV A b"));
  compare(text, `# a remark\n${text}`);
  compare(text, text.replace("ENV A b\n", ""));
});

test("the same text is looked at anew: what is known of the outside may have changed", () => {
  const files = new Map<string, string>();
  const asked: Host = { ...host, files: { ...host.files, read: (uri) => files.get(uri) ?? null } };
  const look = () =>
    lintDockerfile(parseDockerfile("FROM a:1\nCOPY b /\n"), {
      uri: "file:///w/Dockerfile",
      host: asked,
      settings,
    }).some(({ code }) => code === "CopyIgnoredFile");
  assert.equal(look(), false);
  files.set("file:///w/.dockerignore", "b\n");
  assert.equal(look(), true);
});

test("an edit takes nothing over when something outside has changed as well", () => {
  const there = new Set(["src"]);
  const files: Host["files"] = {
    read: () => null,
    kind: (uri) => (uri === "file:///w/app.js" ? (there.has("app.js") ? "file" : null) : "folder"),
    list: () => [...there],
  };
  const changing: Host = { ...host, files };
  const check = (text: string, before: DockerfileDocument | undefined, anew: boolean) => {
    const document = parseDockerfile(text, before);
    const context = { uri: "file:///w/Dockerfile", host: changing, settings, anew };
    const codes = lintDockerfile(document, context).map(({ code }) => code);
    return { document, missing: codes.includes("CopySourceNotFound") };
  };
  const text = "FROM scratch\nCOPY app.js /\n";
  const first = check(text, undefined, true);
  assert.equal(first.missing, true);
  there.add("app.js");
  assert.equal(check(`${text}USER app\n`, first.document, true).missing, false);
});
