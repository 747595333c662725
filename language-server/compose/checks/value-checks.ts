// Checks of values with a shape of their own: commands, healthchecks, keys of ssh, devices, watches.
import { t } from "../../l10n.ts";
import { readCommand } from "../command-line.ts";
import type { Complain } from "../problem.ts";
import { at, type Node, type ScalarNode, textAt } from "../yaml/tree.ts";

export type Check = (node: Node, complain: Complain) => void;

/** A check of single texts; it gives the sentence that refuses one. */
export function scalar(
  code: string,
  refuse: (text: string, node: ScalarNode) => string | undefined,
): Check {
  return (node, complain) => {
    if (node.kind !== "scalar" || node.value === null || node.uncertain) return;
    const message = refuse(node.text, node);
    if (message !== undefined) complain(code, node, message);
  };
}

export const command = scalar("BadCommand", (text) => {
  const { open } = readCommand(text);
  if (!open) return undefined;
  return open === "("
    ? t("Compose cannot read brackets in a command; write the command as a list: [sh, -c, …].")
    : t("Compose cannot read this command: {0} is not closed.", open);
});

export const ssh: Check = (node, complain) => {
  const keys = node.kind === "list" ? node.items : [];
  for (const key of keys)
    if (
      key.kind === "scalar" &&
      !key.uncertain &&
      key.text !== "default" &&
      !key.text.includes("=")
    )
      complain("BadSsh", key, t('"{0}" must be "default" or name a key: {0}=path.', key.text));
};

export const test: Check = (node, complain) => {
  const first = node.kind === "list" ? node.items[0] : undefined;
  if (
    first?.kind !== "scalar" ||
    first.uncertain ||
    ["CMD", "CMD-SHELL", "NONE"].includes(first.text)
  )
    return;
  complain(
    "HealthcheckTest",
    first,
    t('A test written as a list must begin with "CMD", "CMD-SHELL" or "NONE".'),
    {
      fixes: () => [
        {
          title: t("Begin the list with {0}", '"CMD"'),
          edits: [{ start: first.start, end: first.start, newText: '"CMD", ' }],
          safe: true,
        },
      ],
    },
  );
};

export const gpu: Check = (node, complain) => {
  if (node.kind !== "map") return;
  const ids = at(node, "device_ids");
  if (ids && at(node, "count"))
    complain("CountAndIds", ids, t('Give either "count" or "device_ids", not both.'));
};

export const watch: Check = (node, complain) => {
  if (node.kind !== "map") return;
  const action = textAt(node, "action");
  const target = textAt(node, "target");
  if (action && action !== "rebuild" && action !== "restart" && !target)
    complain(
      "WatchPath",
      at(node, "action") ?? node,
      t('The action "{0}" needs a "target", a path in the container.', action),
    );
};
