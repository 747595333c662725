// Finds gems that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasFlag, hasWord } from "../shell/arguments.ts";
import type { Word } from "../shell/syntax.ts";
import { reportUnpinned } from "./parts/packages.ts";

export const DL3028: Rule<DockerfileDocument> = {
  code: "DL3028",
  aliases: [],
  severity: "warning",
  summary: "gem installs whichever version is newest at the time; name one.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "gem")) {
      if (!hasWord(command, "install", "i") || hasFlag(command, "v", "version")) continue;
      const end = command.args.findIndex(({ text }) => text === "--");
      const args = end < 0 ? command.args : command.args.slice(0, end);
      const gems = beforeFlags(args).filter(
        ({ text }) => !["install", "i"].includes(text) && !/:|\.gem$/.test(text),
      );
      reportUnpinned(command, gems, ":", report);
    }
  },
};

const TAKES_VALUE =
  /^--(?!no-|force$|local$|remote$|user-install$|quiet$|silent$|verbose$)\w[^=]*$/;

/** Words that are no flags, nor what stands behind an unknown flag and may be its value. */
function beforeFlags(args: readonly Word[]): readonly Word[] {
  return args.filter(
    ({ text }, index) => !text.startsWith("-") && !TAKES_VALUE.test(args[index - 1]?.text ?? ""),
  );
}
