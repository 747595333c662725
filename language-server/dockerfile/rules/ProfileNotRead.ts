// Variables written into a profile, which only the shell of a terminal reads.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, place, type RunCommand } from "../model/run-commands.ts";

const PROFILE =
  /(?:^|\/)(?:\.bashrc|\.bash_profile|\.bash_login|\.profile|\.zshrc)$|^\/etc\/(?:profile|bash\.bashrc|bashrc|profile\.d\/\S+)$/;
const VARIABLE = /^\s*(?:export\s+)?([A-Za-z_]\w*)=(\S.*)$/;

/** What only a shell in a terminal has a use for. */
const FOR_PEOPLE =
  /^(?:PS[0-4]|PROMPT\w*|HIST\w*|LS_?COLORS|CLICOLOR\w*|(?:COLOR)?TERM|EDITOR|VISUAL|PAGER|LESS\w*|GIT_PS1_\w+)$/;

export const ProfileNotRead: Rule<DockerfileDocument> = {
  code: "ProfileNotRead",
  aliases: [],
  severity: "info",
  summary: "Only a shell in a terminal reads a profile: neither RUN nor CMD sees the variable.",
  scope: { each: ["RUN"], stage: ["CMD", "ENTRYPOINT", "SHELL"] },
  check(document, report) {
    for (const command of commandsOf(document, "echo", "printf")) {
      const file = command.redirections.find(({ operator }) => /^>{1,2}$/.test(operator))?.target;
      const [, name, value] = VARIABLE.exec(command.args[0]?.text ?? "") ?? [];
      if (!file || !PROFILE.test(file.text) || command.args.length !== 1) continue;
      if (name === undefined || value === undefined || FOR_PEOPLE.test(name)) continue;
      if (readsProfiles(document, command)) continue;
      report(
        place(command, file),
        t(
          "Only a shell in a terminal reads {0}: neither RUN nor CMD sees {1}. Use ENV.",
          file.text,
          name,
        ),
        { fixes: () => asEnv(command, name, value) },
      );
    }
  },
};

/** A shell that logs in reads them, and one that waits for people. */
function readsProfiles(document: DockerfileDocument, { run }: RunCommand): boolean {
  if (run.shell.some((word) => /^-\w*[il]|^--login/.test(word))) return true;
  const stage = document.stageOf(run.instruction);
  const own = stage?.instructions ?? document.whole.instructions;
  return own.some(
    ({ keyword, text }) => /^(?:CMD|ENTRYPOINT)$/.test(keyword) && /\b(?:ba|z|k)?sh\b/.test(text),
  );
}

/** Only a plain value means the same in ENV. */
function asEnv(
  { run: { instruction, commands } }: RunCommand,
  name: string,
  value: string,
): readonly Fix[] {
  const plain = /^(["']?)([\w./:$@+-]+)\1$/.exec(value)?.[2];
  if (plain === undefined || /\$(?!\w)|\$HOME/.test(plain)) return [];
  if (commands.length > 1 || instruction.heredocs.length > 0 || instruction.onbuild) return [];
  const newText = `ENV ${name}="${plain}"`;
  return [{ title: t("Use {0}", "ENV"), edits: [{ ...instruction.span, newText }] }];
}
