// What an image or its Dockerfile lets one propose: stages, arguments, ports, variables, mounts.
import { CompletionItemKind } from "vscode-languageserver-types";
import { wellKnownImages } from "../../dockerfile/features/completion-data.ts";
import { t } from "../../l10n.ts";
import { textAt } from "../yaml/tree.ts";
import { type Candidate, ownService, type Wanted, word } from "./candidate.ts";
import { dockerfileOf } from "./service-text.ts";
import { knownVariables } from "./variables.ts";
import { commonPorts, imageHabits } from "./words-table.ts";

export function images({ context }: Wanted): readonly Candidate[] {
  const local = context.host.engine?.images() ?? [];
  const known = new Set(local);
  return [
    ...local.map((label) => ({
      label,
      kind: CompletionItemKind.Module,
      detail: t("on this engine"),
    })),
    ...wellKnownImages
      .filter((label) => !known.has(label))
      .map((label) => ({ label, kind: CompletionItemKind.Module })),
  ];
}

export function stages(wanted: Wanted): readonly Candidate[] {
  const found = dockerfileOf(ownService(wanted), wanted.context);
  return (found?.document.stages ?? []).flatMap(({ name, base }) =>
    name ? [{ label: name.text, kind: CompletionItemKind.Class, detail: base?.text ?? "" }] : [],
  );
}

export function buildArguments(wanted: Wanted): readonly Candidate[] {
  const found = dockerfileOf(ownService(wanted), wanted.context);
  const pairs = found?.document.byKeyword("ARG").flatMap(({ pairs }) => pairs) ?? [];
  const labels = new Set(pairs.map(({ key }) => key.text));
  return [...labels].map((label) => ({ label, kind: CompletionItemKind.Variable }));
}

/** Ports that the Dockerfile or the image exposes; else those that programs often listen on. */
function exposed(wanted: Wanted): readonly string[] {
  const service = ownService(wanted);
  const file = dockerfileOf(service, wanted.context);
  const written = (file?.document.byKeyword("EXPOSE") ?? []).flatMap(({ argumentText }) =>
    argumentText.split(/\s+/),
  );
  const image = textAt(service, "image");
  const facts = image ? wanted.context.host.engine?.imageFacts(image) : undefined;
  const found = [...written, ...(facts?.exposed ?? [])]
    .map((port) => port.replace(/\/tcp$/, ""))
    .filter((port) => /^\d+(?:\/\w+)?$/.test(port));
  return found.length > 0 ? [...new Set(found)] : commonPorts.split(" ");
}

export function ports(wanted: Wanted): readonly Candidate[] {
  return exposed(wanted).map((port) => {
    const number = Number.parseInt(port, 10);
    const published = number < 1024 ? number + 8000 : number;
    return { ...word(`${published}:${port}`), quoted: true };
  });
}

export function plainPorts(wanted: Wanted): readonly Candidate[] {
  return exposed(wanted).map((port) => word(port.replace(/\/.*/, "")));
}

/** Variables that the image or its Dockerfile knows, then those of `.env`. */
export function environmentNames(wanted: Wanted): readonly Candidate[] {
  const service = ownService(wanted);
  const { context, lines } = wanted;
  const image = textAt(service, "image") ?? "";
  const written = dockerfileOf(service, context)?.document.byKeyword("ENV") ?? [];
  const found = new Set([
    ...(habitsOf(image)?.[0].split(" ") ?? []),
    ...written.flatMap(({ pairs }) => pairs.map(({ key }) => key.text)),
    ...Object.keys(context.host.engine?.imageFacts(image)?.env ?? {}),
    ...knownVariables(lines.text, context)
      .filter(({ origin }) => origin === ".env")
      .map(({ name }) => name),
  ]);
  found.delete("");
  return [...found].map((label) => ({ label, kind: CompletionItemKind.Variable }));
}

export function habitsOf(image: string) {
  const name = /([^/:@]+)(?:[:@].*)?$/.exec(image)?.[1] ?? "";
  return Object.hasOwn(imageHabits, name) ? imageHabits[name] : undefined;
}
