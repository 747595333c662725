// The table of the commands on images, and the short ones.

import { env, window } from "vscode";
import type { Image } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import * as images from "../../engine/verbs/images.ts";
import { once } from "../../panels/table/panel.ts";
import type { Row } from "../../panels/table/table.ts";
import { instructionOf, usersOf } from "../../views/images.ts";
import { ago, plain, shortId, size } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import { askText, choose, each, sure } from "../ask.ts";
import type { CommandTable } from "../command.ts";
import { inspectAll } from "../inspect.ts";
import { prune } from "../prune.ts";
import { nameOfImage, on, onOne } from "../targets.ts";
import { compareSelected, compareWith } from "./compare.ts";
import { lookForNewer } from "./newer.ts";
import { createContainer, runImage, runInteractive } from "./run.ts";
import { scan } from "./scan.ts";
import {
  importFiles,
  load,
  pull,
  pullAgain,
  pullForPlatform,
  push,
  save,
  search,
} from "./transfer.ts";

const inspect = inspectAll("image", ["image", "inspect"], (engine, { id }) =>
  images.inspect(engine, id),
);

const history = onOne("image", async (engine, image, { tables }) => {
  const name = nameOfImage(image);
  await announce(engine, "history", "--no-trunc", name);
  await tables.open({
    key: `history ${engine.endpoint.host} ${image.id}`,
    title: t("Layers: {0}", name),
    columns: [
      { title: "#", number: true },
      { title: t("Size"), number: true },
      { title: t("Created"), number: true },
      { title: t("Instruction") },
      { title: t("Tags") },
    ],
    sort: { column: 0, descending: false },
    follow: once(async () => historyRows(await images.history(engine, image.id))),
  });
});

/** The layers in the order in which they were made. */
function historyRows(layers: readonly images.Layer[]): Row[] {
  return [...layers].reverse().map(({ size: bytes, created, createdBy, tags }, index) => ({
    id: String(index),
    cells: [
      { text: String(index + 1), value: index },
      { text: size(bytes), value: bytes },
      { text: ago(created), value: created },
      plain(instructionOf(createdBy), 2000),
      plain(tags.join(", ")),
    ],
  }));
}

const tag = onOne("image", async (engine, image) => {
  const reference = await askText(t("New tag of {0}", nameOfImage(image)), {
    value: image.tags[0] ?? "",
    placeHolder: "registry/repository:tag",
    check: images.checkedReference,
  });
  if (!reference) return;
  await announce(engine, "tag", image.tags[0] ?? shortId(image.id), reference);
  await images.tag(engine, image.id, reference);
});

// An image of several tags loses them one by one: the engine refuses to remove it by its id.
const remove = on("image", {}, async (engine, objects) => {
  const users = usersOf([...engine.model.containers.values()]);
  const lines = objects.map((image) => {
    const used = (users.get(image.id) ?? []).map(({ name }) => name).join(", ");
    return `${image.tags.join(", ") || shortId(image.id)}${used ? ` (${t("used by {0}", used)})` : ""}`;
  });
  const question = t("Remove {0}?", objects.map(nameOfImage).join(", "));
  const force = t("Remove by Force");
  const noPrune = t("Remove, Keep Untagged Parents");
  const answer = await choose(engine, question, lines.join("\n"), [t("Remove"), force, noPrune]);
  if (!answer) return;
  const names = objects.flatMap(({ tags, id }) => (tags.length > 0 ? tags : [id]));
  const flags = [answer === force && "--force", answer === noPrune && "--no-prune"];
  await announce(engine, "rmi", ...flags.map((flag) => flag || undefined), ...names);
  const how = { force: answer === force, noPrune: answer === noPrune };
  await each(names, (name) => images.remove(engine, name, how));
});

/** Takes some of an image's names away; the image goes with its last one. */
const untag = onOne(
  "image",
  async (engine, { tags }) => {
    const picked = await window.showQuickPick([...tags], {
      canPickMany: true,
      placeHolder: t("Choose the tags to remove"),
    });
    if (!picked || picked.length === 0) return;
    const detail =
      picked.length === tags.length ? t("Removing the last tag removes the image itself.") : "";
    if (!(await sure(engine, t("Remove {0}?", picked.join(", ")), detail, t("Remove")))) return;
    await announce(engine, "rmi", ...picked);
    await each(picked, (tag) => images.remove(engine, tag));
  },
  ({ tags }) => tags.length > 0,
);

const copy = (text: (image: Image) => string) =>
  on("image", {}, async (_engine, objects) => {
    await env.clipboard.writeText(objects.map(text).join("\n"));
    window.setStatusBarMessage(t("Copied"), 3000);
  });

export const imageCommands: CommandTable = {
  "dockwright.images.run": runImage,
  "dockwright.images.runInteractive": runInteractive,
  "dockwright.images.create": createContainer,
  "dockwright.images.pull": pull,
  "dockwright.images.pullForPlatform": pullForPlatform,
  "dockwright.images.pullAgain": pullAgain,
  "dockwright.images.lookForNewer": lookForNewer,
  "dockwright.images.push": push,
  "dockwright.images.tag": tag,
  "dockwright.images.search": search,
  "dockwright.images.inspect": inspect,
  "dockwright.images.history": history,
  "dockwright.images.compareWith": compareWith,
  "dockwright.images.compare": compareSelected,
  "dockwright.images.scan": scan,
  "dockwright.images.save": save,
  "dockwright.images.load": load,
  "dockwright.images.import": importFiles,
  "dockwright.images.copyReference": copy(({ tags, id }) => tags[0] ?? id),
  "dockwright.images.copyDigest": copy(({ digests }) => digests.join(" ")),
  "dockwright.images.copyImageId": copy(({ id }) => id),
  "dockwright.images.remove": remove,
  "dockwright.images.untag": untag,
  "dockwright.images.prune": prune("image"),
};
