// Image references taken apart and put together, as the CLI reads them. Asks nobody.
// https://github.com/distribution/reference (grammar in its documentation)

export interface Reference {
  /** `docker.io` when left out. */
  readonly registry: string;
  /** With `library/` left out for Docker Hub's own. */
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** The key of Docker Hub in config.json. */
export const hubKey = "https://index.docker.io/v1/";

const shape =
  /^(?:((?:[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*|\[[0-9a-fA-F:]+\])(?::\d+)?)\/)?([a-z0-9]+(?:(?:\.|_{1,2}|-+|\/)[a-z0-9]+)*)(?::([\w][\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9+._-]*:[0-9a-fA-F]{32,}))?$/;

/** The parts of `[registry/]repository[:tag][@digest]`; undefined for a text that is no reference. */
export function parseReference(text: string): Reference | undefined {
  const slash = text.indexOf("/");
  const first = text.slice(0, Math.max(slash, 0));
  const hasRegistry = /[.:A-Z]/.test(first) || first === "localhost";
  // Without a registry, the first part belongs to the repository: give the grammar one that is always there.
  const match = shape.exec(hasRegistry ? text : `docker.io/${text}`);
  if (!match?.[1] || !match[2]) return undefined;
  const registry = match[1] === "index.docker.io" ? "docker.io" : match[1];
  const repository = registry === "docker.io" ? match[2].replace(/^library\//, "") : match[2];
  return { registry, repository, tag: match[3], digest: match[4] };
}

/** The key under which config.json and credential helpers know the registry of a reference. */
export function registryKey(reference: string): string {
  const registry = parseReference(reference)?.registry ?? "docker.io";
  return registry === "docker.io" ? hubKey : registry;
}

/** The name as Docker shows it: Podman writes `docker.io/library/busybox` for `busybox`. */
export function familiar(reference: string): string {
  return reference.replace(/^docker\.io\/(library\/(?=[^/]+$))?/, "");
}
