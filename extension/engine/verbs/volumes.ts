// The verbs of volumes.
import type Docker from "dockerode";
import { type Client, path } from "../connection/http.ts";
import type { Pruned } from "./containers.ts";

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

/**
 * Removes anonymous volumes that no container uses, with `all` the named ones too. Engines before API 1.42
 * know no difference and take all; `apiVersion` is the engine's.
 */
export async function prune(
  client: Client,
  { all = false, apiVersion }: { all?: boolean; apiVersion: string },
): Promise<Pruned> {
  const knowsAll = Number(apiVersion.split(".")[1]) >= 42;
  const answer = await client.request<{
    VolumesDeleted?: string[] | null;
    SpaceReclaimed?: number;
  }>({
    method: "POST",
    path: "/volumes/prune",
    query: { filters: all && knowsAll ? { all: ["true"] } : {} },
    timeout: 0,
  });
  return { removed: answer.VolumesDeleted ?? [], reclaimed: answer.SpaceReclaimed ?? 0 };
}
