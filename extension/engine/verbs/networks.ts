// The verbs of networks.
import type Docker from "dockerode";
import { type Client, path } from "../connection/http.ts";

export interface NewNetwork {
  name: string;
  driver?: string;
  subnet?: string;
  gateway?: string;
  ipRange?: string;
  internal?: boolean;
  attachable?: boolean;
  ipv6?: boolean;
  options?: Record<string, string>;
  labels?: Record<string, string>;
}

/** Creates a network and gives its id; a second one of the same name is refused. */
export async function create(client: Client, network: NewNetwork): Promise<string> {
  const { subnet, gateway, ipRange } = network;
  const config = {
    ...(subnet ? { Subnet: subnet } : {}),
    ...(gateway ? { Gateway: gateway } : {}),
    ...(ipRange ? { IPRange: ipRange } : {}),
  };
  const { Id } = await client.request<{ Id: string }>({
    method: "POST",
    path: "/networks/create",
    body: {
      Name: network.name,
      CheckDuplicate: true,
      Driver: network.driver ?? "bridge",
      Internal: network.internal ?? false,
      Attachable: network.attachable ?? false,
      EnableIPv6: network.ipv6 ?? false,
      IPAM: { Config: Object.keys(config).length > 0 ? [config] : [] },
      Options: network.options ?? {},
      Labels: network.labels ?? {},
    },
  });
  return Id;
}

export const inspect = (client: Client, id: string): Promise<Docker.NetworkInspectInfo> =>
  client.request({ path: path`/networks/${id}` });

export async function remove(client: Client, id: string): Promise<void> {
  await client.request({ method: "DELETE", path: path`/networks/${id}` });
}

export interface Connection {
  aliases?: string[];
  ip?: string;
}

/** Connects a container to a network. */
export async function connect(
  client: Client,
  id: string,
  container: string,
  { aliases, ip }: Connection = {},
): Promise<void> {
  const config = {
    ...(aliases ? { Aliases: aliases } : {}),
    ...(ip ? { IPAMConfig: { IPv4Address: ip } } : {}),
  };
  await client.request({
    method: "POST",
    path: path`/networks/${id}/connect`,
    body: { Container: container, EndpointConfig: config },
  });
}

/** Takes a container off a network; `force` also one whose container is gone. */
export async function disconnect(
  client: Client,
  id: string,
  container: string,
  { force = false } = {},
): Promise<void> {
  await client.request({
    method: "POST",
    path: path`/networks/${id}/disconnect`,
    body: { Container: container, Force: force },
  });
}
