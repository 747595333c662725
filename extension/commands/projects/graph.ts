// A project's services as a picture, and as Mermaid text.
import { env, window } from "vscode";
import { t } from "../../engine/text.ts";
import { openGraph } from "../../panels/graph/panel.ts";
import { graphOf, mermaidOf } from "../../projects/graph.ts";
import type { Command } from "../command.ts";
import { openDefinition } from "./definition.ts";
import { allProjects, type Subject, subjectOf } from "./target.ts";

export const graph: Command = async (services, nodes, args) => {
  const subject = await subjectOf(services, nodes, args);
  if (!subject) return;
  const { key } = subject.project;
  let project = subject.project;
  const now = async () => {
    project = (await allProjects(services)).find((one) => one.key === key) ?? project;
    return graphOf(project);
  };
  await openGraph(services.context.extensionUri, key, {
    graph: now,
    onDidChange: (listener) => {
      const watching = services.connection.watch();
      const heard = [
        services.connection.onDidChange(listener),
        services.projects.onDidChange(listener),
        watching,
      ];
      return { dispose: () => heard.forEach((one) => void one.dispose()) };
    },
    open: (service) => {
      const one: Subject = { kind: "subject", project, services: [service] };
      return openDefinition(services, [], [one]);
    },
    copy: () => copyText(mermaidOf(graphOf(project))),
  });
};

async function copyText(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(t("Copied"), 3000);
}

export const copyMermaid: Command = async (services, nodes, args) => {
  const subject = await subjectOf(services, nodes, args);
  if (subject) await copyText(mermaidOf(graphOf(subject.project)));
};
