import type { FileKind, Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import type { Report } from "../../lint/rule.ts";
import { buildOf } from "../project/build-facts.ts";
import type { Project } from "../project/project.ts";
import { requoted, servicesOf } from "../project/services.ts";
import { at, type Node, scalarAt } from "../yaml/tree.ts";
import type { ComposeRule } from "./compose-rule.ts";

export const MissingBuildContext: ComposeRule = {
  code: "MissingBuildContext",
  aliases: [],
  severity: "warning",
  summary: "The folder and the Dockerfile of a build must exist when it is built.",
  scope: { each: ["services"] },
  outside({ value }, { project }, { host }) {
    const there = thereFor(value, project, host);
    return there ? `${there.context} ${there.file}` : "";
  },
  check(model, report, { host }) {
    for (const { node } of servicesOf(model)) {
      const build = at(node, "build");
      const there = thereFor(node, model.project, host);
      if (!build || !there) continue;
      const context = build.kind === "scalar" ? build : scalarAt(build, "context");
      const own: Report = (span, ...rest) => {
        if ((span as Node).source === model.source) report(span, ...rest);
      };
      reportContext(build, context, there.context, own);
      if (there.file === null) reportFile(build, context, context?.text ?? ".", own);
    }
  },
};

/** What stands where a build looks for its folder and its Dockerfile, if that must be asked. */
function thereFor(service: Node, project: Project, host: Host) {
  const facts = buildOf(service, project, host);
  if (!facts?.context || facts.document) return undefined;
  const context = host.files.kind(facts.context.slice(0, -1));
  const isFolder = context === "folder" || context === undefined;
  const file = isFolder && facts.dockerfile ? host.files.kind(facts.dockerfile) : undefined;
  return { context, file };
}

/** Tells of a context that is not there, or no folder. */
function reportContext(
  build: Node,
  context: Node | undefined,
  kind: FileKind | null | undefined,
  report: Report,
): void {
  const path = context?.kind === "scalar" ? context.text : ".";
  if (kind === "file")
    report(context ?? build, t('"{0}" is a file; "build" needs the folder it is in.', path), {
      fixes: () => folderFix(build, path),
    });
  if (kind === null)
    report(context ?? build, t("There is no folder {0} to build from.", path), {
      fixes: () => imageFix(build),
    });
}

function reportFile(build: Node, context: Node | undefined, path: string, report: Report): void {
  const file = scalarAt(build, "dockerfile");
  report(
    file ?? context ?? build,
    file
      ? t("There is no Dockerfile {0} in the folder of the build.", file.text)
      : t("The folder {0} has no Dockerfile.", path),
  );
}

/** `build: ./app/Dockerfile` was meant to be its folder. */
function folderFix(build: Node, path: string) {
  const [, folder = ".", name] = /^(?:(.*)\/)?([^/]+)$/.exec(path) ?? [];
  if (build.kind !== "scalar" || name !== "Dockerfile" || build.raw) return [];
  const edits = [{ start: build.start, end: build.end, newText: requoted(build, folder) }];
  return [{ title: t("Write {0}", folder), edits, safe: true }];
}

/** `build: nginx:1.27` was meant to be an image. */
function imageFix(build: Node) {
  if (build.kind !== "scalar" || !/^[\w.-]+(?:\/[\w.-]+)*:[\w.-]+$/.test(build.text)) return [];
  const { text } = build.source;
  const key = text.lastIndexOf("build", build.start);
  return [
    {
      title: t('Change "{0}" to "{1}"', "build", "image"),
      edits: [
        { start: key, end: key + 5, newText: "image" },
        { start: build.start, end: build.end, newText: requoted(build, build.text) },
      ],
    },
  ];
}
