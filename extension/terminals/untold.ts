// What of a build's findings nobody else has told. Pure: findings are of any kind that has a code and lines.

export interface Finding {
  readonly code?: string | number | { readonly value: string | number } | undefined;
  /** As VS Code counts: 0 is an error. */
  readonly severity?: number;
  readonly range: {
    readonly start: { readonly line: number };
    readonly end: { readonly line: number };
  };
}

/** The code of what BuildKit has to say of a Dockerfile that it cannot read; it ends at the first fault. */
export const REFUSED = "refused";
const ERROR = 0;

/**
 * A build speaks of the whole instruction, a linter of the words in it: one code within is the same, and so
 * is any error where BuildKit refuses the file.
 */
export function untold<F extends Finding>(found: readonly F[], others: readonly Finding[]): F[] {
  return found.filter(
    (one) =>
      codeOf(one) === undefined ||
      !others.some(
        (other) =>
          isSame(one, other) &&
          other.range.start.line >= one.range.start.line &&
          other.range.start.line <= one.range.end.line,
      ),
  );
}

const isSame = (one: Finding, other: Finding): boolean =>
  codeOf(one) === REFUSED ? other.severity === ERROR : codeOf(other) === codeOf(one);

const codeOf = ({ code }: Finding): string | number | undefined =>
  typeof code === "object" ? code.value : code;
