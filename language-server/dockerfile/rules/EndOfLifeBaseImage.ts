// Base images whose makers have stopped updating them.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { type Base, basesOf } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { codenames, endOfLife } from "./parts/end-of-life-table.ts";

interface Ended {
  readonly name: string;
  readonly date: string;
  /** A version, or another image. */
  readonly instead: string;
}

export const EndOfLifeBaseImage: Rule<DockerfileDocument> = {
  code: "EndOfLifeBaseImage",
  aliases: [],
  severity: "warning",
  summary: "The base image no longer gets security updates.",
  scope: { stage: ["FROM"] },
  check(document, report) {
    const today = new Date().toISOString().slice(0, 10);
    for (const base of basesOf(document)) {
      if (base.digest) continue;
      const ended = whatEnded(base, today);
      if (!ended) continue;
      const { name, date, instead } = ended;
      report(
        base.word,
        t("{0} has had no security updates since {1}. Use {2}.", name, date, instead),
        {
          fixes: () => newer(base, ended),
        },
      );
    }
  },
};

function whatEnded({ name, tag }: Base, today: string): Ended | undefined {
  const own = ended(name, tag, today);
  if (own) return own;
  const system = /(?:^|-)alpine(3\.\d+)/.exec(tag)?.[1];
  if (system && name !== "alpine") return ended("alpine", system, today);
  for (const part of tag.split("-")) {
    const [image = "", version = ""] = codenames[part]?.split(" ") ?? [];
    const found = image && ended(image, version, today);
    if (found) return found;
  }
  return undefined;
}

function ended(name: string, tag: string, today: string): Ended | undefined {
  const row = Object.hasOwn(endOfLife, name) ? endOfLife[name] : undefined;
  const [entries = "", instead = ""] = row?.split(" > ") ?? [];
  const wanted = numberOf(tag);
  for (const entry of entries.split(" ")) {
    const [version = "", date = ""] = entry.split("=");
    const all = version === "*";
    if (!all && (wanted === undefined || (numberOf(version) ?? 0) < wanted)) continue;
    if (date >= today) return undefined;
    const text = all ? name : `${name}:${/^\d+(?:\.\d+)?/.exec(tag)?.[0]}`;
    return { name: text, date, instead: /^\d/.test(instead) ? `${name}:${instead}` : instead };
  }
  return undefined;
}

/** 3.9 comes before 3.10; a version without a second part is the last one of its first. */
function numberOf(text: string): number | undefined {
  const match = /^v?(\d+)(?:\.(\d+))?(?![\w])/.exec(text);
  return match ? Number(match[1]) * 1000 + Number(match[2] ?? 999) : undefined;
}

/** Java as it came with OpenJDK's own image; the variant tells whether the compiler is wanted. */
function temurin({ word, tag }: Base): readonly Fix[] {
  const version = /^v?(8|11|17|21|25)(?![\d])/.exec(tag)?.[1];
  const kind = /jre/.test(tag) ? "jre" : "jdk";
  const newText = `eclipse-temurin:${version}-${kind}${/alpine/.test(tag) ? "-alpine" : ""}`;
  return version ? [changed(word, newText)] : [];
}

function changed({ start, end }: Span, newText: string): Fix {
  return { title: t("Change to {0}", newText), edits: [{ start, end, newText }] };
}

/** The newer version under the same variant, as long as the tag names no system with a version. */
function newer(base: Base, { instead, name: what }: Ended): readonly Fix[] {
  const { word, name, tag } = base;
  const variant = tag.replace(/^v?[\d.]+/, "");
  if (word.text.includes("$")) return [];
  if (instead === "eclipse-temurin") return temurin(base);
  if (what === name && instead.includes(":") && !variant) return [changed(word, instead)];
  if (!what.startsWith(name) || !instead.startsWith(`${name}:`)) return [];
  if (!/^(?:-(?:alpine|slim|fpm|apache|cli|fpm-alpine|cli-alpine))?$/.test(variant)) return [];
  const start = word.end - tag.length;
  const newText = instead.slice(name.length + 1) + variant;
  return [
    { title: t("Change to {0}", `${name}:${newText}`), edits: [{ start, end: word.end, newText }] },
  ];
}
