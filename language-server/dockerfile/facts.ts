// What a build asks a Dockerfile for: its stages, arguments and mounts, and where its instructions stand.
import type { DockerfileFacts } from "../protocol.ts";
import { platformArgs } from "./model/build-args.ts";
import type { DockerfileDocument } from "./model/document.ts";
import { parseMount } from "./syntax/mount.ts";
import { unquote } from "./syntax/words.ts";

/** Any text gives some; what is no Dockerfile gives few. */
export function factsOf(document: DockerfileDocument): DockerfileFacts {
  const { lines, stages } = document;
  const lineOf = (offset: number) => lines.position(offset).line + 1;
  return {
    stages: stages.map(({ name, base, index, from }) => ({
      name: name?.text ?? String(index),
      base: base?.text ?? "",
      line: lineOf(from.span.start),
    })),
    arguments: argumentsOf(document),
    instructions: document.instructions.map((instruction) => ({
      keyword: instruction.keyword,
      text: instruction.cooked.text.trim().replace(/\s+/g, " "),
      line: lineOf(instruction.span.start),
      endLine: lineOf(Math.max(instruction.span.end, instruction.fullSpan.end)),
      stage: document.stageOf(instruction)?.index ?? -1,
    })),
    secrets: mountIds(document, "secret"),
    ssh: mountIds(document, "ssh"),
  };
}

function argumentsOf(document: DockerfileDocument): DockerfileFacts["arguments"] {
  const defaults = new Map<string, string | undefined>();
  // Those of the platform the builder gives itself.
  for (const { pairs, escape: escapeChar } of document.byKeyword("ARG"))
    for (const { key, value } of pairs)
      if (!platformArgs.has(key.text))
        defaults.set(
          key.text,
          defaults.get(key.text) ?? (value && unquote(value.text, escapeChar)),
        );
  return [...defaults].map(([name, defaultValue]) => ({
    name,
    ...(defaultValue !== undefined && { defaultValue }),
  }));
}

function mountIds(document: DockerfileDocument, type: string): readonly string[] {
  const mounts = document
    .byKeyword("RUN")
    .flatMap((run) =>
      run.flags.filter(({ name }) => name === "mount").map((flag) => parseMount(run, flag)),
    );
  const ids = mounts.flatMap((fields) => {
    const value = (key: string) => fields.find((field) => field.key === key)?.value;
    if (value("type") !== type) return [];
    const named = type === "secret" ? value("target")?.split("/").pop() : undefined;
    return [value("id") ?? named ?? "default"];
  });
  return [...new Set(ids)];
}
