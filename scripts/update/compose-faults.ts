// The page docs/compose-faults.md: typical faults, our words beside those of docker compose.
import { readFileSync } from "node:fs";
import { compose } from "../../language-server/compose/index.ts";
import { faults } from "../../test/language-server/compose/faults.ts";
import { folder, folderHost } from "../../test/language-server/compose/folder.ts";

/** The page's path and text. */
export function composeFaults(): Record<string, string> {
  const { version, words } = JSON.parse(
    readFileSync("test/language-server/compose/faults-words.json", "utf8"),
  ) as { version: string; words: Readonly<Record<string, string>> };
  const rows = faults.map(({ name, text, files }, index) => {
    const host = folderHost({ ...files, "compose.yaml": text });
    const uri = `${folder}compose.yaml`;
    const document = compose.parse(text);
    const findings = compose.lint(document, { uri, host, settings: {} });
    const found = findings.find(({ severity }) => severity === "error") ?? findings[0];
    const place = found && document.lines.position(found.start);
    const where = found ? text.slice(found.start, found.end).split("\n")[0] : "";
    const ours =
      found && place
        ? `${place.line + 1}:${place.character + 1} ${code(where ?? "")} ${cell(found.message)}`
        : "";
    const fix = found?.fixes?.()[0]?.title;
    return `| ${index + 1} | ${cell(name)} | ${ours} | ${fix ? cell(fix) : ""} | ${cell(words[name] ?? "")} |`;
  });
  const text = [
    "# Faults in Compose files, in our words and in Compose's",
    "",
    `Made by \`npm run update\`; Compose's words are those of docker compose ${version}. Ours stand at line:column of the text that is wrong.`,
    "",
    "| | Fault | Dockwright | First fix | docker compose |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ];
  return { "docs/compose-faults.md": text.join("\n") };
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}

function code(text: string): string {
  const plain = text.trim();
  return plain === "" ? "" : `\`${plain.replaceAll("`", "").replaceAll("|", "\\|")}\``;
}
