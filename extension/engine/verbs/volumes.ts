// The verbs of volumes.
import type Docker from "dockerode";
import { type Client, path } from "../connection/http.ts";

export interface NewVolume {
  /** A random one is made when left out. */
  name?: string;
  driver?: string;
  options?: Record<string, string>;
  labels?: Record<string, string>;
}

/** Creates a volume and gives its name. */
export async function create(client: Client, volume: NewVolume): Promise<string> {
  const { Name } = await client.request<{ Name: string }>({
    method: "POST",
    path: "/volumes/create",
    body: {
      Name: volume.name,
      Driver: volume.driver ?? "local",
      DriverOpts: volume.options ?? {},
      Labels: volume.labels ?? {},
    },
  });
  return Name;
}

export const inspect = (client: Client, name: string): Promise<Docker.VolumeInspectInfo> =>
  client.request({ path: path`/volumes/${name}` });

export async function remove(client: Client, name: string, { force = false } = {}): Promise<void> {
  await client.request({ method: "DELETE", path: path`/volumes/${name}`, query: { force } });
}
