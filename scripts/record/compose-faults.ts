// Asks docker compose what it says of the typical faults and records its words, from which
// docs/compose-faults.md is made beside our own. Take the newest: COMPOSE names its program.
// Run: node scripts/record/compose-faults.ts && node scripts/update.ts
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { faults } from "../../test/language-server/compose/faults.ts";
import { provideCompose } from "../compose.ts";

const target = "test/language-server/compose/faults-words.json";
const program = process.env.COMPOSE ?? provideCompose("sid");
if (!program) throw new Error("There is no docker compose to ask; set COMPOSE.");

const words: Record<string, string> = {};
for (const { name, text, files } of faults) {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-fault-"));
  for (const [file, content] of Object.entries({ ...files, "compose.yaml": text }))
    writeFileSync(join(folder, file), content);
  const { status, stderr } = spawnSync(program, ["config", "-q"], {
    cwd: folder,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: folder, COMPOSE_PROJECT_NAME: "shop" },
  });
  if (status === 0) console.error(`Compose takes it: ${name}`);
  const said = stderr
    .split("\n")
    .filter((line) => !/^time=/.test(line))
    .join(" ");
  words[name] = said.replaceAll(`${folder}/`, "").replaceAll(/\s+/g, " ").trim();
  rmSync(folder, { recursive: true });
}
const version = spawnSync(program, ["version", "--short"], { encoding: "utf8" }).stdout.trim();
writeFileSync(target, `${JSON.stringify({ version, words }, undefined, 2)}\n`);
console.log(`wrote ${target}`);
