// The table of the commands on networks, and the commands themselves.

import { env, window } from "vscode";
import type { Container, Network } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import * as networks from "../../engine/verbs/networks.ts";
import { announce } from "../announce.ts";
import { askText, each, sure } from "../ask.ts";
import type { Command, CommandTable } from "../command.ts";
import { changeNetwork } from "../containers/networks.ts";
import { inspectAll } from "../inspect.ts";
import { prune } from "../prune.ts";
import { nameOf, on, onOne, pick } from "../targets.ts";

const drivers = ["bridge", "overlay", "macvlan", "ipvlan"];

const create: Command = async (services) => {
  const engine = await services.engine();
  const name = await askText(t("Name of the network"));
  if (!name) return;
  const driver = await window.showQuickPick(drivers, { placeHolder: t("Choose a driver") });
  if (!driver) return;
  const subnet = await askText(t("Subnet (optional)"), {
    placeHolder: "172.28.0.0/16",
    optional: true,
  });
  if (subnet === undefined) return;
  const gateway = subnet
    ? await askText(t("Gateway (optional)"), { placeHolder: "172.28.0.1", optional: true })
    : "";
  if (gateway === undefined) return;
  const picked = await window.showQuickPick(options(), {
    canPickMany: true,
    placeHolder: t("Options (choose none for an ordinary network)"),
  });
  if (!picked) return;
  const flags = picked.map(({ label }) => label);
  const wish = ["--driver", driver, ...(subnet ? ["--subnet", subnet] : [])];
  const more = gateway ? ["--gateway", gateway] : [];
  await announce(engine, "network", "create", ...wish, ...more, ...flags, name);
  await networks.create(engine, {
    name,
    driver,
    ...(subnet && { subnet }),
    ...(gateway && { gateway }),
    internal: flags.includes("--internal"),
    attachable: flags.includes("--attachable"),
    ipv6: flags.includes("--ipv6"),
  });
};

const options = () => [
  { label: "--internal", description: t("no access to other networks") },
  { label: "--attachable", description: t("containers can be connected manually (overlay)") },
  { label: "--ipv6", description: t("with IPv6 addresses") },
];

const connect = onOne("network", async (engine, network) => {
  const outside = ({ networks: list }: Container) =>
    !list.some(({ name }) => name === network.name);
  const picked = (await pick(engine, "container", { where: outside })) ?? [];
  await each(picked, (container) => changeNetwork(engine, "connect", network, container));
});

interface Attached {
  readonly container: Container;
  readonly network: Network;
}

const disconnect: Command = async (services, nodes) => {
  const engine = await services.engine();
  const clicked = nodes
    .filter(({ contextValue }) => contextValue === "attachment")
    .map(({ object }) => object as Attached);
  const leave = ({ container, network }: Attached) =>
    changeNetwork(engine, "disconnect", network, container);
  if (clicked.length > 0) return each(clicked, leave);
  const choose = onOne("network", async (_engine, network) => {
    const inside = ({ networks: list }: Container) =>
      list.some(({ name }) => name === network.name);
    const picked = (await pick(engine, "container", { where: inside })) ?? [];
    await each(picked, (container) => leave({ container, network }));
  });
  return choose(services, nodes, []);
};

const inspect = inspectAll("network", ["network", "inspect"], (engine, { id }) =>
  networks.inspect(engine, id),
);

const isOwn = ({ builtIn }: Network) => !builtIn;

const remove = on("network", { where: isOwn }, async (engine, objects) => {
  const names = objects.map(nameOf);
  if (!(await sure(engine, t("Remove {0}?", names.join(", ")), "", t("Remove")))) return;
  await announce(engine, "network", "rm", ...names);
  await each(objects, ({ id }) => networks.remove(engine, id));
});

export const networkCommands: CommandTable = {
  "dockwright.networks.create": create,
  "dockwright.networks.connect": connect,
  "dockwright.networks.disconnect": disconnect,
  "dockwright.networks.inspect": inspect,
  "dockwright.networks.copyId": on("network", {}, async (_engine, objects) =>
    env.clipboard.writeText(objects.map(({ id }) => id).join("\n")),
  ),
  "dockwright.networks.remove": remove,
  "dockwright.networks.prune": prune("network"),
};
