// What a hover tells: a key, the words that may stand there, a variable's value and where it comes
// from, the thing that a name means, ports and mounts in words, an image as the engine knows it.

import { t } from "../../l10n.ts";
import type { FeatureContext, Hover } from "../../language.ts";
import { shownSize } from "../../shown-size.ts";
import { isRefusal, type PortRange, parseMount, parsePort } from "../formats.ts";
import { docOf, pageOf, wordsOf } from "../schema/docs.ts";
import { rowAt } from "../schema/schema.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { shapeOf } from "./candidates.ts";
import type { Path } from "./climb.ts";
import { type Located, locate } from "./locate.ts";
import { nameHover } from "./name-hover.ts";
import { nameAt } from "./names.ts";

export function hover(
  document: ComposeDocument,
  offset: number,
  context: FeatureContext,
): Hover | undefined {
  const name = nameAt(document, offset);
  const named = name && nameHover(document, name, context);
  if (name && named) return { span: { start: name.start, end: name.end }, markdown: named };
  const found = locate(document, offset);
  if (!found) return undefined;
  const markdown = found.isKey ? keyDoc(found.path) : valueDoc(found, context);
  return markdown ? { span: found.span, markdown } : undefined;
}

/** What a key means, what may stand behind it, and where to read on. */
export function keyDoc(path: Path): string | undefined {
  const text = docOf(path);
  const row = rowAt(path);
  if (!text || !row) return undefined;
  const words = wordsOf(row);
  const page = pageOf(path);
  return [
    `**${String(path.at(-1))}**`,
    text,
    words.length > 0 ? t("One of: {0}", words.map((word) => `\`${word}\``).join(", ")) : "",
    page ? `[${t("Reference")}](${page})` : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

function valueDoc(found: Located, context: FeatureContext): string | undefined {
  const { path, text } = found;
  const shape = shapeOf(path);
  if (shape === "services/*/ports/#") return portInWords(text);
  if (shape === "services/*/volumes/#") return mountInWords(text);
  if (shape === "services/*/image") return imageDoc(text, context);
  return keyDoc(path);
}

function rangeText({ from, to }: PortRange): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** `8080:80` for people. */
export function portInWords(text: string): string | undefined {
  const port = parsePort(text);
  if (isRefusal(port)) return undefined;
  const target = `${rangeText(port.target)}/${port.protocol}`;
  if (!port.published)
    return t("Port {0} of the container, published on a free port of the host.", target);
  const published = rangeText(port.published);
  const mapping = t("Port {0} of the host leads to port {1} of the container.", published, target);
  const reach =
    port.ip === "" || port.ip === "0.0.0.0" || port.ip === "::"
      ? t("Anyone who can reach the host can connect.")
      : /^127\.|^::1$/.test(port.ip)
        ? t("Only the host itself can connect.")
        : t("It listens on the address {0}.", port.ip);
  return `${mapping}\n\n${reach}`;
}

/** `./data:/var/lib:ro` for people. */
export function mountInWords(text: string): string | undefined {
  const mount = parseMount(text);
  if (isRefusal(mount) || text.includes("$")) return undefined;
  const { source, target, options, type } = mount;
  const what =
    source === ""
      ? t("A new anonymous volume, at `{0}` in the container.", target)
      : type === "volume"
        ? t("The volume `{0}`, at `{1}` in the container.", source, target)
        : t("`{0}` on the host, at `{1}` in the container.", source, target);
  const more = [
    options.includes("ro") ? t("The container cannot write to it.") : "",
    options.includes("z") || options.includes("Z") ? t("SELinux labels are set.") : "",
  ];
  return [what, ...more].filter(Boolean).join(" ");
}

function imageDoc(text: string, { host }: FeatureContext): string | undefined {
  const facts = host.engine?.imageFacts(text);
  if (!facts) return undefined;
  const rows = [
    t("Size: {0}", shownSize(facts.size)),
    facts.user && t("User: {0}", facts.user),
    facts.workdir && t("Working directory: {0}", facts.workdir),
    facts.exposed.length > 0 && t("Ports: {0}", facts.exposed.join(", ")),
    facts.digest && t("Digest: {0}", facts.digest),
  ];
  const code = text.replaceAll("`", "");
  return [`\`${code}\``, ...rows.filter(Boolean).map((row) => `- ${row}`)].join("\n");
}
