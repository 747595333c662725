// Servers that listen on 127.0.0.1 unless they are told otherwise: in a container nobody reaches
// them, whatever is published.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { namesAt, stateAt } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** `program verb`, the flags that say where it listens, the one to add, variables that say it, too. */
const SERVERS: readonly (readonly [line: string, flags: RegExp, add: string, env?: RegExp])[] = [
  ["flask run", /^(?:--host|-h)/, "--host=0.0.0.0", /^FLASK_RUN_HOST$/],
  ["fastapi dev", /^--host/, "--host=0.0.0.0", /^HOST$/],
  ["uvicorn", /^--(?:host|uds|fd)/, "--host=0.0.0.0", /^UVICORN_/],
  ["hypercorn", /^(?:-b|--bind|-c|--config)/, "--bind=0.0.0.0:8000"],
  ["gunicorn", /^(?:-b|--bind|-c|--config)/, "--bind=0.0.0.0:8000", /^(?:GUNICORN_CMD_ARGS|PORT)$/],
  ["manage.py runserver", /^[^-].*[.:]/, "0.0.0.0:8000"],
  ["-S", /^[^-].*:/, "0.0.0.0:8000"],
  ["jupyter notebook", /^--(?:ip|config|\w+App\.ip)/i, "--ip=0.0.0.0"],
  ["jupyter lab", /^--(?:ip|config|\w+App\.ip)/i, "--ip=0.0.0.0"],
  ["mkdocs serve", /^(?:-a|--dev-addr|-f|--config-file)/, "--dev-addr=0.0.0.0:8000"],
  ["ng serve", /^(?:--host|-c|--configuration)/, "--host=0.0.0.0"],
  ["vite dev", /^(?:--host|-c|--config)/, "--host=0.0.0.0"],
  ["vite preview", /^(?:--host|-c|--config)/, "--host=0.0.0.0"],
  ["vite", /^(?:--host|-c|--config|[a-z])/, "--host=0.0.0.0"],
  ["astro dev", /^(?:--host|--config)/, "--host=0.0.0.0"],
  ["webpack serve", /^(?:--host|-c|--config)/, "--host=0.0.0.0"],
  ["artisan serve", /^--host/, "--host=0.0.0.0", /^SERVER_HOST$/],
  ["hugo server", /^(?:--bind|--config)/, "--bind=0.0.0.0"],
  ["jekyll serve", /^(?:-H|--host|--config)/, "--host=0.0.0.0"],
];
/** This machine itself, or a port alone, which Django takes for it. */
const LOOPBACK = /^((?:--?[\w-]+=)?)(?:(?:127\.0\.0\.1|localhost|\[?::1\]?)(:\d+)?|(?<=^)(\d+))$/;
/** What only starts the program that follows. */
const STARTERS =
  /^(?:exec |(?:npx|bunx) |(?:poetry|pipenv|uv|pdm) run |(?:bundle|pnpm|yarn|npm) exec |(?:\S*\/)?(?:python[\d.]*|php) (?:-m )?)*(?:\.?\/?\S*\/)?/;

export const ListensOnLoopback: Rule<DockerfileDocument> = {
  code: "ListensOnLoopback",
  aliases: [],
  severity: "warning",
  summary: "The server listens on 127.0.0.1 only, so no published port reaches it.",
  scope: { stage: ["CMD", "ENTRYPOINT", "ENV", "ARG", "FROM"] },
  check(document, report) {
    const bases = new Set(document.stages.map(({ parent }) => parent));
    // What builds on a stage may say it.
    for (const stage of document.stages.filter((one) => !bases.has(one))) {
      const last = (keyword: string) =>
        stage.instructions.findLast((one) => one.keyword === keyword);
      const cmd = last("CMD");
      const entrypoint = last("ENTRYPOINT") ?? (cmd && stateAt(document, cmd, "ENTRYPOINT"));
      // The arguments of the program stand at the end of the last one.
      const at = cmd ?? last("ENTRYPOINT");
      if (!at) continue;
      const words = [...(entrypoint ? wordsOf(entrypoint) : []), ...(cmd ? wordsOf(cmd) : [])];
      const found = server(words, namesAt(document, at));
      if (!found) continue;
      const { name, wrong, right } = found;
      report(
        at.argumentSpan,
        t(
          "{0} listens on 127.0.0.1, where no published port reaches it. Make it listen on all addresses: {1}.",
          name === "-S" ? "php -S" : name,
          right,
        ),
        { fixes: () => (wrong === undefined ? added(at, right) : changed(at, wrong, right)) },
      );
    }
  },
};

/** None for what only a shell understands. */
function wordsOf({ json, argumentText }: Instruction): readonly string[] {
  if (json) return json.map(({ text }) => text);
  return /^[\w\s./:=@,[\]-]*$/.test(argumentText) ? argumentText.split(/\s+/) : [];
}

interface Found {
  readonly name: string;
  /** The word that names the address; nothing is named without it. */
  readonly wrong: string | undefined;
  readonly right: string;
}

/** A server that nobody outside would reach. */
function server(words: readonly string[], variables: readonly string[]): Found | undefined {
  const line = words.join(" ").replace(STARTERS, "");
  const known = SERVERS.find(([name]) => line === name || line.startsWith(`${name} `));
  if (!known) return undefined;
  const [name, flags, add, env] = known;
  const rest = line.slice(name.length).trim().split(" ");
  const wrong = rest.find(
    (word, index) =>
      LOOPBACK.test(word) &&
      (!/^\d/.test(word) || /^127/.test(word) || (index === 0 && name.endsWith("runserver"))),
  );
  if (wrong !== undefined) {
    const right = wrong.replace(LOOPBACK, (_, flag: string, port = "", alone = "") =>
      alone ? `0.0.0.0:${alone}` : `${flag}0.0.0.0${port}`,
    );
    return { name, wrong, right };
  }
  const isTold = rest.some((word) => word !== "" && flags.test(word));
  return isTold || (env && variables.some((one) => env.test(one)))
    ? undefined
    : { name, wrong, right: add };
}

function added({ json, argumentSpan }: Instruction, add: string): readonly Fix[] {
  const last = json?.at(-1);
  const end = last?.end ?? argumentSpan.end;
  const newText = last ? `, "${add}"` : ` ${add}`;
  return [{ title: t("Add {0}", add), edits: [{ start: end, end, newText }] }];
}

function changed({ json }: Instruction, wrong: string, right: string): readonly Fix[] {
  const word = json?.find(({ text }) => text === wrong);
  if (!word) return [];
  const { start, end } = word;
  return [
    { title: t("Change to {0}", right), edits: [{ start, end, newText: JSON.stringify(right) }] },
  ];
}
