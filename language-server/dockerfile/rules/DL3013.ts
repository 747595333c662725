// Finds packages of pip that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasFlag, hasWord, operands } from "../shell/arguments.ts";
import { pipArguments, pipPrograms, reportUnpinned } from "./parts/packages.ts";

const valued = [
  "abi",
  "b",
  "build",
  "e",
  "editable",
  "extra-index-url",
  "f",
  "find-links",
  "i",
  "index-url",
  "implementation",
  "no-binary",
  "only-binary",
  "platform",
  "prefix",
  "progress-bar",
  "proxy",
  "python-version",
  "root",
  "src",
  "t",
  "target",
  "trusted-host",
  "upgrade-strategy",
  "timeout",
  "retries",
  "cache-dir",
  "log",
];

export const DL3013: Rule<DockerfileDocument> = {
  code: "DL3013",
  aliases: [],
  severity: "warning",
  summary:
    "pip installs whichever version is newest at the time; name one or use a requirements file.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, ...pipPrograms)) {
      const words = pipArguments(command);
      if (words === undefined || hasFlag(command, "r", "requirement", "c", "constraint")) continue;
      if (hasWord(command, ".")) continue;
      const packages = operands({ ...command, args: words }, valued);
      reportUnpinned(
        command,
        packages.filter(({ text }) => !isPinned(text)),
        "==",
        report,
      );
    }
  },
};

function isPinned(text: string): boolean {
  return (
    /[=<>~!]=|[<>]|===|\.(?:whl|tar\.gz|zip)$|^\.{0,2}\//.test(text) ||
    (/^(?:git|hg|svn|bzr)\+/.test(text) && /@[^/]+$/.test(text.replace(/^[^:]*:\/\/[^/]*@/, ""))) ||
    /@\s*(?:file|https?):/.test(text)
  );
}
