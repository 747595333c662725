// Writes docs/commands.md from the manifest: every command, its keys, and the docker line it equals.
import { manifest } from "../../extension/manifest/index.ts";
import type { CommandEntry, KeyPlace } from "../../extension/manifest/part.ts";

/** The page's path and text. */
export function commandsPage(): Record<string, string> {
  const views = manifest
    .flatMap((part) => Object.values(part.views ?? {}).flat())
    .map(({ name, cli = [] }) => row(name.en, name.ko, cli.map(code).join(", ")));
  const commands = manifest.flatMap((part) => part.commands ?? []);
  const nouns = new Set(commands.map(nounOf));
  const text = [
    "# Commands",
    "",
    "Made by `npm run update` from `extension/manifest`. In the palette each title has *Docker:* before it. Where the line is missing, the docker command line has nothing of the kind.",
    "",
    "## What the views list",
    "",
    row("View", "한국어", "The same on the command line"),
    "| --- | --- | --- |",
    ...views,
    ...[...nouns].flatMap((noun) => [
      "",
      ...section(
        noun,
        commands.filter((one) => nounOf(one) === noun),
      ),
    ]),
    "",
  ];
  return { "docs/commands.md": text.join("\n") };
}

/** The commands of a noun, in the order of their names. */
function section(noun: string, commands: readonly CommandEntry[]): string[] {
  return [
    `## ${noun.charAt(0).toUpperCase()}${noun.slice(1)}`,
    "",
    row("Command", "한국어", "The same on the command line", "Keys", "Id"),
    "| --- | --- | --- | --- | --- |",
    ...commands
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, title, cli, keys = [] }) =>
        row(title.en, title.ko, code(cli), keysOf(keys), code(id)),
      ),
  ];
}

function nounOf({ id }: CommandEntry): string {
  return id.split(".")[1] ?? "";
}

/** Each key once: it may be one of several views. */
function keysOf(keys: readonly KeyPlace[]): string {
  return [...new Set(keys.map(({ key }) => code(key)))].join(", ");
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function code(text: string | undefined): string {
  return text ? `\`${text.replaceAll("|", "\\|")}\`` : "";
}
