// The engine layer's door to l10n: it knows no VS Code, so the extension hands its translator in at start.

/** Turns an English text with places `{0}`, `{1}` … into the reader's language. */
export type Translator = (text: string, ...values: (string | number)[]) => string;

const english: Translator = (text, ...values) =>
  text.replace(/\{(\d+)\}/g, (place, index: string) => String(values[Number(index)] ?? place));

let translator: Translator = english;

/** The text in the reader's language. The first argument is always a literal, so that tools find it. */
export const t: Translator = (text, ...values) => translator(text, ...values);

/** Sets the translator of the whole layer; without an argument, English again. */
export function useTranslator(translate: Translator = english): void {
  translator = translate;
}
