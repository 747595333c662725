// Classes of the characters that mean something to a shell; a table, because every character of
// every RUN is looked up here.
const table = new Uint8Array(128);
const delimiterBit = 1;
const specialBit = 2;
const jointBit = 4;
const redirectionBit = 8;

mark(" \t\r\n\v\f;&|<>()", delimiterBit);
mark("$`'\"\\", specialBit);
mark(";&|\n", jointBit);
mark("<>&0123456789{", redirectionBit);

function mark(characters: string, bit: number): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    table[code] = (table[code] ?? 0) | bit;
  }
}

/** NaN (behind the end of a text) counts as one. */
export function endsWord(code: number): boolean {
  return Number.isNaN(code) || (code < 128 && ((table[code] ?? 0) & delimiterBit) !== 0);
}

/** Neither the end of a word nor a quote, backslash or the start of an expansion. */
export function isPlain(code: number): boolean {
  return code >= 128 || ((table[code] ?? delimiterBit) & (delimiterBit | specialBit)) === 0;
}

export function mayBeginJoint(code: number): boolean {
  return code < 128 && ((table[code] ?? 0) & jointBit) !== 0;
}

export function mayBeginRedirection(code: number): boolean {
  return code < 128 && ((table[code] ?? 0) & redirectionBit) !== 0;
}
