// Everything that a command on projects can do, in one place for the table to load.
export { configure } from "./configure.ts";
export { openDefinition, showDifference } from "./definition.ts";
export { copyMermaid, graph } from "./graph.ts";
export * from "./lifecycle.ts";
export { config, cp, exec, logs, port, ps, run, top } from "./look.ts";
export { serviceSubject, subjectOf } from "./target.ts";
export { watch } from "./watch.ts";
