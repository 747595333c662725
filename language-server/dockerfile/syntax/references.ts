// Reads image references as far as rules need it: `registry/repository:tag@digest`.
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageNamed } from "../model/stage-references.ts";
import type { Instruction } from "./instruction.ts";
import { parseMount } from "./mount.ts";

export interface ReferenceParts {
  /** With the registry. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

export interface ImageReference extends Span {
  readonly text: string;
}

export function isVariable(text: string): boolean {
  return text.includes("$");
}

export function splitReference(text: string): ReferenceParts {
  const [rest = "", digest] = text.split("@", 2);
  const colon = rest.lastIndexOf(":");
  if (colon < 0 || rest.includes("/", colon)) return { name: rest, tag: undefined, digest };
  return { name: rest.slice(0, colon), tag: rest.slice(colon + 1), digest };
}

/** The host of a reference; Docker Hub's for names without one. */
export function registryOf(text: string): string {
  const slash = text.indexOf("/");
  const host = slash < 0 ? "" : text.slice(0, slash);
  return /[.:]/.test(host) || host === "localhost" ? host : "docker.io";
}

/** Whether `--from` clearly means an image, or cannot be told. */
export function isExternal(text: string): boolean {
  return text.includes(":") || isVariable(text);
}

/** Every image that a file takes from a registry: FROM, COPY --from and RUN --mount=from. */
export function imageReferences(document: DockerfileDocument): readonly ImageReference[] {
  const bases = document.stages.flatMap(({ base, parent }) =>
    base && !parent && base.text !== "scratch" ? [base] : [],
  );
  const copies = document
    .byKeyword("COPY")
    .flatMap((copy) => outside(document, copy, copy.flag("from")));
  const mounts = document.byKeyword("RUN").flatMap((run) =>
    run.flags
      .filter(({ name }) => name === "mount")
      .flatMap((flag) =>
        outside(
          document,
          run,
          parseMount(run, flag).find(({ key }) => key === "from"),
        ),
      ),
  );
  return [...bases, ...copies, ...mounts].filter(({ text }) => !isVariable(text));
}

function outside(
  document: DockerfileDocument,
  user: Instruction,
  from: { readonly value: string | undefined; readonly valueSpan: Span | undefined } | undefined,
): readonly ImageReference[] {
  if (!from?.value || !from.valueSpan) return [];
  if (stageNamed(document, from.value, document.stageOf(user))) return [];
  return [{ ...from.valueSpan, text: from.value }];
}
