// Instructions where a line begins, and whole instructions with places to fill in.
import { CompletionItemKind } from "vscode-languageserver-types";
import { t } from "../../l10n.ts";
import type { Completion } from "../../language.ts";
import type { Span } from "../../text.ts";
import { baseOf, type Family } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { instructionTable } from "../syntax/instructions.ts";
import type { Request } from "./argument-completion.ts";
import { directiveNames, startsLike } from "./directive-completion.ts";
import { instructionDoc } from "./hover.ts";

/** As often as they are written. */
const ORDER =
  "FROM RUN COPY WORKDIR CMD ENV EXPOSE ENTRYPOINT ARG USER ADD LABEL VOLUME HEALTHCHECK SHELL STOPSIGNAL ONBUILD MAINTAINER".split(
    " ",
  );
/** Behind these the list opens again: what belongs there is known. */
const AGAIN = /^(?:FROM|COPY|ADD|USER|EXPOSE|STOPSIGNAL|SHELL|ONBUILD|HEALTHCHECK)$/;

interface Snippet {
  readonly label: string;
  readonly insert: string;
  /** Whose package manager it uses. */
  readonly family?: Family;
}

const SNIPPETS: readonly Snippet[] = [
  { label: "FROM … AS …", insert: "FROM ${1:image} AS ${2:build}\n$0" },
  {
    label: "RUN apt-get install",
    insert:
      "RUN apt-get update \\\n    && apt-get install -y --no-install-recommends ${1:package} \\\n    && rm -rf /var/lib/apt/lists/*\n$0",
    family: "debian",
  },
  { label: "RUN apk add", insert: "RUN apk add --no-cache ${1:package}\n$0", family: "alpine" },
  {
    label: "RUN dnf install",
    insert: "RUN dnf install -y ${1:package} \\\n    && dnf clean all\n$0",
    family: "rpm",
  },
  {
    label: "RUN useradd",
    insert: "RUN useradd --create-home ${1:app}\nUSER ${1:app}\n$0",
    family: "debian",
  },
  { label: "RUN adduser", insert: "RUN adduser -D ${1:app}\nUSER ${1:app}\n$0", family: "alpine" },
  { label: "RUN <<EOF", insert: "RUN <<EOF\nset -e\n${1:command}\nEOF\n$0" },
  {
    label: "RUN --mount=type=cache",
    insert: "RUN --mount=type=cache,target=${1:/root/.cache} ${2:command}\n$0",
  },
  {
    label: "RUN --mount=type=secret",
    insert: "RUN --mount=type=secret,id=${1:token},env=${2:TOKEN} ${3:command}\n$0",
  },
  { label: "COPY --from=…", insert: "COPY --from=${1:build} ${2:/app} ${3:./}\n$0" },
  { label: "COPY --chown=…", insert: "COPY --chown=${1:user} ${2:.} ${3:.}\n$0" },
  { label: 'CMD ["…"]', insert: 'CMD ["${1:program}", "${2:argument}"]\n$0' },
  { label: 'ENTRYPOINT ["…"]', insert: 'ENTRYPOINT ["${1:program}"]\n$0' },
  {
    label: "HEALTHCHECK … CMD",
    insert: "HEALTHCHECK --interval=${1:30s} --timeout=${2:3s} CMD ${3:command}\n$0",
  },
];

export function keywords(
  document: DockerfileDocument,
  offset: number,
  before: string,
): readonly Completion[] {
  const typed = before.trimStart();
  const span = { start: offset - typed.length, end: offset };
  const hasFrom = document.instructions.some(
    ({ keyword, span: at }) => keyword === "FROM" && at.start < span.start,
  );
  const anyBefore = document.instructions.some(({ span: at }) => at.start < span.start);
  const fits = (name: string) =>
    (hasFrom || anyBefore || name === "FROM" || name === "ARG") && startsLike(name, typed);
  const directives =
    anyBefore || document.comments.length > 0 ? [] : directiveNames(document, span, typed, "# ");
  const items = ORDER.filter(fits).map((name) => keywordItem(document, name, span));
  return [...items, ...(typed ? snippets(document, span, fits) : []), ...directives];
}

function keywordItem({ text }: DockerfileDocument, name: string, span: Span): Completion {
  const isFollowed = /[ \t]/.test(text[span.end] ?? "");
  return {
    label: name,
    kind: CompletionItemKind.Keyword,
    span,
    insert: isFollowed ? name : `${name} `,
    filterText: name,
    documentation: () => instructionDoc(name),
    ...(AGAIN.test(name) ? { again: true } : {}),
    ...(instructionTable[name]?.deprecated ? { deprecated: true } : {}),
  };
}

/** Those that fit the base image, on a line that holds nothing else. */
function snippets(
  document: DockerfileDocument,
  span: Span,
  fits: (keyword: string) => boolean,
): readonly Completion[] {
  if (/^[^\r\n]*\S/.test(document.text.slice(span.end, span.end + 100))) return [];
  const last = document.instructions.findLast(({ span: at }) => at.start < span.start);
  const family = last && baseOf(document, last)?.family;
  return SNIPPETS.filter(
    (one) =>
      fits(one.label.split(" ", 1)[0] ?? "") && (!one.family || !family || one.family === family),
  ).map(({ label, insert }) => ({
    label,
    kind: CompletionItemKind.Snippet,
    span,
    // What follows the line stays where it is.
    insert: span.end < document.text.length ? insert.replace(/\n\$0$/, "$0") : insert,
    snippet: true,
    detail: t("Snippet"),
    documentation: `\`\`\`dockerfile\n${insert.replace(/\$\{\d:([^}]*)\}/g, "$1").replace(/\n\$0$/, "")}\n\`\`\``,
  }));
}

/** What ONBUILD may hold back. */
export function triggers({ document, typed, span }: Request): readonly Completion[] {
  return ORDER.filter(
    (name) => !["FROM", "ONBUILD", "MAINTAINER"].includes(name) && startsLike(name, typed),
  ).map((name) => keywordItem(document, name, span));
}
