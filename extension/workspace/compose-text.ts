// Whether a YAML file is a Compose file, as far as its lines tell. Knows no VS Code.

const topLevelKey = /^(["']?)([^\s"'#-][^"':]*)\1\s*:(?:\s|$)/;
const composeKeys: ReadonlySet<string> = new Set([
  "name",
  "version",
  "services",
  "networks",
  "volumes",
  "configs",
  "secrets",
  "models",
  "include",
]);
/** What workflows, pipelines and Kubernetes begin with; some of them have `services` as well. */
const foreignKeys: ReadonlySet<string> = new Set([
  "apiVersion",
  "jobs",
  "kind",
  "on",
  "pipeline",
  "stages",
  "steps",
]);
/** What makes a container of an entry. */
const containerKey = /^\s+(["']?)(?:image|build)\1\s*:(?:\s|$)/;

/**
 * True if the text can only be meant for Compose: `services` with an image or a build in it, and no key
 * beside it that Compose does not know. Where the file's name says Compose, services that a beginner
 * wrote at the top level will do, and so will `services` that are still empty.
 */
export function isComposeText(fileName: string, text: string): boolean {
  const keys = new Set<string>();
  const withContainers = new Set<string>();
  let key = "";
  for (const line of text.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    const top = topLevelKey.exec(line)?.[2]?.trim();
    if (top !== undefined) {
      key = top;
      keys.add(key);
    } else if (containerKey.test(line)) withContainers.add(key);
  }
  const ownKeys = [...keys].filter((one) => !one.startsWith("x-"));
  if (ownKeys.some((one) => foreignKeys.has(one))) return false;
  if (/compose/i.test(fileName)) return keys.has("services") || withContainers.size > 0;
  return withContainers.has("services") && ownKeys.every((one) => composeKeys.has(one));
}
