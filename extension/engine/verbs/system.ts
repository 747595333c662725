// The engine as a whole: its description, disk usage, and what a prune would take. Removes nothing but build cache.

import type { Client } from "../connection/http.ts";
import { imageId } from "../dialect.ts";
import { listAll } from "../model/lists.ts";
import type { Kind } from "../model/objects.ts";
import { number, type Raw, text } from "../raw.ts";
import { familiar } from "../references.ts";

/** What `docker info` shows, in the engine's own shape. */
export interface SystemInfo {
  readonly ServerVersion?: string;
  readonly OperatingSystem?: string;
  readonly OSType?: string;
  readonly Architecture?: string;
  readonly Driver?: string;
  readonly Containers?: number;
  readonly ContainersRunning?: number;
  readonly Images?: number;
  readonly NCPU?: number;
  readonly MemTotal?: number;
  readonly DockerRootDir?: string;
  readonly Name?: string;
  readonly KernelVersion?: string;
  readonly SecurityOptions?: readonly string[];
  readonly Warnings?: readonly string[] | null;
  readonly [other: string]: unknown;
}

export const info = (client: Client): Promise<SystemInfo> => client.request({ path: "/info" });

export const version = (client: Client): Promise<Raw> => client.request({ path: "/version" });

/** One thing that takes room on the engine's disk. */
export interface DiskItem {
  readonly kind: Kind | "buildCache";
  readonly id: string;
  readonly name: string;
  /** Bytes that would come free with it; layers shared with others are not counted. */
  readonly size: number;
  /** Bytes that stay when it goes, because others have them, too. */
  readonly shared: number;
  readonly inUse: boolean;
  /** Milliseconds since 1970; 0 when the engine does not tell. */
  readonly created: number;
  /** An image without a tag, or a volume without a name of its own. */
  readonly anonymous: boolean;
}

interface RawUsage {
  Containers?: Raw[] | null;
  Images?: Raw[] | null;
  Volumes?: Raw[] | null;
  BuildCache?: Raw[] | null;
}

// What the engine has not added up is −1.
const bytes = (value: unknown) => Math.max(number(value), 0);

/** What takes room, thing by thing; the engine may need seconds to add it up. */
export async function diskUsage(client: Client, signal?: AbortSignal): Promise<DiskItem[]> {
  const usage = await client.request<RawUsage>({ path: "/system/df", timeout: 0, signal });
  const images = (usage.Images ?? []).map(imageItem);
  return [
    ...(usage.Containers ?? []).map(containerItem),
    ...(images.some(hasTagOnly) ? await named(client, images, signal) : images),
    ...(usage.Volumes ?? []).map(volumeItem),
    ...(usage.BuildCache ?? []).map(cacheItem),
  ];
}

function containerItem(raw: Raw): DiskItem {
  const [name = ""] = (raw.Names as string[] | undefined) ?? [];
  return {
    kind: "container",
    id: text(raw.Id),
    name: name.replace(/^\//, ""),
    size: bytes(raw.SizeRw),
    shared: 0,
    inUse: !/^(exited|dead|created)$/.test(text(raw.State)),
    created: number(raw.Created) * 1000,
    anonymous: false,
  };
}

function imageItem(raw: Raw): DiskItem {
  const tags = ((raw.RepoTags as string[] | null) ?? []).filter((tag) => tag !== "<none>:<none>");
  return {
    kind: "image",
    id: imageId(text(raw.Id)),
    name: familiar(tags[0] ?? ""),
    size: Math.max(bytes(raw.Size) - bytes(raw.SharedSize), 0),
    shared: bytes(raw.SharedSize),
    inUse: number(raw.Containers) > 0,
    created: number(raw.Created) * 1000,
    anonymous: tags.length === 0,
  };
}

// Podman 4 tells the tag without the repository here, and the whole name only in its list.
const hasTagOnly = ({ name }: DiskItem) => name !== "" && !name.includes(":");

async function named(
  client: Client,
  items: readonly DiskItem[],
  signal: AbortSignal | undefined,
): Promise<DiskItem[]> {
  const images = await listAll(client, "image", signal);
  const names = new Map(images.map(({ id, tags }) => [id, tags[0]]));
  return items.map((item) => ({ ...item, name: names.get(item.id) ?? item.name }));
}

const anonymousLabel = "com.docker.volume.anonymous";

function volumeItem(raw: Raw): DiskItem {
  const usage = (raw.UsageData ?? {}) as Raw;
  const labels = (raw.Labels ?? {}) as Raw;
  const name = text(raw.Name);
  return {
    kind: "volume",
    id: name,
    name,
    size: bytes(usage.Size),
    shared: 0,
    inUse: number(usage.RefCount) > 0,
    created: Date.parse(text(raw.CreatedAt)) || 0,
    anonymous: anonymousLabel in labels || /^[0-9a-f]{64}$/.test(name),
  };
}

function cacheItem(raw: Raw): DiskItem {
  return {
    kind: "buildCache",
    id: text(raw.ID),
    name: text(raw.Description),
    size: raw.Shared === true ? 0 : bytes(raw.Size),
    shared: raw.Shared === true ? bytes(raw.Size) : 0,
    inUse: raw.InUse === true,
    created: Date.parse(text(raw.CreatedAt)) || 0,
    anonymous: true,
  };
}

/** Removes build cache; `all` also what later builds could use. */
export async function pruneBuildCache(
  client: Client,
  { all = false, filters = {} }: { all?: boolean; filters?: Record<string, string[]> } = {},
): Promise<{ removed: string[]; reclaimed: number }> {
  const answer = await client.request<{ CachesDeleted?: string[] | null; SpaceReclaimed?: number }>(
    {
      method: "POST",
      path: "/build/prune",
      query: { all, filters },
      timeout: 0,
    },
  );
  return { removed: answer.CachesDeleted ?? [], reclaimed: answer.SpaceReclaimed ?? 0 };
}
