// Code lenses: start, stop and look at the project and its services, from the file.
import { t } from "../../l10n.ts";
import type { FeatureContext, Lens } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { entriesAt, mapAt } from "../yaml/tree.ts";
import { projectName } from "./project-name.ts";

/** Up, Down and Logs above `services`; each service's own above it. Each has its switch. */
export function lenses(document: ComposeDocument, context: FeatureContext): readonly Lens[] {
  const { compose = true, services = true } = context.settings.codeLens ?? {};
  const found: Lens[] = [];
  const states = services
    ? context.host.engine?.serviceStates(projectName(document, context))
    : undefined;
  for (const root of document.documents) {
    const key = mapAt(root)?.entries.get("services");
    const own = entriesAt(root, "services").filter(
      ({ source, value }) => source === document.source && value.kind === "map",
    );
    if (!key || own.length === 0) continue;
    if (compose) found.push(...ofProject(key.keySpan, context.uri));
    if (services)
      for (const one of own)
        found.push(...ofService(one.keySpan, { uri: context.uri, service: one.key }, states));
  }
  return found;
}

function lens({ start, end }: Span, title: string, command: string, argument: unknown): Lens {
  return { start, end, title, command, arguments: [argument] };
}

function ofProject(span: Span, uri: string): readonly Lens[] {
  return [
    lens(span, t("Up"), "dockwright.projects.up", uri),
    lens(span, t("Down"), "dockwright.projects.down", uri),
    lens(span, t("Logs"), "dockwright.projects.logs", uri),
  ];
}

interface Target {
  readonly uri: string;
  readonly service: string;
}

/** What makes sense in the service's state, the state itself first. */
function ofService(
  span: Span,
  target: Target,
  states: Readonly<Record<string, string>> | undefined,
): readonly Lens[] {
  const state =
    states && Object.hasOwn(states, target.service) ? states[target.service] : undefined;
  const logs = lens(span, t("Logs"), "dockwright.services.logs", target);
  const up = lens(span, t("Up"), "dockwright.services.up", target);
  if (state === undefined) return [up, logs];
  const shown = lens(span, state, "dockwright.services.logs", target);
  if (!state.startsWith("running")) return [shown, up, logs];
  return [
    shown,
    lens(span, t("Restart"), "dockwright.services.restart", target),
    lens(span, t("Stop"), "dockwright.services.stop", target),
    logs,
  ];
}
