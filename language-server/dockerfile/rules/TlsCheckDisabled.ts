// Downloads that take whatever answers.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, type RunCommand } from "../model/run-commands.ts";
import type { Word } from "../shell/syntax.ts";
import { unquote } from "../syntax/words.ts";

/** Flags that switch the check off, by program. */
const FLAGS: Readonly<Record<string, RegExp>> = {
  curl: /^(?:-\w*k\w*|--insecure)$/,
  wget: /^--no-check-certificate$/,
  pip: /^--trusted-host(?:=|$)/,
  pip3: /^--trusted-host(?:=|$)/,
  "apt-get": /^--(?:allow-unauthenticated|force-yes)$/,
  apk: /^--allow-untrusted$/,
  yum: /^--nogpgcheck$/,
  dnf: /^--nogpgcheck$/,
};
const SETTINGS: Readonly<Record<string, RegExp>> = {
  git: /http\.sslverify[= ](?:false|0)/i,
  npm: /strict-ssl[= ]false/,
  yarn: /strict-ssl[= ]false/,
};
const VARIABLES: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  GIT_SSL_NO_VERIFY: /^(?:1|true)$/,
  PYTHONHTTPSVERIFY: /^0$/,
};

export const TlsCheckDisabled: Rule<DockerfileDocument> = {
  code: "TlsCheckDisabled",
  aliases: [],
  severity: "warning",
  summary: "Without the check, anyone along the way can substitute another file.",
  scope: { each: ["RUN", "ENV"] },
  check(document, report) {
    const message = () => t("Without the check, anyone along the way can substitute another file.");
    for (const command of commandsOf(document, ...Object.keys(FLAGS))) {
      const flag = switchedOff(command);
      if (!flag) continue;
      report(command.run.span(flag), message(), { fixes: () => without(document, command, flag) });
    }
    for (const command of commandsOf(document, ...Object.keys(SETTINGS))) {
      const text = command.args.map((word) => word.text).join(" ");
      if (SETTINGS[command.name]?.test(text)) report(command.run.span(command), message());
    }
    for (const env of document.byKeyword("ENV"))
      for (const { key, value, start, end } of env.pairs)
        if (
          Object.hasOwn(VARIABLES, key.text) &&
          VARIABLES[key.text]?.test(unquote(value?.text ?? ""))
        )
          report({ start, end }, message());
  },
};

/** A download from this very machine has nobody on its way. */
function switchedOff({ name, args }: RunCommand): Word | undefined {
  if (args.some(({ text }) => /\/\/(?:localhost|127\.)|^[^:]*\.apk$/.test(text))) return undefined;
  return args.find(({ text }) => FLAGS[name]?.test(text));
}

/** The flag goes with the blanks and line ends before it. */
function without(
  document: DockerfileDocument,
  { program, args, run }: RunCommand,
  flag: Word,
): readonly Fix[] {
  if (!/^--[^=]+$|^-k$/.test(flag.text) || flag.text.startsWith("--trusted")) return [];
  const before = args[args.indexOf(flag) - 1] ?? program;
  const { end } = run.span(flag);
  const start = before && run.span(before).end;
  if (start === undefined || document.text.slice(start, end).includes("#")) return [];
  return [{ title: t("Remove {0}", flag.text), edits: [{ start, end, newText: "" }] }];
}
