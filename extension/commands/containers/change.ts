// What makes something new of a container, or sets it otherwise: commit, export, update.

import { window } from "vscode";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import { checkedReference } from "../../engine/verbs/images.ts";
import { announce } from "../announce.ts";
import { askText, each, withProgress } from "../ask.ts";
import type { CommandTable } from "../command.ts";
import { parseBytes, parseCpus, restartPolicies } from "../images/run-wish.ts";
import { toFile } from "../images/transfer.ts";
import { on, onOne } from "../targets.ts";

const commit = onOne("container", async (engine, { id, name }) => {
  const reference = await askText(t("Reference of the new image"), {
    placeHolder: "name:tag",
    check: checkedReference,
  });
  if (!reference) return;
  await announce(engine, "commit", name, reference);
  const { tag } = checkedReference(reference);
  const repository = tag ? reference.slice(0, -tag.length - 1) : reference;
  await withProgress(t("Saving {0}", name), (signal) =>
    containers.commit(engine, id, { repository, tag: tag ?? "latest" }, signal),
  );
});

const exportFiles = onOne("container", async (engine, { id, name }) => {
  const target = await window.showSaveDialog({ filters: { TAR: ["tar"] } });
  if (!target) return;
  await announce(engine, "export", "-o", target.fsPath, name);
  await withProgress(t("Saving {0}", name), async (signal) =>
    toFile(await containers.exportFiles(engine, id, signal), target, signal),
  );
});

const setRestartPolicy = on("container", {}, async (engine, objects) => {
  const placeHolder = t("Restart policy");
  const policy = await window.showQuickPick([...restartPolicies], { placeHolder });
  if (!policy) return;
  await announce(engine, "update", "--restart", policy, ...objects.map(({ name }) => name));
  await each(objects, ({ id }) =>
    containers.update(engine, id, { RestartPolicy: { Name: policy } }),
  );
});

/** `docker update`: the limits as they are stand in the questions; an empty answer leaves them. */
const setLimits = onOne("container", async (engine, { id, name }) => {
  const { HostConfig } = await containers.inspect(engine, id);
  const memory = await askText(t("Memory limit of {0} (leave empty to keep it)", name), {
    value: HostConfig.Memory ? String(HostConfig.Memory) : "",
    placeHolder: "512m",
    optional: true,
    check: parseBytes,
  });
  if (memory === undefined) return;
  const cpus = await askText(t("Processors of {0} (leave empty to keep them)", name), {
    value: HostConfig.NanoCpus ? String(HostConfig.NanoCpus / 1e9) : "",
    placeHolder: "1.5",
    optional: true,
    check: parseCpus,
  });
  if (cpus === undefined || !(memory || cpus)) return;
  // The engine refuses a limit above that of memory and swap together, which it sets to twice the memory.
  const flags = [
    ...(memory ? ["--memory", memory, "--memory-swap", String(2 * parseBytes(memory))] : []),
    ...(cpus ? ["--cpus", cpus] : []),
  ];
  await announce(engine, "update", ...flags, name);
  await containers.update(engine, id, {
    ...(memory && { Memory: parseBytes(memory), MemorySwap: 2 * parseBytes(memory) }),
    ...(cpus && { NanoCpus: parseCpus(cpus) }),
  });
});

export const changeCommands: CommandTable = {
  "dockwright.containers.commit": commit,
  "dockwright.containers.export": exportFiles,
  "dockwright.containers.setRestartPolicy": setRestartPolicy,
  "dockwright.containers.setLimits": setLimits,
};
