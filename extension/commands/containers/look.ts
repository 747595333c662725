// What can be read off a container: documents, the browser, the clipboard.

import { env, Uri, window } from "vscode";
import { dockerRunLine } from "../../engine/docker-run-line.ts";
import type { Engine } from "../../engine/engine.ts";
import { toEngineError } from "../../engine/errors.ts";
import { type EndState, explainExit } from "../../engine/explain-exit.ts";
import type { Container, Port } from "../../engine/model/objects.ts";
import { logLines } from "../../engine/streams/logs.ts";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import { inspect as inspectImage } from "../../engine/verbs/images.ts";
import { portText, published } from "../../wording/container-fields.ts";
import { stateWords } from "../../wording/container-words.ts";
import { plain } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import type { Command, CommandTable } from "../command.ts";
import { inspectAll } from "../inspect.ts";
import { isRunning, nameOf, on, onOne } from "../targets.ts";

const inspect = inspectAll("container", ["inspect"], (engine, { id }) =>
  containers.inspect(engine, id),
);

const diff = onOne("container", async (engine, { id, name }, { documents }) => {
  await announce(engine, "diff", name);
  const marks = { changed: "C", added: "A", deleted: "D" };
  const changes = await containers.diff(engine, id);
  const text = changes.map(({ path, change }) => `${marks[change]} ${path}`).join("\n");
  await documents.show(`${name} diff.txt`, text || t("Nothing differs from the image."));
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

const lastLines = 20;

const why = onOne("container", async (engine, container, { documents }) => {
  const { id, name } = container;
  await announce(engine, "inspect", "--format", "{{json .State}}", name);
  const { State, Config } = await containers.inspect(engine, id);
  const { what, next, said } = explainExit(State as EndState, {
    image: container.image,
    command: [Config.Entrypoint ?? [], Config.Cmd ?? []].flat(),
    terminal: Config.Tty,
  });
  const log: string[] = [];
  // What runs with a driver that keeps no log has none to show; that is no failure.
  try {
    for await (const { text } of logLines(engine, id, { tail: lastLines, tty: Config.Tty }))
      log.push(plain(text, 500));
  } catch (error) {
    log.push(toEngineError(error).message);
  }
  const checks = (State.Health?.Log ?? [])
    .slice(-3)
    .map(({ ExitCode, Output }) => t("Health check ({0}): {1}", ExitCode, plain(Output, 500)));
  const lines = [
    `${nameOf(container)}: ${stateWords(container)}`,
    "",
    what,
    next,
    ...(said ? [t("The engine says: {0}", said)] : []),
    ...checks,
    "",
    t("The last lines of its log:"),
    ...log.map((line) => `  ${line}`),
    ...(log.length === 0 ? [`  ${t("(nothing)")}`] : []),
  ];
  await documents.show(`${name} state.txt`, `${lines.join("\n")}\n`);
});

/** The `docker run` line; a container outlives its image, and then the line says everything. */
async function runLine(engine: Engine, { id }: Container): Promise<string> {
  const container = await containers.inspect(engine, id);
  const image = await inspectImage(engine, container.Image).catch(() => undefined);
  return dockerRunLine({ container, image });
}

/** Gives a name to whoever calls it: an input of a task or a debug configuration. */
const choose = onOne("container", async (_engine, { name }) => name, isRunning);

export const lookCommands: CommandTable = {
  "dockwright.containers.choose": choose,
  "dockwright.containers.inspect": inspect,
  "dockwright.containers.diff": diff,
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
  "dockwright.containers.copyRunLine": copy(runLine),
};
