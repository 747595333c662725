// Tags that a base image could be pinned to: those that the engine has, and usual ones.
import { t } from "../../../l10n.ts";
import type { Fix, RuleContext } from "../../../lint/rule.ts";
import type { Span } from "../../../text.ts";
import { hubName } from "../../model/bases.ts";
import { splitReference } from "../../syntax/references.ts";
import { imageTags } from "./image-tags-table.ts";

/** The most that are worth a choice. */
const most = 4;

/** One fix for each tag; `base` is the whole reference. */
export function pinTag(
  base: Span & { readonly text: string },
  { host }: Pick<RuleContext, "host">,
): readonly Fix[] {
  const { name } = splitReference(base.text);
  const here = (host.engine?.images() ?? [])
    .map(splitReference)
    .flatMap((one) => (one.name === name && one.tag && one.tag !== "latest" ? [one.tag] : []));
  const usual = imageTags[hubName(name)] ?? [];
  return [...new Set([...here, ...usual])].slice(0, most).map((tag) => ({
    title: t("Change to {0}", `${name}:${tag}`),
    edits: [{ start: base.start, end: base.end, newText: `${name}:${tag}` }],
  }));
}
