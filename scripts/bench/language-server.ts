// The language server under large files: CPU and wall time of each feature after an edit, how they
// grow with the text, the start, and the memory. Beside it, with `--peers`, the servers that others
// use, from npm. Run: node scripts/bench/language-server.ts [--peers] [--only=dockerfile|compose]
// [--sizes=500,5000] [--seconds=3] [--server=dist/language-server.js]
import { parseArgs } from "node:util";
import {
  measureSize,
  measureStart,
  type SizeFigures,
  type Subject,
  subjects,
} from "./language-server/measure.ts";
import { installPeers, type Server } from "./language-server/peers.ts";
import { growthRows, type Row, sizeRows, startRow, table } from "./language-server/report.ts";

const { values: options } = parseArgs({
  options: {
    peers: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    sizes: { type: "string" },
    seconds: { type: "string", default: "3" },
    server: { type: "string", default: "dist/language-server.js" },
  },
});
const ours: Server = {
  name: "Dockwright",
  command: [options.server, "--stdio"],
  settings: { dockwright: {} },
  settingsWithoutChecks: { dockwright: { lint: { enabled: false } } },
};

for (const subject of subjects)
  if (subject.name.toLowerCase().startsWith(options.only.toLowerCase())) await compare(subject);

async function compare(subject: Subject): Promise<void> {
  const columns: { name: string; rows: Row[] }[] = [];
  for (const server of [ours, ...(options.peers ? installPeers(subject.name) : [])]) {
    const rows: Row[] = [];
    columns.push({ name: server.name, rows });
    const add = (...more: Row[]) => {
      rows.push(...more);
      for (const { what, figure, verdict } of more)
        console.log(
          server === ours ? `${what}: ${figure}${verdict}` : `  ${server.name}, ${what}: ${figure}`,
        );
    };
    await measure(server, subject, add).catch((error: Error) =>
      server === ours ? Promise.reject(error) : console.log(`${server.name}: ${error.message}`),
    );
  }
  if (columns.length > 1) console.log(`\n${table(columns)}\n`);
}

async function measure(server: Server, subject: Subject, add: (...rows: Row[]) => void) {
  add(startRow(subject, await measureStart(server, subject)));
  let before: SizeFigures | undefined;
  for (const size of options.sizes?.split(",").map(Number) ?? subject.sizes) {
    const figures = await measureSize(server, subject, size, Number(options.seconds));
    add(...sizeRows(subject, figures));
    if (before) add(...growthRows(subject, before, figures));
    before = figures;
  }
}
