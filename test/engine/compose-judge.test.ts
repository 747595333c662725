// Our verdict on Compose files beside that of docker compose itself: what it refuses has an error,
// what it takes has none, and what it makes of a file is what our effective project says.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { texts } from "../../docs/rules/texts/compose.ts";
import { texts as refusals } from "../../docs/rules/texts/refusals.ts";
import { effectiveProject } from "../../language-server/compose/effective/effective.ts";
import { type Json, toJson } from "../../language-server/compose/effective/json.ts";
import { compose } from "../../language-server/compose/index.ts";
import { loadProject } from "../../language-server/compose/project/project.ts";
import { projectOf } from "../../language-server/compose/project/project-files.ts";
import { parseCompose } from "../../language-server/compose/yaml/document.ts";
import { localHost } from "../../language-server/local-host.ts";
import { provideCompose } from "../../scripts/compose.ts";
import { beside } from "../language-server/compose/beside-examples.ts";
import { type Fault, faults } from "../language-server/compose/faults.ts";
import { inService, mended, whole } from "../language-server/compose/fix-cases.ts";
import { neighbours, right, wrong } from "../language-server/compose/verdict-cases.ts";
import { placesIn } from "./compose-places.ts";

const environment = {
  PATH: process.env.PATH ?? "",
  HOME: "/nowhere",
  COMPOSE_PROJECT_NAME: "shop",
};

interface Verdict {
  readonly taken: boolean;
  readonly said: string;
}

function ask(program: string, cwd: string, args: readonly string[]): Promise<Verdict> {
  const options = { cwd, env: environment, timeout: 60_000, maxBuffer: 1e7 };
  return new Promise((resolve) =>
    execFile(program, args, options, (error, stdout, stderr) =>
      resolve({ taken: !error, said: error ? stderr : stdout }),
    ),
  );
}

/** Does something with the case's files in a folder of their own. */
async function inFolder<Result>(
  { text, files }: Pick<Fault, "text" | "files">,
  act: (folder: string) => Promise<Result>,
): Promise<Result> {
  const root = mkdtempSync(join(tmpdir(), "dockwright-judge-"));
  for (const [file, content] of Object.entries({ ...files, "compose.yaml": text })) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  try {
    return await act(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function ours(text: string, folder: string) {
  const uri = `${pathToFileURL(folder)}/compose.yaml`;
  const { host } = localHost({
    opened: () => undefined,
    folders: [],
    environment,
    changed: () => undefined,
  });
  const document = parseCompose(text);
  const errors = compose
    .lint(document, { uri, host, settings: {} })
    .filter(({ severity, code }) => severity === "error" || code === "RequiredVariable");
  const project = loadProject(document, uri, host, projectOf(uri, host) ?? {});
  return { errors, effective: () => effectiveProject(project, host) };
}

/** Runs over all cases, a few at a time. */
async function each<Case>(
  cases: readonly Case[],
  act: (one: Case) => Promise<void>,
): Promise<void> {
  const rest = [...cases];
  const work = async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await act(one);
  };
  await Promise.all([work(), work(), work()]);
}

/** A backslash in a path means another thing on each system. */
const portable = ({ text }: Pick<Fault, "text">) => !text.includes("\\");

const repairs = [
  ...mended.map((sides) => sides.map(inService)),
  ...whole.filter(([wrong]) => !wrong.includes("./app")),
] as readonly (readonly [string, string])[];

/** Ours are no error where the shell may know better. */
const { RequiredVariable: _, ...refusedHere } = refusals;

const accepted: readonly Pick<Fault, "text" | "files">[] = [
  ...right.map((text) => ({ text, files: neighbours })),
  ...Object.values(texts)
    .flatMap(({ bad, good }) => [bad, good])
    .map((text) => ({ text, files: beside })),
  ...Object.values(refusals).map(({ good, files, goodFiles = files }) => ({
    text: good,
    files: { ...beside, ...goodFiles },
  })),
  ...repairs.map(([, text]) => ({ text })),
].filter(portable);
const refused: readonly Pick<Fault, "text" | "files">[] = [
  ...wrong.map(([text]) => ({ text, files: neighbours })),
  ...faults,
  ...Object.values(refusedHere).map(({ bad, files }) => ({
    text: bad,
    files: { ...beside, ...files },
  })),
  ...repairs.map(([text]) => ({ text })),
];

test("what docker compose refuses has an error, there where it says", async (context) => {
  const program = provideCompose("sid");
  if (!program) return context.skip("docker compose cannot be had here");
  let named = 0;
  await each(refused, (one) =>
    inFolder(one, async (folder) => {
      const { taken, said } = await ask(program, folder, ["config", "-q"]);
      assert.equal(taken, false, `docker compose takes ${JSON.stringify(one.text)}`);
      const { errors } = ours(one.text, folder);
      assert.notEqual(errors.length, 0, one.text);
      const places = placesIn(said, one.text);
      const isThere = places?.some(({ start, end }) =>
        errors.some((error) => error.start <= end && start <= error.end),
      );
      if (places) named++;
      const told = errors.map(({ start, message }) => `${start} ${message}`).join("\n");
      assert.notEqual(isThere, false, `${said}\n${told}\n${one.text}`);
    }),
  );
  assert.ok(named > refused.length / 2, `only ${named} messages name a place`);
});

test("what docker compose takes has none, and is understood alike", async (context) => {
  const program = provideCompose("sid");
  if (!program) return context.skip("docker compose cannot be had here");
  await each(accepted, (one) =>
    inFolder(one, async (folder) => {
      const { taken, said } = await ask(program, folder, ["config", "--format", "json"]);
      assert.equal(taken, true, `${said} ${one.text}`);
      const { errors, effective } = ours(one.text, folder);
      assert.deepEqual(errors, [], one.text);
      const root = effective();
      const theirs = JSON.parse(said) as Json;
      assert.deepEqual(plain(root ? toJson(root) : null), plain(theirs), one.text);
    }),
  );
});

/** Without what is empty or false and with single dollars, keys in order. */
function plain(value: Json): unknown {
  if (typeof value === "string") return value.replaceAll("$$", "$");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .map(([key, one]) => [key, plain(one)] as const)
    .filter(([key, one]) => !isEmpty(one) && !key.startsWith("x-"));
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === "" || value === false) return true;
  return typeof value === "object" && Object.keys(value as object).length === 0;
}
