import { t } from "../../l10n.ts";
import type { Report, Rule } from "../../lint/rule.ts";
import { buildOf } from "../project/build-facts.ts";
import type { ComposeModel } from "../project/model.ts";
import { requoted, servicesOf } from "../project/services.ts";
import { at, type Node, scalarAt } from "../yaml/tree.ts";

export const MissingBuildContext: Rule<ComposeModel> = {
  code: "MissingBuildContext",
  aliases: [],
  severity: "warning",
  summary: "The folder and the Dockerfile of a build must be there when it is built.",
  check(model, report, { host }) {
    for (const { node } of servicesOf(model)) {
      const build = at(node, "build");
      const facts = buildOf(node, model.project, host);
      if (!build || !facts?.context || facts.document) continue;
      const context = build.kind === "scalar" ? build : scalarAt(build, "context");
      const own: Report = (span, ...rest) => {
        if ((span as Node).source === model.document) report(span, ...rest);
      };
      const path = context?.text ?? ".";
      if (host.files.kind(facts.context.replace(/\/$/, "")) === null)
        own(context ?? build, t("There is no folder {0} to build from.", path), {
          fixes: () => imageFix(build),
        });
      else if (facts.dockerfile && host.files.kind(facts.dockerfile) === null)
        reportFile(build, context, path, own);
    }
  },
};

function reportFile(build: Node, context: Node | undefined, path: string, report: Report): void {
  const file = scalarAt(build, "dockerfile");
  report(
    file ?? context ?? build,
    file
      ? t("There is no Dockerfile {0} in the folder of the build.", file.text)
      : t("The folder {0} has no Dockerfile.", path),
  );
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
