// Projects and services in words. Pure.
import { t } from "../engine/text.ts";
import { portText, published } from "../wording/container-fields.ts";
import { stateWords } from "../wording/container-words.ts";
import { isSecret } from "./drift/collections.ts";
import type { Difference } from "./drift/drift.ts";
import type { ProjectState, ServiceState } from "./overview.ts";

/** What a service does now: "running, healthy", "2 of 3 running", "not created". */
export function serviceWords({ members, wanted, definition }: ServiceState): string {
  const replicas = members.filter(({ labels }) => !labels.oneOff).map(({ container }) => container);
  const [first] = replicas;
  if (!first) {
    if (definition && !definition.enabled)
      return t("off (profile {0})", definition.profiles.join(", "));
    return definition && wanted === 0 ? t("no replicas") : t("not created");
  }
  const total = Math.max(wanted, replicas.length);
  if (total === 1) return stateWords(first);
  const running = replicas.filter(({ state }) => state === "running");
  const unhealthy = running.filter(({ health }) => health === "unhealthy").length;
  const words = t("{0} of {1} running", running.length, total);
  return unhealthy > 0 ? `${words}, ${t("{0} unhealthy", unhealthy)}` : words;
}

/** What a project does now: "3 of 4 services running"; one of a single service, what that does. */
export function projectWords({ services, condition }: ProjectState): string {
  if (condition === "absent") return t("not created");
  if (condition === "stopped") return t("stopped");
  const counted = services.filter(({ wanted, members }) => wanted > 0 || members.length > 0);
  const running = counted.filter(({ members }) =>
    members.some(({ container }) => container.state === "running"),
  );
  const [only] = counted;
  if (only && counted.length === 1) return serviceWords(only);
  return t("{0} of {1} services running", running.length, counted.length);
}

/** The published ports of all containers of a service, each once. */
export function servicePorts({ members }: ServiceState): string {
  const ports = members.flatMap(({ container }) => published(container.ports));
  return [...new Set(ports.map(portText))].join(", ");
}

/** Why containers have to be made anew, short: "recreate needed: image, environment.A". */
export function recreateWords(differences: readonly Difference[]): string {
  if (differences.length === 0) return "";
  const keys = differences.slice(0, 3).map(({ key }) => key);
  const more = differences.length > keys.length ? ["…"] : [];
  return t("recreate needed: {0}", [...keys, ...more].join(", "));
}

/** One difference as a person reads it: what it was, and what the files say now. */
export function differenceWords({ key, file, container }: Difference): string {
  if (key.startsWith("environment.") && isSecret(key)) return t("changed; the value is not shown");
  if (!container) return t("new: {0}", file);
  if (!file) return t("removed: {0}", container);
  return `${container} → ${file}`;
}
