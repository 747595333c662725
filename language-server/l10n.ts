// The server's texts. English stands in the code and is the key of every other language.
import { settleParticles } from "../l10n/particles.ts";

let bundle: Readonly<Record<string, string>> = {};

/** Sets the texts of the person's language; the client hands them over at the start. */
export function useTexts(texts: Readonly<Record<string, string>>): void {
  bundle = texts;
}

/**
 * A text in the person's language, `{0}`, `{1}`, … replaced. The first argument is always a
 * string literal: a test reads them from the source. Call it when the text is needed, never at
 * the top of a module, where the language is not known yet.
 */
export function t(english: string, ...values: readonly (string | number)[]): string {
  const text = bundle[english] ?? english;
  if (values.length === 0) return text;
  const filled = text.replace(/\{(\d+)\}/g, (whole, index: string) =>
    String(values[Number(index)] ?? whole),
  );
  return text === english ? filled : settleParticles(filled);
}
