// What of a build's findings nobody else has told. Pure: findings are of any kind that has a code and lines.

export interface Finding {
  readonly code?: string | number | { readonly value: string | number } | undefined;
  readonly range: {
    readonly start: { readonly line: number };
    readonly end: { readonly line: number };
  };
}

/** A build speaks of the whole instruction, a linter of the words in it: one code within is the same. */
export function untold<F extends Finding>(found: readonly F[], others: readonly Finding[]): F[] {
  return found.filter(
    (one) =>
      codeOf(one) === undefined ||
      !others.some(
        (other) =>
          codeOf(other) === codeOf(one) &&
          other.range.start.line >= one.range.start.line &&
          other.range.start.line <= one.range.end.line,
      ),
  );
}

const codeOf = ({ code }: Finding): string | number | undefined =>
  typeof code === "object" ? code.value : code;
