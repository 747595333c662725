// Shows the page of a rule: why it is there, a bad and a good example. The pages are shipped in
// one file, so that nothing has to be fetched.
import { readFile } from "node:fs/promises";
import { env, window } from "vscode";
import { t } from "../../engine/text.ts";
import type { Command } from "../command.ts";

/** Pages by code, by language. */
type Pages = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** The page of the rule that a diagnostic's code leads to, or of one that is picked. */
export const why: Command = async ({ context, documents }, _nodes, [asked]) => {
  const all: Pages = JSON.parse(await readFile(context.asAbsolutePath("dist/rules.json"), "utf8"));
  const pages = (env.language.startsWith("ko") ? all.ko : all.en) ?? {};
  const code = typeof asked === "string" ? asked : await pick(pages);
  if (code === undefined) return;
  const page = Object.hasOwn(pages, code) ? pages[code] : undefined;
  if (page === undefined) throw new Error(t("There is no page for {0}.", code));
  await documents.preview(`${code}.md`, page);
};

async function pick(pages: Pages[string]): Promise<string | undefined> {
  const items = Object.entries(pages).map(([label, text]) => ({
    label,
    // The line under the heading says what the rule is about.
    detail: text.split("\n")[2] ?? "",
  }));
  const picked = await window.showQuickPick(items, {
    title: t("Explain Rule"),
    placeHolder: t("Code or words of a rule"),
    matchOnDetail: true,
  });
  return picked?.label;
}
