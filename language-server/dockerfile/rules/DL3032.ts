// Finds yum install that leaves its cache in the layer.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportUnclean } from "./parts/packages.ts";

export const DL3032: Rule<DockerfileDocument> = {
  code: "DL3032",
  aliases: [],
  severity: "warning",
  summary: "yum leaves its cache in the layer; clean it in the same RUN.",
  scope: { each: ["RUN"] },
  check(document, report) {
    reportUnclean(document, report, {
      programs: ["yum"],
      verbs: ["install", "groupinstall", "localinstall", "reinstall", "module"],
      cleans: ["clean"],
      folder: "/var/cache/yum",
      mounts: [],
      fix: "yum clean all",
      message: t("yum leaves its cache in the layer; clean it in the same RUN."),
    });
  },
};
