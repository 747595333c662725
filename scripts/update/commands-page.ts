// Writes docs/commands.md from the manifest: every command, its keys, and the docker line it equals.
import { manifest } from "../../extension/manifest/index.ts";

/** The page's path and text. */
export function commandsPage(): Record<string, string> {
  const rows = manifest
    .flatMap((part) => part.commands ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, cli, keys = [] }) => {
      const shortcuts = keys.map(({ key }) => `\`${key}\``).join(", ");
      return `| ${title.en} | ${cli ? `\`${cli.replaceAll("|", "\\|")}\`` : ""} | ${shortcuts} | \`${id}\` |`;
    });
  const views = manifest
    .flatMap((part) => Object.values(part.views ?? {}).flat())
    .map(({ name, cli = [] }) => `| ${name.en} | ${cli.map((one) => `\`${one}\``).join(", ")} |`);
  const text = [
    "# Commands",
    "",
    "Made by `npm run update` from `extension/manifest`. In the palette each title has *Docker:* before it.",
    "",
    "## Views",
    "",
    "| View | The same on the command line |",
    "| --- | --- |",
    ...views,
    "",
    "## Commands",
    "",
    "| Command | The same on the command line | Keys | Id |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ];
  return { "docs/commands.md": text.join("\n") };
}
