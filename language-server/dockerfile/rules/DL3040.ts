// Finds dnf install that leaves its cache in the layer.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportUnclean } from "./parts/packages.ts";

export const DL3040: Rule<DockerfileDocument> = {
  code: "DL3040",
  aliases: [],
  severity: "warning",
  summary: "dnf leaves its cache in the layer; clean it in the same RUN.",
  scope: { each: ["RUN"] },
  check(document, report) {
    reportUnclean(document, report, {
      programs: ["dnf", "microdnf"],
      verbs: ["install", "in", "reinstall", "rei", "upgrade-minimal", "up-min"],
      cleans: ["clean"],
      folder: "/var/cache/",
      mounts: ["/var/cache/libdnf5", "/var/cache/dnf", "/var/cache/yum"],
      fix: "dnf clean all",
      message: t("dnf leaves its cache in the layer; clean it in the same RUN."),
    });
  },
};
