// The command lines that a person has put in place of ours: which one is meant, and its run.
import { homedir } from "node:os";
import { window, workspace } from "vscode";
import { quoted } from "../../docker-line.ts";
import { EngineError } from "../../engine/errors.ts";
import type { EngineObject } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import { setting } from "../../settings.ts";
import { requireTrust } from "../../trust.ts";
import type { Services } from "../command.ts";
import { runProgram } from "../terminal-program.ts";
import { filledIn, fitting, type Places, type Template, templatesOf } from "./template.ts";

/** The verbs whose line can be set, by the names of their settings. */
export type OwnVerb =
  | "build"
  | "run"
  | "runInteractive"
  | "openShell"
  | "attach"
  | "logs"
  | "scan"
  | "composeUp"
  | "composeDown"
  | "composeBuild"
  | "composeLogs";

/**
 * The person's line for a verb on what has these names; undefined: ours is meant. Where several fit,
 * the person picks; who picks none is thrown as `cancelled`.
 */
export async function ownTemplate(
  verb: OwnVerb,
  names: readonly string[],
): Promise<Template | undefined> {
  const templates = fitting(templatesOf(setting<unknown>(`commands.${verb}`, "")), names);
  if (templates.length < 2) return templates[0];
  return pickFrom([...templates.map(asItem), { label: t("As built in"), template: undefined }]);
}

/** One of several templates, if there are several. */
export async function pickTemplate(templates: readonly Template[]): Promise<Template> {
  const [only] = templates;
  return only && templates.length === 1 ? only : pickFrom(templates.map(asItem));
}

/** How a template stands in a pick list. */
const asItem = (template: Template) => ({
  label: template.label,
  ...(template.label !== template.template && { detail: template.template }),
  template,
});

async function pickFrom<T>(
  items: readonly { readonly label: string; readonly template: T }[],
): Promise<T> {
  const picked = await window.showQuickPick(items, { placeHolder: t("Choose a command") });
  if (!picked) throw new EngineError("cancelled", t("Cancelled."));
  return picked.template;
}

/** What a template is run for. */
export interface OwnRun {
  readonly title: string;
  readonly places: Places;
  /** Where it is started; else in the workspace. */
  readonly folder?: string;
  /** True: the person types into the terminal. */
  readonly focus?: boolean;
}

/** Runs the line in a terminal. Gives its exit code; undefined when the terminal was closed. */
export async function runTemplate(
  services: Services,
  { template }: Template,
  { title, places, folder, focus = false }: OwnRun,
): Promise<number | undefined> {
  requireTrust(t("Trust it first: its settings may name any program."));
  const workspaceFolder = workspace.workspaceFolders?.[0]?.uri.fsPath ?? homedir();
  const all = { ...places, workspaceFolder: folder ?? workspaceFolder };
  const [program, ...args] = await filledIn(template, all, process.env);
  return runProgram(services, {
    program,
    args,
    folder: folder ?? workspaceFolder,
    title,
    definition: { type: "dockwright-own", command: [program, ...args].map(quoted).join(" ") },
    source: "Docker",
    focus,
  });
}

/** What a template may say of an object. */
export function placesOf(object: EngineObject): Places {
  switch (object.kind) {
    case "container":
      return {
        containerId: object.id,
        containerName: object.name,
        image: object.image,
        imageId: object.imageId,
        project: object.project ?? "",
        service: object.service ?? "",
      };
    case "image":
      return { image: object.tags[0] ?? object.id, imageId: object.id };
    case "volume":
      return { volume: object.name };
    case "network":
      return { network: object.name, networkId: object.id };
  }
}

/** What `match` is tried on. */
export function namesOf(object: EngineObject): readonly string[] {
  switch (object.kind) {
    case "container":
      return [object.name, object.image];
    case "image":
      return object.tags.length > 0 ? object.tags : [object.id];
    default:
      return [object.name];
  }
}
