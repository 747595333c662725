// A container joins networks and leaves them; here the networks are picked.

import type { Engine } from "../../engine/engine.ts";
import type { Container, Network } from "../../engine/model/objects.ts";
import * as networks from "../../engine/verbs/networks.ts";
import { announce } from "../announce.ts";
import type { Command, CommandTable } from "../command.ts";
import { isUp, onOne, pick } from "../targets.ts";

export type NetworkVerb = "connect" | "disconnect";

/** Connects or disconnects, and sees to it that the views know: for a stopped container engines send no event. */
export async function changeNetwork(
  engine: Engine,
  verb: NetworkVerb,
  network: Network,
  container: Container,
): Promise<void> {
  await announce(engine, "network", verb, network.name, container.name);
  const change = verb === "connect" ? networks.connect : networks.disconnect;
  await change(engine, network.id, container.id);
  if (!isUp(container)) await engine.model.refresh();
}

const isIn = ({ networks: list }: Container, network: Network) =>
  list.some(({ name }) => name === network.name);

function command(
  verb: NetworkVerb,
  where: (container: Container, network: Network) => boolean,
): Command {
  return onOne("container", async (engine, container) => {
    const wanted = { where: (network: Network) => where(container, network) };
    for (const network of (await pick(engine, "network", wanted)) ?? [])
      await changeNetwork(engine, verb, network, container);
  });
}

export const containerNetworkCommands: CommandTable = {
  "dockwright.containers.connect": command(
    "connect",
    (container, network) => !isIn(container, network),
  ),
  "dockwright.containers.disconnect": command("disconnect", isIn),
};
