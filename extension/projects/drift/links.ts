// The links of a service: Compose turns each into three names by which the engine knows a container.
import { mapOf, textsOf } from "../definition.ts";
import type { Field } from "./facts.ts";
import { at, isPodmans, listText, text } from "./values.ts";

const both = (link: string) => {
  const [name = "", alias = name] = link.split(":");
  return `${name}:${alias}`;
};

export const links: Field = {
  key: "links",
  file: ({ service: { config } }) =>
    text(config.network_mode)
      ? undefined
      : listText([...textsOf(config.links), ...textsOf(config.external_links)].map(both)),
  container(facts) {
    // Podman keeps none.
    if (isPodmans(facts.container)) return links.file(facts) ?? "";
    const networks = Object.values(mapOf(at(facts.container, "NetworkSettings.Networks")));
    const all = networks.flatMap((network) => textsOf(mapOf(network).Links));
    const aliases = new Map<string, Set<string>>();
    for (const link of all) {
      const [name = "", alias = ""] = link.split(":");
      aliases.set(name, (aliases.get(name) ?? new Set()).add(alias));
    }
    const ofService = `${facts.definition.name}-`;
    return listText([
      ...new Set([...aliases].flatMap(([name, of]) => wishes(name, [...of], ofService))),
    ]);
  },
};

/** What the file must have said for a container to be known by these names. */
function wishes(container: string, aliases: readonly string[], prefix: string): string[] {
  const full = aliases.find((one) => one.startsWith(prefix) && /-\d+$/.test(one));
  if (!full) return aliases.map((alias) => `${container}:${alias}`);
  const short = full.slice(prefix.length);
  const service = short.replace(/-\d+$/, "");
  return aliases
    .filter((alias) => alias !== full && alias !== short)
    .map((alias) => `${service}:${alias}`);
}
