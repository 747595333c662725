// Dragging: files onto a container copies them in, an image onto the Containers view runs it. The
// commands do it; here is only told what was dropped where.
import {
  commands,
  type DataTransfer,
  DataTransferItem,
  type TreeDragAndDropController,
  Uri,
} from "vscode";
import type { EngineObject } from "../engine/model/objects.ts";
import type { Node } from "./node.ts";

const imagesMime = "application/vnd.code.tree.dockwright.images";
const filesMime = "text/uri-list";

const kindOf = (node: Node | undefined) => (node?.object as EngineObject | undefined)?.kind;

// VS Code hands on texts only, so that the rows themselves wait here.
let draggedImages: readonly Node[] = [];

/** Images can be taken from their view. */
const images: TreeDragAndDropController<Node> = {
  dragMimeTypes: [imagesMime],
  dropMimeTypes: [],
  handleDrag(rows, data) {
    draggedImages = rows.filter((row) => kindOf(row) === "image");
    const ids = draggedImages.map(({ id }) => id).join("\n");
    if (ids) data.set(imagesMime, new DataTransferItem(ids));
  },
};

/** Containers take files; their view takes images. */
const containers: TreeDragAndDropController<Node> = {
  dragMimeTypes: [],
  dropMimeTypes: [filesMime, imagesMime],
  async handleDrop(target, data) {
    const [image] = data.get(imagesMime) ? draggedImages : [];
    if (image) return commands.executeCommand("dockwright.images.run", image);
    if (kindOf(target) !== "container") return;
    const files = await droppedFiles(data);
    if (files.length > 0)
      await commands.executeCommand("dockwright.containers.copyTo", target, undefined, files);
  },
};

async function droppedFiles(data: DataTransfer): Promise<Uri[]> {
  const text = (await data.get(filesMime)?.asString()) ?? "";
  return text
    .split(/\r?\n/)
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => Uri.parse(line))
    .filter(({ scheme }) => scheme === "file" || scheme === "vscode-remote");
}

/** What a view does with dragged things; most do nothing. */
export const dragAndDrop: Readonly<Record<string, TreeDragAndDropController<Node>>> = {
  containers,
  images,
};
