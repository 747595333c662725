// The one stretch in which two versions of a text differ.

/** `old.slice(start, oldEnd)` has become `now.slice(start, nowEnd)`; all else is the same. */
export interface TextEdit {
  readonly start: number;
  readonly oldEnd: number;
  readonly nowEnd: number;
}

/** Who reads an edited text and who checks it ask about the same two texts. */
let last: { readonly old: string; readonly now: string; readonly edit: TextEdit } | undefined;

export function editBetween(old: string, now: string): TextEdit {
  if (last?.old === old && last.now === now) return last.edit;
  const start = commonStart(old, now);
  const same = commonEnd(old, now, start);
  const edit = { start, oldEnd: old.length - same, nowEnd: now.length - same };
  last = { old, now, edit };
  return edit;
}

/** Long stretches first, each compared as a whole: much faster than one character after the other. */
const chunks = [65_536, 4096, 128, 8, 1];

function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  for (const size of chunks)
    while (at + size <= most && one.slice(at, at + size) === other.slice(at, at + size)) at += size;
  return at;
}

function commonEnd(one: string, other: string, prefix: number): number {
  const most = Math.min(one.length, other.length) - prefix;
  let at = 0;
  for (const size of chunks)
    while (
      at + size <= most &&
      one.slice(one.length - at - size, one.length - at) ===
        other.slice(other.length - at - size, other.length - at)
    )
      at += size;
  return at;
}

/** The first index for which something holds, which then holds for all behind it. */
export function firstIndex(from: number, to: number, holds: (index: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
