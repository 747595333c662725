// Semantic tokens in LSP's packed form: whole, a range of them, or what has changed.
import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-types";
import { type Token, tokenModifiers, tokenTypes } from "./language.ts";
import type { Lines, Span } from "./text.ts";

const typeNumber = new Map(tokenTypes.map((type, index) => [type, index]));
const modifierBit = new Map(tokenModifiers.map((modifier, index) => [modifier, 1 << index]));

/** Packs tokens: five numbers each, places relative to the one before. One over several lines is cut at the line ends. */
export function packTokens(tokens: readonly Token[], lines: Lines, within?: Span): number[] {
  const sorted = [...tokens].sort((one, other) => one.start - other.start);
  const data: number[] = [];
  let line = 0;
  let character = 0;
  let reached = 0;
  for (const token of sorted) {
    if (token.start < reached) continue; // Tokens may not overlap; the first one wins.
    if (within && (token.end < within.start || token.start > within.end)) continue;
    reached = token.end;
    const bits = (token.modifiers ?? []).reduce((sum, one) => sum | (modifierBit.get(one) ?? 0), 0);
    for (const piece of pieces(token, lines)) {
      const position = lines.position(piece.start);
      const sameLine = position.line === line;
      data.push(
        position.line - line,
        sameLine ? position.character - character : position.character,
        piece.end - piece.start,
        typeNumber.get(token.type) ?? 0,
        bits,
      );
      ({ line, character } = position);
    }
  }
  return data;
}

function* pieces({ start, end }: Span, lines: Lines): Generator<Span> {
  const last = lines.lineAt(end);
  for (let number = lines.lineAt(start); number <= last; number++) {
    const line = lines.line(number);
    const piece = { start: Math.max(start, line.start), end: Math.min(end, line.end) };
    if (piece.end > piece.start) yield piece;
  }
}

/** The last packed tokens of each document, to send only what is different. */
export class TokenMemory {
  readonly #last = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  #count = 0;

  keep(uri: string, data: number[]): SemanticTokens {
    const resultId = String(++this.#count);
    this.#last.set(uri, { id: resultId, data });
    return { resultId, data };
  }

  delta(uri: string, previousId: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const last = this.#last.get(uri);
    const now = this.keep(uri, data);
    if (last?.id !== previousId) return now;
    const shorter = Math.min(last.data.length, data.length);
    let head = 0;
    while (head < shorter && last.data[head] === data[head]) head++;
    let tail = 0;
    while (tail < shorter - head && last.data.at(-1 - tail) === data.at(-1 - tail)) tail++;
    const deleteCount = last.data.length - head - tail;
    const inserted = data.slice(head, data.length - tail);
    const edits =
      deleteCount === 0 && inserted.length === 0
        ? []
        : [{ start: head, deleteCount, data: inserted }];
    return { ...(now.resultId ? { resultId: now.resultId } : {}), edits };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
