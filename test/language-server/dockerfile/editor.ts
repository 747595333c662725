// A Dockerfile in a folder of neighbours, asked as an editor would ask: the cursor is a `|`.
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import type { HostEngine } from "../../../language-server/host.ts";
import type { FeatureContext } from "../../../language-server/language.ts";
import type { BuiltImage, ImageFacts, Settings } from "../../../language-server/protocol.ts";
import { type Files, hostWith } from "./lint-file.ts";

export const uri = "file:///w/Dockerfile";

export interface Surroundings {
  readonly files?: Files;
  readonly images?: Readonly<Record<string, Partial<ImageFacts>>>;
  readonly settings?: Settings;
  /** What the Dockerfile was last built into. */
  readonly built?: BuiltImage;
}

const bare: ImageFacts = {
  env: {},
  user: "",
  workdir: "",
  exposed: [],
  entrypoint: null,
  command: null,
  digest: undefined,
  size: 1e6,
};

/** The text without its mark, the mark's place, and the context. */
export function editor(
  marked: string,
  { files = {}, images, settings = {}, built }: Surroundings = {},
) {
  const offset = marked.indexOf("|");
  const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  const engine: HostEngine = {
    images: () => Object.keys(images ?? {}),
    imageFacts: (reference) => images?.[reference] && { ...bare, ...images[reference] },
    builtImage: () => built,
    usedPorts: () => undefined,
    listeners: () => undefined,
    networks: () => undefined,
    volumes: () => undefined,
    serviceStates: () => undefined,
  };
  const host = hostWith({ ...files, Dockerfile: text });
  const context: FeatureContext = {
    uri,
    host: { ...host, folders: ["file:///w"], ...(images || built ? { engine } : {}) },
    settings,
  };
  return { text, offset, context, document: parseDockerfile(text) };
}
