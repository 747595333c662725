// A connection that is closed: what the server still has to say is dropped, and never ends it.
import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { Connection } from "../../language-server/connection.ts";
import { publication } from "../../language-server/to-diagnostic.ts";

test("nothing throws when the client is gone", async () => {
  const messages = createMessageConnection(
    new StreamMessageReader(new PassThrough()),
    new StreamMessageWriter(new PassThrough()),
  );
  const connection = new Connection(messages);
  messages.listen();
  messages.dispose();
  assert.doesNotThrow(() => connection.publish(publication("file:///a", 1, [], undefined)));
  assert.doesNotThrow(() => connection.logError("late"));
  await assert.rejects(connection.ask("workspace/configuration", { items: [] }));
});
