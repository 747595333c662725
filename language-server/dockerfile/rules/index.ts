// All Dockerfile rules, sorted by code.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";

export const rules: readonly Rule<DockerfileDocument>[] = [];
