// The table of the commands on networks, and the commands themselves.
import { env, window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import * as networks from "../../engine/networks.ts";
import type { Container, Network } from "../../engine/objects.ts";
import { t } from "../../engine/text.ts";
import { showEquivalent } from "../../log.ts";
import { askText, each, sure } from "../ask.ts";
import type { Command, CommandTable } from "../command.ts";
import { all, nameOf, on, onOne, pick } from "../targets.ts";

const create: Command = async (services) => {
  const engine = await services.engine();
  const name = await askText(t("Name of the network"));
  if (!name) return;
  const drivers = ["bridge", "overlay", "macvlan", "ipvlan"];
  const driver = await window.showQuickPick(drivers, { placeHolder: t("Choose a driver") });
  if (!driver) return;
  const subnet = await askText(t("Subnet (optional)"), {
    placeHolder: "172.28.0.0/16",
    optional: true,
  });
  if (subnet === undefined) return;
  showEquivalent(
    dockerLine(
      "network",
      "create",
      "--driver",
      driver,
      ...(subnet ? ["--subnet", subnet] : []),
      name,
    ),
  );
  await networks.create(engine, { name, driver, ...(subnet && { subnet }) });
};

const connect = onOne("network", async (engine, network, services) => {
  const outside = ({ networks: list }: Container) =>
    !list.some(({ name }) => name === network.name);
  const picked = (await pick(services, engine, "container", { where: outside })) ?? [];
  await each(picked, ({ id, name }) => {
    showEquivalent(dockerLine("network", "connect", network.name, name));
    return networks.connect(engine, network.id, id);
  });
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
  const leave = ({ container, network }: Attached) => {
    showEquivalent(dockerLine("network", "disconnect", network.name, container.name));
    return networks.disconnect(engine, network.id, container.id);
  };
  if (clicked.length > 0) return each(clicked, leave);
  const choose = onOne("network", async (_engine, network) => {
    const inside = ({ networks: list }: Container) =>
      list.some(({ name }) => name === network.name);
    const picked = (await pick(services, engine, "container", { where: inside })) ?? [];
    await each(picked, (container) => leave({ container, network }));
  });
  return choose(services, nodes, []);
};

const inspect = onOne("network", async (engine, { id, name }, { documents }) => {
  showEquivalent(dockerLine("network", "inspect", name));
  await documents.json(name, await networks.inspect(engine, id));
});

const isOwn = ({ builtIn }: Network) => !builtIn;

const remove = on("network", { where: isOwn }, async (engine, objects) => {
  const names = objects.map(nameOf);
  if (!(await sure(engine, t("Remove {0}?", names.join(", ")), "", t("Remove")))) return;
  showEquivalent(dockerLine("network", "rm", ...names));
  await each(objects, ({ id }) => networks.remove(engine, id));
});

/** Shows the networks that no container uses, and removes what stays ticked. */
const prune: Command = async (services) => {
  const engine = await services.engine();
  const used = new Set(
    (await all(services, engine, "container")).flatMap((one) =>
      one.networks.map(({ name }) => name),
    ),
  );
  const unused = (await all(services, engine, "network")).filter(
    (network) => isOwn(network) && !used.has(network.name),
  );
  if (unused.length === 0)
    return window.showInformationMessage(t("Every network is in use; there is nothing to remove."));
  const items = unused.map((network) => ({
    label: nameOf(network),
    description: network.driver,
    picked: true,
    network,
  }));
  const placeHolder = t("What is ticked will be removed");
  const picked = await window.showQuickPick(items, { canPickMany: true, placeHolder });
  if (!picked || picked.length === 0) return undefined;
  showEquivalent(dockerLine("network", "rm", ...picked.map(({ network }) => network.name)));
  return each(picked, ({ network }) => networks.remove(engine, network.id));
};

export const networkCommands: CommandTable = {
  "dockwright.networks.create": create,
  "dockwright.networks.connect": connect,
  "dockwright.networks.disconnect": disconnect,
  "dockwright.networks.inspect": inspect,
  "dockwright.networks.copyId": on("network", {}, async (_engine, objects) =>
    env.clipboard.writeText(objects.map(({ id }) => id).join("\n")),
  ),
  "dockwright.networks.remove": remove,
  "dockwright.networks.prune": prune,
};
