// What helps against the commonest ends of a build that are not the Dockerfile's own fault: the engine's
// words name what happened somewhere deep inside.
import { readFile } from "node:fs/promises";
import { t } from "../text.ts";

/** What is known of a build that failed. */
export interface Failure {
  /** The engine's own words. */
  readonly message: string;
  /** The name of the step that failed. */
  readonly step: string;
  /** What that step had written. */
  readonly output: readonly string[];
  readonly platform: string | undefined;
}

const unreachable =
  /dial tcp|no such host|i\/o timeout|network is unreachable|TLS handshake timeout|failed to do request/i;

/** Whether a step asks for the image of a `# syntax=` line, which stands in no stage. */
export const isSyntax = (step: string): boolean => step.startsWith("resolve image config for ");
const isBase = (step: string): boolean => step.startsWith("[internal] load metadata for ");

/** The first that fits says what helps. */
const remedies: readonly (readonly [
  (failure: Failure) => boolean,
  (failure: Failure) => string,
])[] = [
  [
    ({ message, output }) => /exec format error/.test([message, ...output].join("\n")),
    () =>
      t(
        "The image is made for another kind of processor. Build for the platform of the engine, or set up emulation (QEMU) there.",
      ),
  ],
  [
    ({ message, output }) => /no space left on device/i.test([message, ...output].join("\n")),
    () => t("Free space on the engine's disk: prune unused images and build cache."),
  ],
  [
    ({ message }) => /toomanyrequests|rate limit/i.test(message),
    () => t("Log in to the registry, or wait: it limits anonymous pulls."),
  ],
  [
    ({ step }) => isSyntax(step),
    () =>
      t(
        "The line # syntax= wants this image. Check its name and the engine's network and proxy, or remove the line: the engine then uses a syntax of its own.",
      ),
  ],
  [
    ({ step, message, platform }) =>
      isBase(step) && unreachable.test(message) && platform !== undefined,
    ({ platform = "" }) =>
      t(
        "The engine does not have the image for {0} and cannot reach the registry; check its network and proxy.",
        platform,
      ),
  ],
  [
    ({ step, message }) => isBase(step) && unreachable.test(message),
    () => t("The engine cannot reach the registry; check its network and proxy."),
  ],
  [
    ({ step, message }) =>
      isBase(step) && /pull access denied|insufficient_scope|unauthorized/.test(message),
    () => t("Check the name and the tag, or log in to the registry."),
  ],
];

/** What to do next; empty where nothing is known. */
export function remedyOf(failure: Failure): string {
  return remedies.find(([fits]) => fits(failure))?.[1](failure) ?? "";
}

/** The line of `# syntax=`, which no step names. */
export async function syntaxLine(dockerfile: string): Promise<number | undefined> {
  const text = await readFile(dockerfile, "utf8").catch(() => "");
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  const at = lines.findIndex((line) => !line.startsWith("#") || /^#\s*syntax\s*=/i.test(line));
  return lines[at]?.startsWith("#") ? at + 1 : undefined;
}
