// What engines are called where people read of them.
import type { Engine } from "../engine/engine.ts";

/** The name by which people know the engine. */
export function engineName({ endpoint }: Engine): string {
  return endpoint.name === "default" ? endpoint.host : endpoint.name;
}

/** A title, with the name of the engine where that is not the one in use. */
export function titleOn(engine: Engine, title: string): string {
  return engine.endpoint.origin === "unfolded" ? `${title} (${engineName(engine)})` : title;
}
