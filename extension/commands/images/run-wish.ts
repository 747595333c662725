// What a person wants to run, as the engine's options and as docker's arguments. Pure.
import type { create } from "../../engine/containers.ts";
import { EngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";

export interface RunWish {
  readonly image: string;
  /** Empty: the engine makes one up. */
  readonly name: string;
  /** As `-p` takes them: `[ip:]host:container[/protocol]`, or the container's port alone. */
  readonly ports: readonly string[];
  readonly environment: readonly string[];
  readonly volumes: readonly string[];
  readonly command: readonly string[];
}

type Options = Parameters<typeof create>[1];

/** The words of a line; quotes keep blanks together, as in a shell. */
export function words(line: string): string[] {
  const found: string[] = [];
  for (const [word] of line.matchAll(/(?:[^\s"']|"[^"]*"|'[^']*')+/g))
    found.push(word.replace(/"([^"]*)"|'([^']*)'/g, (_, a?: string, b?: string) => a ?? b ?? ""));
  return found;
}

/** The arguments of `docker run` behind its mode. */
export function runArguments(wish: RunWish): string[] {
  const each = (flag: string, values: readonly string[]) => values.flatMap((one) => [flag, one]);
  return [
    ...(wish.name ? ["--name", wish.name] : []),
    ...each("-p", wish.ports),
    ...each("-e", wish.environment),
    ...each("-v", wish.volumes),
    wish.image,
    ...wish.command,
  ];
}

/** The options of the engine's request. @throws EngineError `invalid` when a port is none */
export function optionsOf(wish: RunWish): Options {
  const ports = wish.ports.map(parsePort);
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const { target, ip, host } of ports) {
    const list = bindings[target] ?? [];
    bindings[target] = [...list, { HostIp: ip, HostPort: host }];
  }
  return {
    Image: wish.image,
    ...(wish.name && { name: wish.name }),
    ...(wish.command.length > 0 && { Cmd: [...wish.command] }),
    Env: [...wish.environment],
    ExposedPorts: Object.fromEntries(ports.map(({ target }) => [target, {}])),
    HostConfig: { Binds: [...wish.volumes], PortBindings: bindings },
  };
}

/** `[ip:]host:container[/protocol]` in its parts; the host's port is empty when the engine is to choose. */
export function parsePort(text: string): { ip: string; host: string; target: string } {
  const match = /^(?:(?:(\[[0-9a-f:]+\]|[\d.]+):)?(\d*):)?(\d+)(?:\/(tcp|udp|sctp))?$/i.exec(text);
  if (!match)
    throw new EngineError("invalid", t("“{0}” is not a port.", text), {
      remedy: t("Write it as host:container, such as 8080:80."),
    });
  const [, ip = "", host = "", container = "", protocol = "tcp"] = match;
  return { ip: ip.replace(/^\[|\]$/g, ""), host, target: `${container}/${protocol.toLowerCase()}` };
}
