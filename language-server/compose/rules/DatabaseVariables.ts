import { t } from "../../l10n.ts";
import type { Fix, Report } from "../../lint/rule.ts";
import { keyed } from "../project/merge.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, type Service, servicesOf } from "../project/services.ts";
import { keysOf, rowAt } from "../schema/schema.ts";
import { entrySpan, itemSpan } from "../yaml/edits.ts";
import { at, type Entry, entriesAt, type Node } from "../yaml/tree.ts";
import type { ComposeRule } from "./compose-rule.ts";

interface Database {
  /** What its image asks for when it starts with an empty volume. */
  readonly needs: string;
  /** Names of variables that will do. */
  readonly enough: RegExp;
  /** The variable that must not name root. */
  readonly user?: RegExp;
}

const user = /^(?:MYSQL|MARIADB)_USER$/;
const databases: Readonly<Record<string, Database>> = {
  postgres: {
    needs: "POSTGRES_PASSWORD",
    enough: /^POSTGRES_(?:PASSWORD(?:_FILE)?|HOST_AUTH_METHOD)$/,
  },
  mysql: {
    needs: "MYSQL_ROOT_PASSWORD",
    enough: /^MYSQL_(?:ROOT_PASSWORD(?:_FILE)?|(?:ALLOW_EMPTY|RANDOM_ROOT)_PASSWORD)$/,
    user,
  },
  mariadb: {
    needs: "MARIADB_ROOT_PASSWORD",
    enough:
      /^(?:MYSQL|MARIADB)_(?:ROOT_PASSWORD(?:_FILE|_HASH)?|(?:ALLOW_EMPTY|ALLOW_EMPTY_ROOT|RANDOM_ROOT)_PASSWORD)$/,
    user,
  },
};

export const DatabaseVariables: ComposeRule = {
  code: "DatabaseVariables",
  aliases: [],
  severity: "warning",
  summary: "Database images stop at once without a password, or with a second root user.",
  scope: { each: ["services"] },
  outside: (_, { project }) => project.incomplete,
  check(model, report) {
    for (const service of servicesOf(model)) {
      const image = certain(at(service.node, "image"));
      const [name, database] = databaseOf(image?.text);
      if (!database || !image || at(service.node, "entrypoint")) continue;
      const environment = at(service.node, "environment");
      const variables = environment ? entriesAt(keyed(environment)) : [];
      for (const entry of variables)
        if (entry.source === model.source && database.user?.test(entry.key))
          checkUser(entry, environment, report);
      const given = variables.some(({ key }) => database.enough.test(key));
      if (given || mayHaveMore(service, model) || image.source !== model.source) continue;
      report(image, t("{0} stops the first time it starts: it needs {1}.", name, database.needs), {
        fixes: () => added(service, environment, database.needs),
      });
    }
  },
};

/** An image that Docker's library has under that name. */
const official = /^(?:docker\.io\/)?(?:library\/)?([a-z]+)(?:[:@]|$)/;

function databaseOf(image = ""): readonly [string, Database | undefined] {
  const name = official.exec(image)?.[1] ?? "";
  return Object.hasOwn(databases, name) ? [name, databases[name]] : [name, undefined];
}

function checkUser(entry: Entry, environment: Node | undefined, report: Report): void {
  if (certain(entry.value)?.text !== "root") return;
  const message = t(
    '"root" already exists; with it as {0} the container does not start.',
    entry.key,
  );
  report(entry.value, message, {
    fixes: () => {
      const span = environment?.kind === "list" ? itemSpan(entry.value) : entrySpan(entry);
      const edits = [{ ...span, newText: "" }];
      return [{ title: t("Remove {0}", entry.key), edits, safe: true }];
    },
  });
}

/** Variables from a file, or below a key that is mistyped. */
function mayHaveMore({ node }: Service, { project }: ComposeModel): boolean {
  if (project.incomplete) return true;
  const known = keysOf(rowAt(["services", "a"]) ?? {});
  return [...node.entries.keys()].some(
    (key) => key === "env_file" || (!known.has(key) && !key.startsWith("x-")),
  );
}

/** The variable in front of the others, or below `image`. */
function added({ node }: Service, environment: Node | undefined, name: string): readonly Fix[] {
  const entry = node.entries.get(environment ? "environment" : "image");
  const [first] = environment?.kind === "list" ? environment.items : entriesAt(environment);
  const place = environment
    ? first && "keySpan" in first
      ? first.keySpan
      : first
    : entry?.keySpan;
  if (!entry || !place || entry.source !== entry.value.source) return [];
  const { text, lines } = entry.source;
  const line = lines.line(lines.lineAt(place.start));
  const head = text.slice(line.start, place.start);
  if (!/^ *(?:- +)?$/.test(head) || (!environment && head.includes("-"))) return [];
  const value = environment?.kind === "list" ? `${name}=change-me` : `${name}: change-me`;
  const newText = environment ? `${head}${value}\n` : `\n${head}environment:\n${head}  ${value}`;
  const start = environment ? line.start : line.end;
  return [{ title: t("Add {0}", name), edits: [{ start, end: start, newText }] }];
}
