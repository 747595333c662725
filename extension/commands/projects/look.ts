// What only reads a project, or goes into one: logs, processes, ports, configuration, shells. All of
// it comes from the engine and our own model, but for what only Compose can do.

import { basename, join } from "node:path";
import { Uri, window } from "vscode";
import { table } from "../../documents/table.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Container } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import type { ServiceState } from "../../projects/overview.ts";
import { logsAsSet, openLogs } from "../../terminals/logs.ts";
import { published } from "../../wording/container-fields.ts";
import { stateWords } from "../../wording/container-words.ts";
import { plain } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import { askText } from "../ask.ts";
import type { Command, Services } from "../command.ts";
import { openShellIn } from "../containers/debug-shell.ts";
import { words } from "../images/run-wish.ts";
import { isRunning, isUp } from "../targets.ts";
import { composeVerb } from "./lifecycle.ts";
import { runOwnCompose } from "./own.ts";
import { readCompose } from "./run-compose.ts";
import { asArguments, type Subject, serviceSubject, subjectOf, targetOf } from "./target.ts";

/** The containers of the services meant, replicas and one-off runs. */
const containersOf = ({ project, services }: Subject): Container[] =>
  project.services
    .filter(({ name }) => services.length === 0 || services.includes(name))
    .flatMap(({ members }) => members.map(({ container }) => container));

/** A command on the containers of a project or a service; says so when there are none. */
function onContainers(
  act: (engine: Engine, all: readonly Container[], subject: Subject, services: Services) => unknown,
  where: (container: Container) => boolean = () => true,
): Command {
  return async (services, nodes, args) => {
    const subject = await subjectOf(services, nodes, args);
    if (!subject) return undefined;
    const all = containersOf(subject).filter(where);
    if (all.length > 0) return act(await services.engine(), all, subject, services);
    return window.showInformationMessage(
      t("There is no container that this command can be used on."),
    );
  };
}

const nameOf = ({ project, services }: Subject) => plain([project.name, ...services].join(" "));

export const logs: Command = onContainers(async (engine, all, subject, services) => {
  const { project, services: names } = subject;
  const args = ["logs", "--follow", ...names];
  const own = () => targetOf(services, project, true);
  if (await runOwnCompose(services, subject, own, args, `logs ${nameOf(subject)}`)) return;
  openLogs(engine, all, logsAsSet(), {
    title: t("Logs: {0}", nameOf(subject)),
    project: { name: project.name, services: names },
  });
});

export const ps: Command = onContainers(async (engine, _all, subject, { documents }) => {
  await announce(engine, "compose", "-p", subject.project.name, "ps", "-a");
  const rows = subject.project.services
    .filter(({ name }) => subject.services.length === 0 || subject.services.includes(name))
    .flatMap(({ name, members }) =>
      members.map(({ container }) => [
        container.name,
        container.image,
        name,
        stateWords(container),
        container.status,
        published(container.ports)
          .map(
            ({ ip, host, container: inside, protocol }) =>
              `${ip ?? ""}:${host}->${inside}/${protocol}`,
          )
          .join(", "),
      ]),
    );
  const heads = [t("Name"), t("Image"), t("Service"), t("State"), t("Status"), t("Ports")];
  await documents.show(`${nameOf(subject)} ps.txt`, table(heads, rows));
});

export const top: Command = onContainers(async (engine, all, subject, { documents }) => {
  await announce(engine, "compose", "-p", subject.project.name, "top", ...subject.services);
  const parts = await Promise.all(
    all.map(async ({ id, name }) => {
      const { Titles, Processes } = await containers.top(engine, id);
      return `${plain(name)}\n${table(Titles, Processes)}`;
    }),
  );
  await documents.show(`${nameOf(subject)} top.txt`, parts.join("\n"));
}, isUp);

export const port: Command = onContainers((_engine, all, subject, { documents }) => {
  const rows = all.flatMap(({ name, ports }) =>
    published(ports).map(({ container, protocol, ip, host }) => [
      name,
      `${container}/${protocol}`,
      `${ip ?? "0.0.0.0"}:${host}`,
    ]),
  );
  if (rows.length === 0) return window.showInformationMessage(t("It publishes no port."));
  const text = table([t("Name"), t("Container"), t("Host")], rows);
  return documents.show(`${nameOf(subject)} port.txt`, text);
});

const anyRunning = ({ members }: ServiceState) =>
  members.some(({ container }) => isRunning(container));

export const exec: Command = async (services, nodes, args) => {
  const subject = await serviceSubject(services, nodes, args, anyRunning);
  const running = subject ? containersOf(subject).filter(isRunning) : [];
  const items = running.map((container) => ({
    label: plain(container.name),
    description: stateWords(container),
    container,
  }));
  if (subject && items.length === 0)
    return window.showInformationMessage(
      t("There is no container that this command can be used on."),
    );
  const picked =
    items.length > 1
      ? await window.showQuickPick(items, { placeHolder: t("Choose a container") })
      : items[0];
  return picked && openShellIn(await services.engine(), picked.container, services);
};

export const run: Command = composeVerb({
  service: true,
  focus: true,
  args: async ({ services }) => {
    const [service = ""] = asArguments(services);
    const answer = await askText(t("Command to run in a new container of {0}", service), {
      placeHolder: t("Empty: the service's own"),
      optional: true,
    });
    return answer === undefined ? undefined : ["run", "--rm", service, ...words(answer)];
  },
});

/** Our own reading of the files, which follows them; where there is none, that of Compose. */
export const config: Command = async (services, nodes, args) => {
  const subject = await subjectOf(services, nodes, args);
  if (!subject) return undefined;
  const [file] = subject.project.definition?.files ?? [];
  if (file && (await services.effective.show(file, nameOf(subject)))) return undefined;
  const target = targetOf(services, subject.project, false);
  const text = await readCompose(services, {
    target,
    args: ["config", ...asArguments(subject.services)],
  });
  return text !== undefined && services.documents.show(`${nameOf(subject)} config.yaml`, text);
};

/** Copies a file or folder between a service's container and this machine. */
export const cp: Command = composeVerb({
  byName: true,
  service: true,
  args: async ({ project, services }) => {
    const [service = ""] = asArguments(services);
    const title = t("Copy files of {0}", service);
    const ways = [
      { label: t("From the container"), out: true },
      { label: t("Into the container"), out: false },
    ];
    const way = await window.showQuickPick(ways, { placeHolder: title });
    if (!way) return undefined;
    const inside = await askText(t("Path in the container"), { placeHolder: "/etc/hosts" });
    if (!inside) return undefined;
    const place = `${service}:${inside}`;
    if (way.out) {
      const target = await window.showSaveDialog({
        title,
        defaultUri: Uri.file(join(project.folder, basename(inside))),
      });
      return target && ["cp", place, target.fsPath];
    }
    const [source] =
      (await window.showOpenDialog({
        title,
        defaultUri: Uri.file(project.folder),
        canSelectFiles: true,
        canSelectFolders: true,
      })) ?? [];
    return source && ["cp", source.fsPath, place];
  },
});
