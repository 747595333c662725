// What engines say, and what helps.
import { t } from "./text.ts";

/** Said of a name that another object has. */
export const takenName: RegExp = /\bname \S+ is already in use/i;

// The first match wins.
const remedies: readonly (readonly [RegExp, () => string])[] = [
  [
    /no such image|pull access denied/i,
    () => t("Check the name and the tag, or pull or build the image first."),
  ],
  [
    /port is already allocated|address already in use/i,
    () => t("Choose another host port, or stop what uses this one."),
  ],
  [takenName, () => t("Choose another name, or remove the container that has it.")],
  [
    /is being used by|image is referenced|volume is in use|has active endpoints/i,
    () => t("Remove the containers that use it first, or force the removal."),
  ],
  [
    /container .* is running|cannot remove a running|stop the container before/i,
    () => t("Stop the container first, or force the removal."),
  ],
  [/is not running/i, () => t("Start the container first.")],
  [
    /logging driver does not support reading/i,
    () =>
      t(
        "Create it with a logging driver that keeps the log, such as local; Attach shows what it writes from now on.",
      ),
  ],
  [/is paused/i, () => t("Unpause the container first.")],
  [
    /no space left/i,
    () => t("Free space on the engine's disk: prune unused images and build cache."),
  ],
  [
    /chdir to cwd|workdir .* does not exist/i,
    () => t("That directory does not exist in the container; choose another one."),
  ],
  [
    /executable file .*not found|exec: .*no such file or directory/i,
    () => t("The image does not contain that program; try another shell or command."),
  ],
  [
    /exec: .*permission denied/i,
    () => t("That file is no program, or may not be executed (chmod +x helps)."),
  ],
  [
    /exec format error/i,
    () =>
      t(
        "The program is for another processor, or a script whose first line does not say what runs it.",
      ),
  ],
  [
    /unable to find user|no matching entries in passwd file/i,
    () => t("Name a user of the image's /etc/passwd, or a number such as 1000."),
  ],
  [
    /no such host|i\/o timeout|network is unreachable|TLS handshake timeout/i,
    () => t("The engine cannot reach the registry; check its network and proxy."),
  ],
  [
    /toomanyrequests|rate limit/i,
    () => t("Log in to the registry, or wait: it limits anonymous pulls."),
  ],
];

/** What helps against what an engine says; undefined where nothing is known. */
export function remedyOf(said: string): string | undefined {
  return remedies.find(([pattern]) => pattern.test(said))?.[1]();
}
