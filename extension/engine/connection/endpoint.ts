// Which engine is meant, found exactly as the docker CLI finds it. Opens no connection.
import { access, constants, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";
import { type DockerContext, listContexts, type TlsFiles } from "./contexts.ts";
import { configFolder, type Environment, readConfig } from "./docker-config.ts";

/** Where the choice of an endpoint comes from; `unfolded`: it is shown beside the one in use. */
export type Origin =
  | "setting"
  | "DOCKER_HOST"
  | "DOCKER_CONTEXT"
  | "currentContext"
  | "default"
  | "found"
  | "unfolded";

export interface Endpoint {
  /** Address as the CLI writes it: `unix:///var/run/docker.sock`. */
  readonly host: string;
  readonly transport: "unix" | "npipe" | "tcp" | "tls" | "ssh";
  readonly origin: Origin;
  /** The Docker context's name; `default` for the default one; the address for a setting that is one. */
  readonly name: string;
  readonly description?: string;
  /** True when bind mounts and published ports are on this machine. */
  readonly local: boolean;
  readonly tls?: TlsFiles;
  /** The API version to speak, from DOCKER_API_VERSION; otherwise the engine's newest is spoken. */
  readonly apiVersion?: string;
}

/** What an endpoint is resolved from. */
export interface EndpointSources {
  /** The setting `dockwright.endpoint`: an address or a context's name; empty when not set. */
  setting?: string | undefined;
  env: Environment;
}

const defaultPipe = "npipe:////./pipe/docker_engine";

export const defaultHost =
  process.platform === "win32" ? defaultPipe : "unix:///var/run/docker.sock";

/**
 * Setting, DOCKER_HOST, DOCKER_CONTEXT, the CLI's current context, the default socket: the first wins.
 * @throws EngineError when the context that is named does not exist or the address is not one
 */
export async function resolveEndpoint(sources: EndpointSources): Promise<Endpoint> {
  const endpoint = await firstOf(sources);
  const apiVersion = sources.env.DOCKER_API_VERSION?.replace(/^v/, "");
  if (!apiVersion) return endpoint;
  if (/^\d+\.\d+$/.test(apiVersion)) return { ...endpoint, apiVersion };
  throw new EngineError("invalid", t("DOCKER_API_VERSION is “{0}”, not a version.", apiVersion), {
    remedy: t("Unset it, or write it as 1.41."),
  });
}

async function firstOf({ setting, env }: EndpointSources): Promise<Endpoint> {
  if (setting) return resolveSetting(setting, env);
  if (env.DOCKER_HOST) return fromHost(env.DOCKER_HOST, "DOCKER_HOST", "default", env);
  if (env.DOCKER_CONTEXT) return fromContextName(env.DOCKER_CONTEXT, "DOCKER_CONTEXT", env);
  const { currentContext } = await readConfig(env);
  if (typeof currentContext === "string" && currentContext)
    return fromContextName(currentContext, "currentContext", env);
  return fromHost("", "default", "default", env);
}

function resolveSetting(setting: string, env: Environment): Promise<Endpoint> {
  // The name of a Docker context holds no colon.
  if (setting.includes(":")) return fromHost(setting, "setting", setting, env);
  return fromContextName(setting, "setting", env);
}

async function fromContextName(name: string, origin: Origin, env: Environment): Promise<Endpoint> {
  if (name === "default") return fromHost(env.DOCKER_HOST ?? "", origin, "default", env);
  const context = (await listContexts(env)).find((one) => one.name === name);
  if (!context)
    throw new EngineError("unreachable", t("The Docker context “{0}” does not exist.", name), {
      remedy: t("Pick another one in the Engines view."),
    });
  if (context.error !== undefined)
    throw new EngineError("invalid", t("The Docker context “{0}” cannot be read.", name), {
      remedy: context.error,
    });
  return endpointOfContext(context, origin);
}

/** The endpoint that a Docker context leads to. */
export function endpointOfContext(context: DockerContext, origin: Origin): Endpoint {
  const { transport, local } = parseHost(context.host, context.tls !== undefined);
  return {
    host: context.host,
    transport,
    origin,
    name: context.name,
    local,
    ...(context.description ? { description: context.description } : {}),
    ...(transport === "tls" ? { tls: context.tls ?? { verify: true } } : {}),
  };
}

// As the CLI: DOCKER_TLS_VERIFY (any non-empty value) verifies, DOCKER_TLS does not; DOCKER_CERT_PATH alone is no TLS.
async function fromHost(
  address: string,
  origin: Origin,
  name: string,
  env: Environment,
): Promise<Endpoint> {
  const wantsTls = Boolean(env.DOCKER_TLS_VERIFY || env.DOCKER_TLS);
  const host = completed(address.trim(), wantsTls);
  const { transport, local } = parseHost(host, wantsTls);
  const tls = wantsTls ? await tlsOf(env) : undefined;
  const common = { host, transport, origin, name, local };
  return transport === "tls" ? { ...common, tls: tls ?? { verify: true } } : common;
}

// The CLI wants an authority whatever the address, a socket's too; certificate and key may be missing.
async function tlsOf(env: Environment): Promise<TlsFiles> {
  const folder = env.DOCKER_CERT_PATH || configFolder(env);
  const ca = join(folder, "ca.pem");
  await access(ca, constants.R_OK).catch((cause: unknown) => {
    throw new EngineError("wrongTls", t("The certificate file {0} cannot be read.", ca), {
      cause,
      remedy: t("Put it there, or unset DOCKER_TLS_VERIFY and DOCKER_TLS, which ask for it."),
    });
  });
  const verify = Boolean(env.DOCKER_TLS_VERIFY);
  return { ca, cert: join(folder, "cert.pem"), key: join(folder, "key.pem"), verify };
}

// What the CLI fills in: without a scheme it is tcp; nothing at all is the default socket, or this machine by TLS.
function completed(host: string, tls: boolean): string {
  if (host === "") return tls ? "tcp://localhost:2376" : defaultHost;
  const [, scheme = "tcp", rest = ""] = /^(?:(.*?):\/\/)?(.*)$/s.exec(host) ?? [];
  if (scheme === "unix") return rest ? host : "unix:///var/run/docker.sock";
  if (scheme === "npipe") return rest ? host : defaultPipe;
  if (scheme === "ssh" && rest) return host;
  const known = scheme === "tcp" && completedTcp(rest);
  if (!known) throw invalidHost(host);
  return known;
}

/** The CLI's port is 2375 here even with TLS. */
function completedTcp(address: string): string | undefined {
  const [, authority = "", path = ""] = /^(?:[^/?#]*@)?([^/?#]*)([^?#]*)/.exec(address) ?? [];
  const shape = /^(?:\[([^\]]+)\]:|([^:[\]]*):?)(\d*)$/.exec(authority);
  if (!shape) return undefined;
  const [, v6, name, port] = shape;
  return `tcp://${v6 ? `[${v6}]` : name || "localhost"}:${port || 2375}${path}`;
}

/**
 * Transport of an address, and whether it is this machine.
 * @throws EngineError for an address that is none
 */
export function parseHost(
  host: string,
  tls: boolean,
): { transport: Endpoint["transport"]; local: boolean } {
  const scheme = /^([a-z]+):\/\//.exec(host)?.[1];
  if (scheme === "unix" || scheme === "npipe") return { transport: scheme, local: true };
  if (scheme === "ssh") return { transport: "ssh", local: false };
  if (scheme === "tcp" || scheme === "http" || scheme === "https") {
    const { hostname } = tcpAddress(host, tls);
    const local = /^(localhost|127(\.\d+){3}|::1)$/.test(hostname);
    return { transport: tls || scheme === "https" ? "tls" : "tcp", local };
  }
  throw invalidHost(host);
}

/** The path of a local address: a socket's, or `\\\\.\\pipe\\name` of a Windows pipe however its slashes are written. */
export function socketPathOf(host: string): string {
  if (host.startsWith("unix://")) return host.slice("unix://".length);
  return host.replace(/^npipe:[\\/]*/, "\\\\").replaceAll("/", "\\");
}

/** The path below which an engine answers behind a tcp address, such as a proxy's `/engines/one`; mostly empty. */
export function basePathOf(host: string): string {
  if (!/^(tcp|https?):/.test(host)) return "";
  return new URL(host.replace(/^[a-z]+:/, "http:")).pathname.replace(/\/+$/, "");
}

/** Host name and port of a tcp address; the port is 2375, with TLS 2376, when it is left out. */
export function tcpAddress(host: string, tls: boolean): { hostname: string; port: number } {
  try {
    const url = new URL(host.replace(/^[a-z]+:/, "tcp:"));
    const port = Number(url.port) || (tls || host.startsWith("https:") ? 2376 : 2375);
    return { hostname: url.hostname.replace(/^\[|\]$/g, "") || "localhost", port };
  } catch {
    throw invalidHost(host);
  }
}

const invalidHost = (host: string) =>
  new EngineError("invalid", t("“{0}” is not the address of an engine.", host), {
    remedy: t(
      "Write unix:///path, tcp://host:port, ssh://user@host, or the name of a Docker context.",
    ),
  });

const isFoundByCli: ReadonlySet<Origin> = new Set([
  "DOCKER_HOST",
  "DOCKER_CONTEXT",
  "currentContext",
  "default",
]);

/** What stands behind `docker` so that it talks to this endpoint; nothing where it finds it by itself. */
export function cliFlags({ origin, name, host }: Endpoint): readonly string[] {
  if (isFoundByCli.has(origin)) return [];
  return name.includes("://") || origin === "found" ? ["-H", host] : ["-c", name];
}

/**
 * The environment for a CLI process (docker, docker compose) that shall talk to this very endpoint. Where the
 * engine has no BuildKit, Compose would fetch one from the internet: then it leaves building to the engine.
 */
export function cliEnvironment(
  endpoint: Endpoint,
  outer: Environment,
  { buildKit }: { buildKit?: boolean | undefined } = {},
): Record<string, string | undefined> {
  const env = buildKit === false ? { DOCKER_BUILDKIT: "0", ...outer } : outer;
  if (endpoint.name === "default" || endpoint.name.includes("://") || endpoint.origin === "found")
    return { ...env, DOCKER_CONTEXT: undefined, DOCKER_HOST: endpoint.host };
  return { ...env, DOCKER_HOST: undefined, DOCKER_CONTEXT: endpoint.name };
}

// Where engines other than the default one put their sockets; offered, never chosen silently.
const knownSockets: [name: string, (env: Environment) => string | undefined][] = [
  ["Docker", () => "/var/run/docker.sock"],
  ["Docker (rootless)", (env) => env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, "docker.sock")],
  ["Docker Desktop", (env) => join(env.HOME || homedir(), ".docker/run/docker.sock")],
  ["Docker Desktop (Linux)", (env) => join(env.HOME || homedir(), ".docker/desktop/docker.sock")],
  ["Colima", (env) => join(env.HOME || homedir(), ".colima/default/docker.sock")],
  ["OrbStack", (env) => join(env.HOME || homedir(), ".orbstack/run/docker.sock")],
  ["Rancher Desktop", (env) => join(env.HOME || homedir(), ".rd/docker.sock")],
  ["Podman", (env) => env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, "podman/podman.sock")],
  ["Podman (root)", () => "/run/podman/podman.sock"],
];

/** The same on Windows, by the names of their pipes. */
const knownPipes: Readonly<Record<string, string>> = {
  docker_engine: "Docker",
  dockerDesktopLinuxEngine: "Docker Desktop",
  dockerDesktopWindowsEngine: "Docker Desktop (Windows)",
  "podman-machine-default": "Podman",
};

/** The engines among the pipes of a Windows machine. */
export const enginesAmong = (pipes: readonly string[]): Endpoint[] =>
  Object.entries(knownPipes)
    .filter(([pipe]) => pipes.includes(pipe))
    .map(([pipe, name]) => found(name, "npipe", `npipe:////./pipe/${pipe}`));

/** Sockets and pipes of known engines that exist on this machine. */
export async function findSockets(env: Environment): Promise<Endpoint[]> {
  if (process.platform === "win32")
    return enginesAmong(await readdir("\\\\.\\pipe\\").catch(() => []));
  const sockets = await Promise.all(
    knownSockets.map(async ([name, at]): Promise<Endpoint[]> => {
      const file = at(env);
      const exists =
        file &&
        (await access(file).then(
          () => true,
          () => false,
        ));
      return exists ? [found(name, "unix", `unix://${file}`)] : [];
    }),
  );
  return sockets.flat();
}

const found = (name: string, transport: "unix" | "npipe", host: string): Endpoint => ({
  ...{ host, transport, name },
  origin: "found",
  local: true,
});
