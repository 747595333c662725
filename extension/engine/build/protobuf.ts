// The few parts of protobuf's wire format that BuildKit's session and trace need. It knows no
// message: callers name fields by number.

/** What a message holds: numbers as bigint, everything else as bytes, in the order of the wire. */
export type Fields = ReadonlyMap<number, readonly (bigint | Uint8Array)[]>;

/**
 * Reads one message. Fields of fixed width are skipped: no message that we read has any.
 * @throws RangeError where the bytes are no message.
 */
export function decode(bytes: Uint8Array): Fields {
  const fields = new Map<number, (bigint | Uint8Array)[]>();
  for (let at = 0; at < bytes.length; ) {
    const tag = varint(bytes, at);
    const field = Number(tag.value) >>> 3;
    const { value, end } = fieldValue(bytes, tag.end, Number(tag.value) & 7);
    at = end;
    if (value !== undefined) fields.set(field, [...(fields.get(field) ?? []), value]);
  }
  return fields;
}

function fieldValue(
  bytes: Uint8Array,
  at: number,
  wire: number,
): { value: bigint | Uint8Array | undefined; end: number } {
  if (wire === 1) return { value: undefined, end: at + 8 };
  if (wire === 5) return { value: undefined, end: at + 4 };
  if (wire !== 0 && wire !== 2) throw new RangeError(`Unknown protobuf wire type ${wire}.`);
  const start = varint(bytes, at);
  if (wire === 0) return start;
  const end = start.end + Number(start.value);
  if (end > bytes.length) throw new RangeError("A protobuf message ends too early.");
  return { value: bytes.subarray(start.end, end), end };
}

function varint(bytes: Uint8Array, start: number): { value: bigint; end: number } {
  let value = 0n;
  for (let at = start; ; at++) {
    const byte = bytes[at];
    if (byte === undefined) throw new RangeError("A protobuf message ends too early.");
    value |= BigInt(byte & 127) << BigInt(7 * (at - start));
    if (byte < 128) return { value, end: at + 1 };
  }
}

/** The field as text, empty where it is missing. */
export function text(fields: Fields, field: number): string {
  return Buffer.from(bytes(fields, field)).toString("utf8");
}

/** All values of a repeated text field. */
export function texts(fields: Fields, field: number): string[] {
  return all(fields, field).map((value) => Buffer.from(value).toString("utf8"));
}

/** The field as a number, 0 where it is missing. */
export function number(fields: Fields, field: number): number {
  const value = fields.get(field)?.[0];
  return typeof value === "bigint" ? Number(BigInt.asIntN(64, value)) : 0;
}

/** The field's bytes, none where it is missing. */
export function bytes(fields: Fields, field: number): Uint8Array {
  return all(fields, field)[0] ?? new Uint8Array();
}

/** All messages of a repeated field, decoded. */
export function messages(fields: Fields, field: number): Fields[] {
  return all(fields, field).map(decode);
}

/** The field's message, undefined where it is missing. */
export function message(fields: Fields, field: number): Fields | undefined {
  return messages(fields, field)[0];
}

function all(fields: Fields, field: number): Uint8Array[] {
  return (fields.get(field) ?? []).filter((value) => typeof value !== "bigint");
}

/** A length-delimited field: text, bytes or a message; nothing where the value is empty. */
export function bytesField(field: number, value: string | Uint8Array): Buffer {
  const body = typeof value === "string" ? Buffer.from(value) : value;
  if (body.length === 0) return Buffer.alloc(0);
  return Buffer.concat([bytesHead(field, body.length), body]);
}

/** What stands before the bytes of a length-delimited field. */
export function bytesHead(field: number, length: number): Buffer {
  return Buffer.concat([varintBytes((field << 3) | 2), varintBytes(length)]);
}

/** A number field; nothing where the value is 0, as proto3 has it. Negative ones as 64-bit. */
export function numberField(field: number, value: number | bigint): Buffer {
  if (BigInt(value) === 0n) return Buffer.alloc(0);
  return Buffer.concat([varintBytes(field << 3), varintBytes(BigInt.asUintN(64, BigInt(value)))]);
}

function varintBytes(value: number | bigint): Buffer {
  // Nearly all are small.
  if (value < 128) return Buffer.of(Number(value));
  const out: number[] = [];
  let rest = BigInt(value);
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    out.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Buffer.from(out);
}
