// What is written to a stream: the messages that others write, and what was encoded beforehand.
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import test from "node:test";
import { StreamMessageReader } from "vscode-languageserver/node";
import { Encoded, encode } from "../../language-server/encoded.ts";
import { StreamWriter } from "../../language-server/message-writer.ts";

test("messages come as they were sent, whatever of them was encoded before", async () => {
  const stream = new PassThrough();
  const heard: unknown[] = [];
  const all = new Promise<void>((done) => {
    new StreamMessageReader(stream).listen((message) => {
      if (heard.push(message) === 3) done();
    });
  });
  const writer = new StreamWriter(stream);
  const plain = { jsonrpc: "2.0", method: "plain", params: { text: "é “한국어” \u2028" } };
  const params = new Encoded([encode('{"uri":"file:///a","diag'), encode('nostics":["한","é"]}')]);
  const encoded = { jsonrpc: "2.0", method: "encoded", params };
  await Promise.all([plain, encoded, plain].map((message) => writer.write(message)));
  await all;
  const value = { uri: "file:///a", diagnostics: ["한", "é"] };
  assert.deepEqual(heard, [plain, { ...encoded, params: value }, plain]);
  assert.deepEqual(JSON.parse(JSON.stringify(params)), value);
});

test("a stream that fails says so to who waits and to who listens", async () => {
  const stream = new PassThrough();
  const writer = new StreamWriter(stream);
  const failed = new Promise<Error>((done) => {
    writer.onError(([error]) => done(error));
  });
  stream.destroy(new Error("gone"));
  await assert.rejects(writer.write({ jsonrpc: "2.0" }));
  assert.match((await failed).message, /gone|destroyed/);
});
