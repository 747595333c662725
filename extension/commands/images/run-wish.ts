// What a person wants to run, as the engine's options and as docker's arguments. Pure.

import { EngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";
import type { create } from "../../engine/verbs/containers.ts";

/** What a new container is to be; what is missing or empty is the image's or the engine's affair. */
export interface RunWish {
  readonly image: string;
  readonly name?: string;
  readonly ports?: readonly string[];
  /** `NAME=value` */
  readonly environment?: readonly string[];
  readonly volumes?: readonly string[];
  readonly network?: string;
  readonly memory?: string;
  readonly cpus?: string;
  readonly restart?: string;
  readonly user?: string;
  readonly directory?: string;
  readonly labels?: readonly string[];
  readonly command?: readonly string[];
}

export type WishKey = Exclude<keyof RunWish, "image">;

/** A wish as it is typed: several values of one kind stand in one line. */
export type RunTexts = { readonly image: string } & { readonly [key in WishKey]?: string };

type Options = Parameters<typeof create>[1];

/** The flag of each key; the command has none. */
const flags: Record<Exclude<WishKey, "command">, string> = {
  name: "--name",
  ports: "-p",
  environment: "-e",
  volumes: "-v",
  network: "--network",
  memory: "--memory",
  cpus: "--cpus",
  restart: "--restart",
  user: "--user",
  directory: "--workdir",
  labels: "--label",
};
const lists: ReadonlySet<string> = new Set<WishKey>([
  "ports",
  "environment",
  "volumes",
  "labels",
  "command",
]);

/** The words of a line; quotes keep blanks together, as in a shell. */
export function words(line: string): string[] {
  const found: string[] = [];
  for (const [word] of line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g))
    found.push(word.replace(/"([^"]*)"|'([^']*)'/g, (_, a?: string, b?: string) => a ?? b ?? ""));
  return found;
}

/** The wish that the texts of a form are. */
export function wishOf({ image, ...texts }: RunTexts): RunWish {
  const parts = Object.entries(texts).map(([key, text]) => [
    key,
    lists.has(key) ? words(text) : text,
  ]);
  return { image, ...Object.fromEntries(parts) };
}

/** The arguments of `docker run` behind its mode. */
export function runArguments(wish: RunWish): string[] {
  const options = Object.entries(flags).flatMap(([key, flag]) =>
    [wish[key as WishKey] || []].flat().flatMap((value) => [flag, value]),
  );
  return [...options, wish.image, ...(wish.command ?? [])];
}

/** The options of the engine's request. @throws EngineError `invalid` when a port or an amount is none */
export function optionsOf(wish: RunWish): Options {
  const ports = (wish.ports ?? []).map(parsePort);
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const { target, ip, host } of ports)
    bindings[target] = [...(bindings[target] ?? []), { HostIp: ip, HostPort: host }];
  return {
    Image: wish.image,
    ...(wish.name && { name: wish.name }),
    ...(wish.command?.length && { Cmd: [...wish.command] }),
    ...(wish.user && { User: wish.user }),
    ...(wish.directory && { WorkingDir: wish.directory }),
    Env: [...(wish.environment ?? [])],
    Labels: Object.fromEntries((wish.labels ?? []).map(splitLabel)),
    ExposedPorts: Object.fromEntries(ports.map(({ target }) => [target, {}])),
    HostConfig: {
      Binds: [...(wish.volumes ?? [])],
      PortBindings: bindings,
      ...(wish.network && { NetworkMode: wish.network }),
      ...(wish.memory && { Memory: parseBytes(wish.memory) }),
      ...(wish.cpus && { NanoCpus: parseCpus(wish.cpus) }),
      ...(wish.restart && { RestartPolicy: parseRestart(wish.restart) }),
    },
  };
}

function splitLabel(label: string): [string, string] {
  const [name = "", ...value] = label.split("=");
  return [name, value.join("=")];
}

/** `[ip:]host:container[/protocol]` in its parts; the host's port is empty when the engine is to choose. */
export function parsePort(text: string): { ip: string; host: string; target: string } {
  const match = /^(?:(?:(\[[0-9a-f:]+\]|[\d.]+):)?(\d*):)?(\d+)(?:\/(tcp|udp|sctp))?$/i.exec(text);
  const [, ip = "", host = "", container = "", protocol = "tcp"] = match ?? [];
  if (!match || Number(host) > 65_535 || Number(container) > 65_535 || Number(container) === 0)
    throw new EngineError("invalid", t("“{0}” is not a port.", text), {
      remedy: t("Write it as host:container, such as 8080:80."),
    });
  return { ip: ip.replace(/^\[|\]$/g, ""), host, target: `${container}/${protocol.toLowerCase()}` };
}

/** Bytes of an amount as docker takes it: `512m`, `1.5g`, `1073741824`. */
export function parseBytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?)(?:i?b)?$/i.exec(text.trim());
  if (!match)
    throw new EngineError("invalid", t("“{0}” is not an amount of memory.", text), {
      remedy: t("Write it as 512m or 2g."),
    });
  const power = " kmgt".indexOf((match[2] ?? "").toLowerCase() || " ");
  return Math.round(Number(match[1]) * 1024 ** power);
}

/** Billionths of a processor: `1.5`. */
export function parseCpus(text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text.trim()))
    throw new EngineError("invalid", t("“{0}” is not a number of processors.", text), {
      remedy: t("Write it as 0.5 or 2."),
    });
  return Math.round(Number(text) * 1e9);
}

export const restartPolicies = ["no", "on-failure", "always", "unless-stopped"] as const;

/** `on-failure:3` in the engine's form. */
function parseRestart(text: string): { Name: string; MaximumRetryCount?: number } {
  const [name = "", count] = text.split(":");
  if (!restartPolicies.some((one) => one === name) || (count && !/^\d+$/.test(count)))
    throw new EngineError("invalid", t("“{0}” is not a restart policy.", text), {
      remedy: restartPolicies.join(", "),
    });
  return { Name: name, ...(count && { MaximumRetryCount: Number(count) }) };
}
