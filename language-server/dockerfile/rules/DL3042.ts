// Finds pip install that leaves its cache in the layer.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { chainOf } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, mountsCache, type RunCommand } from "../model/run-commands.ts";
import { hasFlag, wordOf } from "../shell/arguments.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { unquote } from "../syntax/words.ts";
import { addFlag } from "./parts/edits.ts";
import { pipArguments, pipPrograms } from "./parts/packages.ts";

const on = /^(?:1|on|true|yes|y|t)$/i;

export const DL3042: Rule<DockerfileDocument> = {
  code: "DL3042",
  aliases: [],
  severity: "warning",
  summary: "pip leaves its downloads in the layer; with --no-cache-dir it does not.",
  scope: { each: ["RUN"], stage: ["ENV"] },
  check(document, report) {
    for (const command of commandsOf(document, ...pipPrograms)) {
      const words = pipArguments(command);
      if (words === undefined || command.name === "pipx") continue;
      if (hasFlag(command, "no-cache-dir") || cacheIsOff(document, command)) continue;
      const { instruction } = command.run;
      if (mountsCache(instruction, "/root/.cache/pip", "/root/.cache") || mountsPip(instruction))
        continue;
      report(
        command.run.span(command),
        t("pip leaves its downloads in the layer; with --no-cache-dir it does not."),
        { fixes: () => [addFlag(command, wordOf(command, "install"), "--no-cache-dir")] },
      );
    }
  },
};

/** PIP_NO_CACHE_DIR, set before the command, by `export` or by ENV in the stage or those below it. */
function cacheIsOff(document: DockerfileDocument, command: RunCommand): boolean {
  const { run, assignments } = command;
  const exports = run.commands
    .filter(({ name, start }) => name === "export" && start < command.start)
    .flatMap(({ args }) => args);
  const own = [...assignments, ...exports].some(({ text }) => {
    const [name, value = ""] = text.split("=", 2);
    return name === "PIP_NO_CACHE_DIR" && on.test(value);
  });
  if (own) return true;
  const settings = document.derive(pipSettings);
  if (settings.length === 0) return false;
  const chain = chainOf(document, run.instruction);
  return settings.some(
    (env) =>
      chain.some((instructions) => instructions.includes(env)) &&
      env.pairs.some(
        ({ key, value }) => key.text === "PIP_NO_CACHE_DIR" && on.test(unquote(value?.text ?? "")),
      ),
  );
}

function mountsPip(instruction: Instruction): boolean {
  return instruction.flags.some(
    ({ name, value }) => name === "mount" && /\.cache\/pip\b/.test(value ?? ""),
  );
}

function pipSettings(document: DockerfileDocument): readonly Instruction[] {
  return document
    .byKeyword("ENV")
    .filter(({ argumentText }) => argumentText.includes("PIP_NO_CACHE_DIR"));
}
