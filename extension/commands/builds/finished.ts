// What people do next with an image that was just built.
import { commands, env, TreeItem, window } from "vscode";
import type { BuildResult } from "../../engine/build/build.ts";
import type { Image } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import type { Node } from "../../views/node.ts";
import { shortId } from "../../wording/format.ts";
import type { Services } from "../command.ts";
import { all } from "../targets.ts";

/** Offers Run, Push (where there is a tag), Inspect and the id. The terminal has said the rest. */
export async function offerNext(
  services: Services,
  tag: string,
  { imageId }: BuildResult,
): Promise<void> {
  const open = (command: string) => async () => {
    const image = await imageOf(services, imageId);
    await commands.executeCommand(command, rowOf(image));
  };
  const offers = new Map<string, () => Thenable<unknown>>([
    [t("Run…"), open("dockwright.images.run")],
    ...(tag ? ([[t("Push"), open("dockwright.images.push")]] as const) : []),
    [t("Inspect"), open("dockwright.images.inspect")],
    [t("Copy Image ID"), () => env.clipboard.writeText(imageId)],
  ]);
  const name = tag || shortId(imageId);
  const picked = await window.showInformationMessage(t("Built {0}", name), ...offers.keys());
  await offers.get(picked ?? "")?.();
}

/** The image in the model; it may be gone by the time that somebody clicks. */
async function imageOf(services: Services, imageId: string): Promise<Image> {
  const images = await all(await services.engine(), "image");
  const found = images.find(({ id }) => id === imageId);
  if (!found) throw new Error(t("The image {0} is no longer there.", shortId(imageId)));
  return found;
}

/** The image as the row on which a command was called. */
function rowOf(image: Image): Node {
  return {
    id: `built/${image.id}`,
    contextValue: "image.tagged",
    stamp: "",
    object: image,
    item: () => new TreeItem(shortId(image.id)),
  };
}
