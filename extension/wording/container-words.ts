// A container's state in words, icon and colour. Pure.
import type { Container } from "../engine/model/objects.ts";
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
