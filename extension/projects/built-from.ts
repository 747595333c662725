// Which images Compose builds from a Dockerfile. Pure.
import { resolve } from "node:path";
import { type Definition, mapOf } from "./definition.ts";

/** The references of the services that are built from the Dockerfile at this path, each once. */
export function imagesBuiltFrom(definitions: readonly Definition[], dockerfile: string): string[] {
  const services = definitions.flatMap(({ services }) => services);
  const built = services.filter(({ config }) => dockerfileOf(config.build) === dockerfile);
  return [...new Set(built.map(({ image }) => image))];
}

/** The path; undefined where the text stands in the Compose file, or the context is elsewhere. */
function dockerfileOf(build: unknown): string | undefined {
  const { context, dockerfile = "Dockerfile", dockerfile_inline } = mapOf(build);
  if (typeof context !== "string" || dockerfile_inline !== undefined) return undefined;
  return resolve(context, String(dockerfile));
}
