// What can be read off a container: documents, the browser, the clipboard.
import { env, Uri, window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import { table } from "../../documents/table.ts";
import * as containers from "../../engine/containers.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Container, Port } from "../../engine/objects.ts";
import { t } from "../../engine/text.ts";
import { showEquivalent } from "../../log.ts";
import { portText, published } from "../../views/container-fields.ts";
import { exitCodeWords, stateWords } from "../../views/container-words.ts";
import type { Command, CommandTable } from "../command.ts";
import { isRunning, isUp, nameOf, on, onOne } from "../targets.ts";
import { type Inspected, runLine } from "./run-line.ts";

const inspect = onOne("container", async (engine, { id, name }, { documents }) => {
  showEquivalent(dockerLine("inspect", name));
  await documents.json(name, await containers.inspect(engine, id));
});

const top = onOne(
  "container",
  async (engine, { id, name }, { documents }) => {
    showEquivalent(dockerLine("top", name));
    const { Titles, Processes } = await containers.top(engine, id);
    await documents.show(`${name} top.txt`, table(Titles, Processes));
  },
  isUp,
);

const diff = onOne("container", async (engine, { id, name }, { documents }) => {
  showEquivalent(dockerLine("diff", name));
  const marks = { changed: "C", added: "A", deleted: "D" };
  const changes = await containers.diff(engine, id);
  const text = changes.map(({ path, change }) => `${marks[change]} ${path}`).join("\n");
  await documents.show(`${name} diff.txt`, text || t("Nothing differs from the image."));
});

const ports = onOne("container", async (_engine, { name, ports: list }, { documents }) => {
  showEquivalent(dockerLine("port", name));
  const rows = list.map(({ container, protocol, ip, host }) => [
    `${container}/${protocol}`,
    host ? `${ip ?? "0.0.0.0"}:${host}` : t("not published"),
  ]);
  await documents.show(`${name} port.txt`, table([t("Container"), t("Host")], rows));
});

/** The address under which a published port is reached from here. */
export function addressOf({ endpoint }: Engine, { ip, host, container }: Port): string {
  const remote = endpoint.local ? undefined : new URL(endpoint.host).hostname;
  const anywhere = !ip || ip === "0.0.0.0" || ip === "::";
  const name = remote ?? (anywhere ? "localhost" : ip.includes(":") ? `[${ip}]` : ip);
  return `${container === 443 || container === 8443 ? "https" : "http"}://${name}:${host}`;
}

async function open(engine: Engine, port: Port): Promise<void> {
  await env.openExternal(Uri.parse(addressOf(engine, port)));
}

const openInBrowser: Command = async (services, nodes) => {
  const port = nodes[0]?.contextValue === "port" ? (nodes[0].object as Port) : undefined;
  if (port) return open(await services.engine(), port);
  const choose = onOne(
    "container",
    async (engine, container) => {
      const items = published(container.ports)
        .filter(({ protocol }) => protocol === "tcp")
        .map((one) => ({ label: portText(one), description: addressOf(engine, one), port: one }));
      const picked =
        items.length > 1
          ? await window.showQuickPick(items, { placeHolder: t("Choose a port") })
          : items[0];
      if (picked) await open(engine, picked.port);
    },
    (container) => isRunning(container) && published(container.ports).length > 0,
  );
  return choose(services, nodes, []);
};

/** Copies a text of each container, one a line. */
function copy(text: (engine: Engine, container: Container) => string | Promise<string>): Command {
  return on("container", {}, async (engine, objects) => {
    const lines = await Promise.all(objects.map((object) => text(engine, object)));
    await env.clipboard.writeText(lines.join("\n"));
    window.setStatusBarMessage(t("Copied"), 3000);
  });
}

const why = onOne("container", async (engine, container, { documents }) => {
  const { State } = await containers.inspect(engine, container.id);
  const lines = [
    `${nameOf(container)}: ${stateWords(container)}`,
    "",
    isUp(container)
      ? t("The container is running.")
      : t("Exit code {0}: {1}", State.ExitCode, exitCodeWords(State.ExitCode)),
    State.OOMKilled
      ? t(
          "The engine killed it because it was out of memory. Raise its limit with docker update --memory.",
        )
      : "",
    State.Error ? t("The engine says: {0}", State.Error) : "",
    ...(State.Health?.Log ?? [])
      .slice(-3)
      .map(({ ExitCode, Output }) => t("Health check ({0}): {1}", ExitCode, Output.trim())),
  ];
  const text = lines.filter((line, index) => line || index === 1).join("\n");
  await documents.show(`${container.name} state.txt`, `${text}\n`);
});

export const lookCommands: CommandTable = {
  "dockwright.containers.inspect": inspect,
  "dockwright.containers.top": top,
  "dockwright.containers.diff": diff,
  "dockwright.containers.port": ports,
  "dockwright.containers.openInBrowser": openInBrowser,
  "dockwright.containers.why": why,
  "dockwright.containers.copyName": copy((_, { name }) => name),
  "dockwright.containers.copyId": copy((_, { id }) => id),
  "dockwright.containers.copyIp": copy((_, { networks }) =>
    networks
      .map(({ ip }) => ip)
      .filter(Boolean)
      .join(" "),
  ),
  "dockwright.containers.copyRunLine": copy(async (engine, { id }) =>
    runLine((await containers.inspect(engine, id)) as Inspected),
  ),
};
