// What makes something new of a container, or sets it otherwise: commit, export, update.
import { window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import * as containers from "../../engine/containers.ts";
import { parseReference } from "../../engine/references.ts";
import { t } from "../../engine/text.ts";
import { showEquivalent } from "../../log.ts";
import { askText, withProgress } from "../ask.ts";
import type { CommandTable } from "../command.ts";
import { toFile } from "../images/transfer.ts";
import { onOne } from "../targets.ts";

const commit = onOne("container", async (engine, { id, name }) => {
  const reference = await askText(t("Reference of the new image"), { placeHolder: "name:tag" });
  if (!reference) return;
  showEquivalent(dockerLine("commit", name, reference));
  const tag = parseReference(reference)?.tag;
  const repository = tag ? reference.slice(0, -tag.length - 1) : reference;
  await withProgress(t("Saving {0}", name), (signal) =>
    containers.commit(engine, id, { repository, tag: tag ?? "latest" }, signal),
  );
});

const exportFiles = onOne("container", async (engine, { id, name }) => {
  const target = await window.showSaveDialog({ filters: { TAR: ["tar"] } });
  if (!target) return;
  showEquivalent(dockerLine("export", "-o", target.fsPath, name));
  await withProgress(t("Saving {0}", name), async (signal) =>
    toFile(await containers.exportFiles(engine, id, signal), target, signal),
  );
});

const policies = ["no", "on-failure", "always", "unless-stopped"];

const setRestartPolicy = onOne("container", async (engine, { id, name }) => {
  const policy = await window.showQuickPick(policies, { placeHolder: t("Restart policy") });
  if (!policy) return;
  showEquivalent(dockerLine("update", "--restart", policy, name));
  await containers.update(engine, id, { RestartPolicy: { Name: policy } });
});

export const changeCommands: CommandTable = {
  "dockwright.containers.commit": commit,
  "dockwright.containers.export": exportFiles,
  "dockwright.containers.setRestartPolicy": setRestartPolicy,
};
