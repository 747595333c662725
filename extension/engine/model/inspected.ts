// What an inspect of a container says beyond the list's word on it: its end, and that it has left a network.

import { number, type Raw, record, text } from "../raw.ts";
import { attachments, type Container } from "./objects.ts";

/** A container after its end as its list will have it, from an inspect; undefined when it has not ended. */
export function ended(container: Container, inspected: Raw): Container | undefined {
  const { Status, ExitCode } = record(inspected.State);
  if (text(Status) !== "exited") return undefined;
  return {
    ...container,
    state: "exited",
    status: `Exited (${number(ExitCode)})`,
    health: undefined,
    exitCode: number(ExitCode),
    ports: [],
    networks: container.networks.map((network) => ({ ...network, ip: "" })),
  };
}

/**
 * A running container in the networks that it is still in, from an inspect; undefined when it does not run, or
 * publishes ports, of which leaving a network may take some away.
 */
export function separated(container: Container, inspected: Raw): Container | undefined {
  const publishes = container.ports.some(({ host }) => host !== undefined);
  if (publishes || text(record(inspected.State).Status) !== container.state) return undefined;
  const { Networks } = record(inspected.NetworkSettings);
  return { ...container, networks: attachments(record(Networks)) };
}
