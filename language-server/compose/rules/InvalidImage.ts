import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, requoted, servicesOf } from "../project/services.ts";
import { at, type Entry, type ScalarNode } from "../yaml/tree.ts";

/** A reference as the engine reads it. */
const reference =
  /^(?:(?:[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?(?:\.[a-zA-Z\d](?:[a-zA-Z\d-]*[a-zA-Z\d])?)*|\[[\da-fA-F:]+\])(?::\d+)?\/)?[a-z\d]+(?:(?:\.|_|__|-+)[a-z\d]+)*(?:\/[a-z\d]+(?:(?:\.|_|__|-+)[a-z\d]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][\w.+-]*:[\da-fA-F]{32,})?$/;

export const InvalidImage: Rule<ComposeModel> = {
  code: "InvalidImage",
  aliases: [],
  severity: "warning",
  summary: "An image is NAME[:TAG], in lower case; a folder belongs under build.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { node } of servicesOf(model)) {
      const image = certain(at(node, "image"));
      const entry = node.entries.get("image");
      if (!image || !entry || image.source !== model.source || image.text === "") continue;
      if (reference.test(image.text) || image.unset) continue;
      const isPath = /^(?:[.~]|\/|[A-Za-z]:\\)/.test(image.text);
      report(image, messageFor(image.text, isPath), {
        fixes: () => (isPath && !at(node, "build") ? [buildFix(entry)] : spellingFix(image)),
      });
    }
  },
};

function messageFor(text: string, isPath: boolean): string {
  if (isPath) return t('"{0}" is a folder; use "build" to make an image from it.', text);
  if (/[A-Z]/.test(text.replace(/:[^/]*$/, "")))
    return t('"{0}" cannot name an image: names are in lower case.', text);
  if (/\s/.test(text)) return t('"{0}" cannot name an image: it contains a space.', text);
  return t('"{0}" cannot name an image; write NAME or NAME:TAG.', text);
}

function buildFix({ keySpan }: Entry): Fix {
  return {
    title: t('Change "{0}" to "{1}"', "image", "build"),
    edits: [{ ...keySpan, newText: "build" }],
  };
}

function spellingFix(image: ScalarNode): readonly Fix[] {
  const [, name = "", rest = ""] = /^([^:@]*)(.*)$/.exec(image.text.replace(/\s/g, "")) ?? [];
  const better = name.toLowerCase() + rest.replace(/:$/, "");
  if (image.raw || !reference.test(better)) return [];
  return [
    {
      title: t("Write {0}", better),
      edits: [{ start: image.start, end: image.end, newText: requoted(image, better) }],
    },
  ];
}
