// How a view is to be drawn: settings and what the person chose in the view. Knows no row.
import { type Memento, workspace } from "vscode";
import type { Container } from "../engine/model/objects.ts";
import { setting } from "../settings.ts";
import type { Arrangement } from "./arrange.ts";

const viewNames = ["projects", "containers", "images", "volumes", "networks"] as const;

/** A view whose rows can be arranged and filtered. */
export type ViewName = (typeof viewNames)[number];

export const isViewName = (view: string): view is ViewName =>
  (viewNames as readonly string[]).includes(view);

export interface Options extends Arrangement {
  readonly label: readonly string[];
  readonly description: readonly string[];
  readonly showStopped: boolean;
  readonly showDangling: boolean;
  readonly showBuiltIn: boolean;
  readonly onlyWorkspace: boolean;
  /** The label by which containers are grouped when they are grouped by label. */
  readonly groupLabel: string;
  /** What volumes take, in bytes by name, if somebody has asked. */
  readonly volumeSizes?: ReadonlyMap<string, number> | undefined;
  /** `id tag` of images that are newer in their registry, if somebody has asked. */
  readonly newer?: ReadonlySet<string>;
  isOfWorkspace(container: Container): boolean;
  /** What is being done to the object with this id just now, in words. */
  doing?(id: string): string | undefined;
}

export function optionsOf(view: ViewName, state: Memento): Options {
  return {
    filter: state.get(`filter.${view}`, ""),
    groupBy: setting(`${view}.groupBy`, "none"),
    sortBy: setting(`${view}.sortBy`, "name"),
    label: setting(`${view}.label`, ["name"]),
    description: setting<string[]>(`${view}.description`, []),
    showStopped: setting("containers.showStopped", true),
    showDangling: setting("images.showDangling", true),
    showBuiltIn: setting("networks.showBuiltIn", true),
    onlyWorkspace: state.get("onlyWorkspace", false),
    groupLabel: setting("containers.groupLabel", ""),
    isOfWorkspace,
  };
}

// Compose notes where a project's files lie; a bind mount tells it of other containers.
function isOfWorkspace({ labels, mounts }: Container): boolean {
  const places = [
    labels["com.docker.compose.project.working_dir"],
    ...mounts.filter(({ type }) => type === "bind").map(({ source }) => source),
  ];
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  return places.some((place) =>
    folders.some((folder) => place !== undefined && within(place, folder)),
  );
}

function within(place: string, folder: string): boolean {
  const [inner, outer] = [asWritten(place), asWritten(folder)];
  return inner === outer || inner.startsWith(outer.endsWith("/") ? outer : `${outer}/`);
}

/** Windows paths are written in several ways: VS Code's drives are small letters, Compose's large ones. */
const asWritten = (path: string) =>
  path.replaceAll("\\", "/").replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
