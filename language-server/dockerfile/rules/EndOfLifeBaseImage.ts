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
  const alpine = /(?:^|-)alpine(3\.\d+)/.exec(tag)?.[1];
  if (alpine && name !== "alpine") return ended("alpine", alpine, today);
  for (const part of tag.split("-")) {
    const system = Object.hasOwn(codenames, part) ? codenames[part] : undefined;
    const [image = "", version = ""] = system?.split(" ") ?? [];
    const found = image && ended(image, version, today);
    if (found) return found;
  }
  return undefined;
}

function ended(name: string, tag: string, today: string): Ended | undefined {
  const row = rowOf(name);
  const wanted = numberOf(tag);
  const entry = row?.entries.find(
    ({ version }) => version === "all" || (wanted !== undefined && version >= wanted),
  );
  if (!row || !entry || entry.date >= today) return undefined;
  const { instead } = row;
  const text = entry.version === "all" ? name : `${name}:${/^\d+(?:\.\d+)?/.exec(tag)?.[0]}`;
  return {
    name: text,
    date: entry.date,
    instead: /^\d/.test(instead) ? `${name}:${instead}` : instead,
  };
}

interface Row {
  readonly entries: readonly { readonly version: number | "all"; readonly date: string }[];
  readonly instead: string;
}

const rows = new Map<string, Row>();

/** A row of the table, read when its image is first met. */
function rowOf(name: string): Row | undefined {
  const known = rows.get(name);
  if (known || !Object.hasOwn(endOfLife, name)) return known;
  const [entries = "", instead = ""] = endOfLife[name]?.split(" > ") ?? [];
  const row: Row = {
    entries: entries.split(" ").map((entry) => {
      const [version = "", date = ""] = entry.split("=");
      return { version: version === "*" ? "all" : (numberOf(version) ?? 0), date };
    }),
    instead,
  };
  rows.set(name, row);
  return row;
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
