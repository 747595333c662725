// From a row to the files: where a service is defined, and how its containers differ from that.
import { Uri, window, workspace } from "vscode";
import { t } from "../../engine/text.ts";
import { sidesOf } from "../../projects/drift/drift.ts";
import type { ServiceState } from "../../projects/overview.ts";
import { plain } from "../../wording/format.ts";
import type { Command } from "../command.ts";
import { serviceSubject, subjectOf } from "./target.ts";

/** Opens the file, at the service if one is meant. */
export const openDefinition: Command = async (services, nodes, args) => {
  const subject = await subjectOf(services, nodes, args);
  const service = subject?.project.services.find(({ name }) => subject.services.includes(name));
  const { path = subject?.project.files[0], line = 0 } = service?.definition?.place ?? {};
  if (!path) return undefined;
  const document = await workspace.openTextDocument(Uri.file(path));
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  return window.showTextDocument(document, { selection: range.with({ end: range.start }) });
};

const isMade = ({ definition, members }: ServiceState) =>
  definition !== undefined && members.length > 0;

/** Opens the running container and the files' service side by side. */
export const showDifference: Command = async (services, nodes, args) => {
  const subject = await serviceSubject(services, nodes, args, isMade);
  if (!subject) return undefined;
  const service = subject.project.services.find(({ name }) => subject.services.includes(name));
  const { definition } = subject.project;
  const [member] = service?.members ?? [];
  if (!service?.definition || !definition || !member)
    return (
      subject &&
      window.showInformationMessage(
        t("There is nothing to compare: the service is not defined here, or has no container."),
      )
    );
  const { drift } = services.projects;
  const engine = await services.engine();
  const facts = await drift.facts(engine, service.definition, definition, member.container.id);
  const { container, file } = sidesOf(facts);
  const name = plain(service.name);
  const title = t("{0}: container ↔ files", name);
  return services.documents.compare(`${name}.yaml`, container, file, title);
};
