// What a registry is called, and what people write for one. Asks nobody.
import { BlockList, isIP } from "node:net";
import { hubKey, parseReference } from "../references.ts";

/** The registry of references that name none. */
export const hub = "docker.io";

/** A registry, or one of its repositories. */
export interface Place {
  /** As references begin with it: `docker.io`, `127.0.0.1:5000`. */
  readonly host: string;
  readonly repository?: string;
}

/** The host by which references name the registry that config.json knows under this key. */
export function hostOfKey(key: string): string {
  const host = (key.replace(/^https?:\/\//i, "").split("/")[0] ?? key).toLowerCase();
  return /^((index|registry-1|hub|www)\.)?docker\.(io|com)$/.test(host) ? hub : host;
}

/** The key under which config.json keeps the login of a registry. */
export const keyOfHost = (host: string): string => (host === hub ? hubKey : host);

const hostShape =
  /^([a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*|\[[\da-f:]+\])(:\d{1,5})?$/;

/** The registry (`ghcr.io`) or repository (`ghcr.io/me/app`) that a text names; undefined when it names none. */
export function placeOf(text: string): Place | undefined {
  const bare = text
    .trim()
    .replace(/^https?:\/\//i, "")
    .replace(/\/+$/, "");
  if (!bare.includes("/")) {
    const host = hostOfKey(bare);
    return hostShape.test(host) ? { host } : undefined;
  }
  const reference = parseReference(bare);
  if (!reference) return undefined;
  return { host: hostOfKey(reference.registry), repository: reference.repository };
}

/** A repository, or one of its tags, as references name it. */
export function referenceOf(host: string, repository: string, tag?: string): string {
  const name = host === hub ? repository : `${host}/${repository}`;
  return tag ? `${name}:${tag}` : name;
}

/** The repository as the registry's API names it: Docker Hub's own stand below `library`. */
export function pathOf(host: string, repository: string): string {
  return host === hub && !repository.includes("/") ? `library/${repository}` : repository;
}

/** What an engine tells of the registries that it uses without TLS, or without checking it. */
export interface RegistryConfig {
  readonly IndexConfigs?: Readonly<Record<string, { readonly Secure?: boolean } | null>> | null;
  readonly InsecureRegistryCIDRs?: readonly string[] | null;
}

/** Whether a registry may be asked without TLS: one on this machine, or one that the engine is told to trust. */
export function isInsecure(host: string, config: RegistryConfig = {}): boolean {
  const name = host.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");
  if (name === "localhost" || config.IndexConfigs?.[host]?.Secure === false) return true;
  const family = isIP(name) === 6 ? "ipv6" : "ipv4";
  if (!isIP(name)) return false;
  const list = new BlockList();
  for (const range of ["127.0.0.0/8", "::1/128", ...(config.InsecureRegistryCIDRs ?? [])]) {
    const [network = "", bits = ""] = range.split("/");
    if (isIP(network)) list.addSubnet(network, Number(bits), isIP(network) === 6 ? "ipv6" : "ipv4");
  }
  return list.check(name, family);
}
