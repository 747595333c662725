// Joins the Korean texts of all areas (l10n/ko/*.json) into the one bundle that VS Code reads.
import { readdirSync, readFileSync } from "node:fs";

/** The bundle's path and text. Throws when two areas translate one text differently. */
export function koreanBundle(): Record<string, string> {
  const all = new Map<string, string>();
  for (const file of readdirSync("l10n/ko").sort()) {
    const texts = JSON.parse(readFileSync(`l10n/ko/${file}`, "utf8")) as Record<string, string>;
    for (const [english, korean] of Object.entries(texts)) {
      if (all.has(english) && all.get(english) !== korean)
        throw new Error(`${file} translates "${english}" otherwise than an earlier file`);
      all.set(english, korean);
    }
  }
  const sorted = Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { "l10n/bundle.l10n.ko.json": `${JSON.stringify(sorted, null, 2)}\n` };
}
