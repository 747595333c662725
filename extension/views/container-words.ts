// A container's state in words, icon and colour; exit codes explained. Pure.
import type { Container } from "../engine/objects.ts";
import { t } from "../engine/text.ts";

/** The state and the health in words: "running, healthy", "exited (1)". */
export function stateWords({ state, health, exitCode }: Container): string {
  const words = state === "exited" ? t("exited ({0})", exitCode ?? 0) : stateNames[state]();
  return health && state === "running" ? `${words}, ${healthNames[health]()}` : words;
}

const stateNames: Record<Container["state"], () => string> = {
  created: () => t("created"),
  running: () => t("running"),
  paused: () => t("paused"),
  restarting: () => t("restarting"),
  removing: () => t("being removed"),
  exited: () => t("exited"),
  dead: () => t("dead"),
};

const healthNames = {
  starting: () => t("health check starting"),
  healthy: () => t("healthy"),
  unhealthy: () => t("unhealthy"),
};

export interface Look {
  readonly icon: string;
  /** A colour of VS Code's theme. */
  readonly color: string;
}

/** The codicon and its colour. Never the colour alone: every state has its own icon. */
export function lookOf({ state, health, exitCode }: Container): Look {
  if (state === "running" && health === "unhealthy")
    return { icon: "warning", color: "problemsWarningIcon.foreground" };
  if (state === "running" && health === "starting")
    return { icon: "debug-rerun", color: "charts.green" };
  if (state === "exited" && exitCode)
    return { icon: "error", color: "problemsErrorIcon.foreground" };
  return looks[state];
}

const looks: Record<Container["state"], Look> = {
  created: { icon: "circle-outline", color: "disabledForeground" },
  running: { icon: "debug-start", color: "charts.green" },
  paused: { icon: "debug-pause", color: "charts.yellow" },
  restarting: { icon: "debug-restart", color: "charts.yellow" },
  removing: { icon: "trash", color: "disabledForeground" },
  exited: { icon: "debug-stop", color: "disabledForeground" },
  dead: { icon: "error", color: "problemsErrorIcon.foreground" },
};

/** What a beginner should know about an exit code. */
export function exitCodeWords(code: number): string {
  const known = exitCodes[code];
  if (known) return known();
  if (code > 128 && code < 160) return t("ended by signal {0}", code - 128);
  return t("the program itself reported an error; its last log lines say more");
}

const exitCodes: Record<number, () => string> = {
  0: () =>
    t(
      "the command ended without an error. A container lives as long as its command: give it one that stays (a server, or a shell with a terminal).",
    ),
  1: () => t("the program reported an error; its last log lines say more"),
  125: () => t("docker could not create or start the container"),
  126: () => t("the command was found but cannot be run (permission, or not a program)"),
  127: () => t("the command was not found in the image"),
  130: () => t("ended by Ctrl-C (SIGINT)"),
  137: () => t("killed (SIGKILL): stopped by force, or out of memory"),
  139: () => t("crashed with a memory error (SIGSEGV)"),
  143: () => t("asked to end (SIGTERM), as docker stop does"),
};
