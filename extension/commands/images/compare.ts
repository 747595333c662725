// Compare: what differs between two images, as a document.

import { window } from "vscode";
import type { Engine } from "../../engine/engine.ts";
import type { Image } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import { inspect } from "../../engine/verbs/images.ts";
import { size } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import { withProgress } from "../ask.ts";
import type { Services } from "../command.ts";
import { all, describe, nameOfImage, on, onOne } from "../targets.ts";

/** Shows what differs. The older one is what the other is compared with: what it has not is new. */
async function compare(
  engine: Engine,
  images: readonly [Image, Image],
  { documents }: Services,
): Promise<void> {
  const [older, newer] = await byAge(engine, images);
  const names = [nameOfImage(older), nameOfImage(newer)] as const;
  const inLine = [older, newer].map(({ tags, id }) => tags[0] ?? id);
  await announce(engine, "image", "inspect", ...inLine);
  await announce(engine, "save", "-o", "images.tar", ...inLine);
  // At first use: activation shall not wait for it.
  const { diffImages } = await import("../../engine/image-files/diff.ts");
  const { imageDiffText } = await import("../../wording/image-diff-text.ts");
  let told = "";
  const diff = await withProgress(t("Comparing {0} with {1}", ...names), (signal, report) =>
    diffImages(engine, older.id, newer.id, {
      signal,
      onBytes: (bytes) => {
        if (told === size(bytes)) return;
        told = size(bytes);
        report(told);
      },
    }),
  );
  await documents.show(`${names.join(" → ")}.diff`, imageDiffText(diff, names));
}

/** The older one first. The model knows seconds, and two builds may take less than one. */
async function byAge(
  engine: Engine,
  [one, other]: readonly [Image, Image],
): Promise<readonly [Image, Image]> {
  const [made = 0, otherMade = 0] = await Promise.all(
    [one, other].map(async ({ id }) => Date.parse((await inspect(engine, id)).Created)),
  );
  return otherMade < made ? [other, one] : [one, other];
}

export const compareSelected = on("image", {}, async (engine, objects, services) => {
  const [one, other] = objects;
  if (one && other && objects.length === 2) return compare(engine, [one, other], services);
  return window.showInformationMessage(t("Select two images to compare."));
});

export const compareWith = onOne("image", async (engine, image, services) => {
  const others = (await all(engine, "image")).filter(({ id }) => id !== image.id);
  if (others.length === 0)
    return window.showInformationMessage(t("There is no other image to compare with."));
  const items = others.map((other) => ({ ...describe(other), other }));
  const placeHolder = t("Image to compare {0} with", nameOfImage(image));
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && compare(engine, [image, picked.other], services);
});
