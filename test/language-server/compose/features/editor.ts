// A Compose file in a folder of neighbours, asked as an editor would ask: the cursor is a `|`.
import { compose } from "../../../../language-server/compose/index.ts";
import type { Host, HostEngine } from "../../../../language-server/host.ts";
import type { Completion, FeatureContext } from "../../../../language-server/language.ts";
import type { Settings } from "../../../../language-server/protocol.ts";

export const folder = "file:///project/";

export interface Surroundings {
  readonly name?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly engine?: Partial<HostEngine>;
  readonly settings?: Settings;
}

const silent: HostEngine = {
  images: () => undefined,
  imageFacts: () => undefined,
  builtImage: () => undefined,
  usedPorts: () => undefined,
  listeners: () => undefined,
  networks: () => undefined,
  volumes: () => undefined,
  serviceStates: () => undefined,
};

/** The text without its mark, the mark's place, and the context. */
export function editor(marked: string, around: Surroundings = {}) {
  const offset = marked.indexOf("|");
  const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  const { name = "compose.yaml", files = {}, environment = {}, settings = {} } = around;
  const all: Readonly<Record<string, string>> = { ...files, [name]: text };
  const pathOf = (uri: string) => decodeURIComponent(uri.slice(folder.length));
  const host: Host = {
    files: {
      read: (uri) => all[pathOf(uri)] ?? null,
      kind: (uri) => (all[pathOf(uri)] === undefined ? null : "file"),
      list: (uri) => entries(Object.keys(all), pathOf(uri)),
    },
    environment,
    folders: [folder],
    ...(around.engine ? { engine: { ...silent, ...around.engine } } : {}),
  };
  const context: FeatureContext = { uri: folder + name, host, settings };
  return { text, offset, context, document: compose.parse(text) };
}

function entries(paths: readonly string[], under: string): readonly string[] {
  const inside = paths.filter((path) => path.startsWith(under));
  return [...new Set(inside.map((path) => path.slice(under.length).replace(/\/.*/, "/")))];
}

export async function offered(
  marked: string,
  around?: Surroundings,
): Promise<readonly Completion[]> {
  const { document, offset, context } = editor(marked, around);
  return (await compose.complete?.(document, offset, context)) ?? [];
}

export async function labels(marked: string, around?: Surroundings): Promise<readonly string[]> {
  return (await offered(marked, around)).map(({ label }) => label);
}
