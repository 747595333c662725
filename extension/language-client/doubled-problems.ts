// Which of our problems in a Compose file another extension shows, too: Red Hat's YAML, Container Tools
// and Docker DX tell of the YAML's syntax, and the first also of what the schema says. Knows no VS Code.

interface Place {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Place;
  readonly end: Place;
}

/** A problem as VS Code has it, as far as it matters here. */
export interface Told {
  readonly source?: string | undefined;
  readonly severity: number;
  readonly code?: unknown;
  readonly range: Range;
}

const error = 0;
const ownSource = "dockwright";
/** What the others call themselves when they tell of syntax; Container Tools does not say who it is. */
const syntaxSources: ReadonlySet<string | undefined> = new Set([
  "YAML",
  "docker-language-server",
  undefined,
]);
const schemaSource = "yaml-schema:";
/** What a schema knows. */
const schemaCodes: ReadonlySet<unknown> = new Set([
  "MissingKey",
  "UnknownKey",
  "WrongType",
  "WrongValue",
]);

/** Those of ours that nobody else shows, of all problems that are shown in a Compose file. */
export function withoutDoubled<One extends Told>(
  ours: readonly One[],
  all: readonly Told[],
): readonly One[] {
  const theirs = all.filter(({ source, severity }) => source !== ownSource && severity === error);
  const syntax = theirs.some(({ source }) => syntaxSources.has(source));
  const bySchema = theirs.filter(({ source }) => source?.startsWith(schemaSource));
  return ours.filter((one) => {
    const code = codeOf(one);
    if (code === "YamlSyntax") return !syntax;
    return !schemaCodes.has(code) || !bySchema.some(({ range }) => meet(range, one.range));
  });
}

function codeOf({ code }: Told): unknown {
  return typeof code === "object" && code !== null && "value" in code ? code.value : code;
}

function meet(one: Range, other: Range): boolean {
  return isBefore(one.start, other.end) && isBefore(other.start, one.end);
}

/** At the same place counts, too: a problem may have no width. */
function isBefore(one: Place, other: Place): boolean {
  return one.line < other.line || (one.line === other.line && one.character <= other.character);
}
