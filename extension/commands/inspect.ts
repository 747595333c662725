// Inspect, for objects of every kind: one as an object, several as a list, as the command line shows them.

import type { Engine } from "../engine/engine.ts";
import type { Kind, ObjectOf } from "../engine/model/objects.ts";
import { announce } from "./announce.ts";
import type { Command } from "./command.ts";
import { nameOf, on } from "./targets.ts";

/** The command that shows what the engine says of the objects as a document. */
export function inspectAll<K extends Kind>(
  kind: K,
  verb: readonly string[],
  ask: (engine: Engine, object: ObjectOf[K]) => Promise<unknown>,
): Command {
  return on(kind, { many: false }, async (engine, objects, { documents }) => {
    const names = objects.map(nameOf);
    await announce(engine, ...verb, ...names);
    const answers = await Promise.all(objects.map((object) => ask(engine, object)));
    await documents.json(names.join(" "), answers.length === 1 ? answers[0] : answers);
  });
}
