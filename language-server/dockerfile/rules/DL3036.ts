// Finds zypper install that leaves its cache in the layer.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportUnclean } from "./parts/packages.ts";

export const DL3036: Rule<DockerfileDocument> = {
  code: "DL3036",
  aliases: [],
  severity: "warning",
  summary: "zypper leaves its cache in the layer; clean it in the same RUN.",
  scope: { each: ["RUN"] },
  check(document, report) {
    reportUnclean(document, report, {
      programs: ["zypper"],
      verbs: ["install", "in"],
      cleans: ["clean", "cc"],
      folder: "/var/cache/zypp",
      mounts: ["/var/cache/zypp"],
      fix: "zypper clean",
      message: t("zypper leaves its cache in the layer; clean it in the same RUN."),
    });
  },
};
