// Use of processor, memory, network and disk, from single samples and their differences, as the CLI reckons them.
import { type Client, path } from "../connection/http.ts";

/** The part of the engine's answer that we use; every field may be missing. */
export interface RawStats {
  read?: string;
  cpu_stats?: RawCpu;
  memory_stats?: { usage?: number; limit?: number; stats?: Record<string, number> };
  networks?: Record<string, { rx_bytes?: number; tx_bytes?: number }>;
  blkio_stats?: { io_service_bytes_recursive?: { op?: string; value?: number }[] | null };
  pids_stats?: { current?: number };
}

interface RawCpu {
  cpu_usage?: { total_usage?: number; percpu_usage?: number[] | null };
  system_cpu_usage?: number;
  online_cpus?: number;
}

export interface Stats {
  /** Percent of one processor: two busy ones are 200. Undefined until there are two samples. */
  readonly cpu: number | undefined;
  /** Bytes, without the page cache that can be given back. */
  readonly memory: number;
  /** Bytes; 0 when there is none. */
  readonly memoryLimit: number;
  readonly received: number;
  readonly sent: number;
  readonly read: number;
  readonly written: number;
  readonly processes: number;
  /** Milliseconds since 1970, by the engine's clock. */
  readonly time: number;
}

/** Keeps the last sample of each container, for the difference. Forget containers that are gone. */
export class StatsReader {
  readonly #client: Client;
  readonly #last = new Map<string, RawStats>();

  constructor(client: Client) {
    this.#client = client;
  }

  /** One sample (some milliseconds of the engine's time). */
  async read(id: string, signal?: AbortSignal): Promise<Stats> {
    const sample = await this.#client.request<RawStats>({
      path: path`/containers/${id}/stats`,
      query: { stream: false, "one-shot": true },
      signal,
    });
    const last = this.#last.get(id);
    this.#last.set(id, sample);
    return toStats(sample, last);
  }

  forget(id: string): void {
    this.#last.delete(id);
  }
}

/** A sample in numbers; the processor's share is the difference from the last one. */
export function toStats(sample: RawStats, last?: RawStats): Stats {
  const { memory_stats: memory = {}, networks = {} } = sample;
  const sum = (values: (number | undefined)[]) =>
    values.reduce<number>((all, value) => all + (value ?? 0), 0);
  const io = sample.blkio_stats?.io_service_bytes_recursive ?? [];
  const bytesOf = (name: string) =>
    sum(io.filter(({ op }) => op?.toLowerCase() === name).map(({ value }) => value));
  return {
    cpu: last && cpuPercent(sample.cpu_stats, last.cpu_stats),
    memory: memoryInUse(memory),
    memoryLimit: memory.limit ?? 0,
    received: sum(Object.values(networks).map((one) => one.rx_bytes)),
    sent: sum(Object.values(networks).map((one) => one.tx_bytes)),
    read: bytesOf("read"),
    written: bytesOf("write"),
    processes: sample.pids_stats?.current ?? 0,
    time: Date.parse(sample.read ?? "") || 0,
  };
}

function cpuPercent(now: RawCpu = {}, before: RawCpu = {}): number {
  const used = (now.cpu_usage?.total_usage ?? 0) - (before.cpu_usage?.total_usage ?? 0);
  const all = (now.system_cpu_usage ?? 0) - (before.system_cpu_usage ?? 0);
  const processors = now.online_cpus || now.cpu_usage?.percpu_usage?.length || 1;
  return used > 0 && all > 0 ? (used / all) * processors * 100 : 0;
}

// total_inactive_file with cgroup v1, inactive_file with v2
function memoryInUse({ usage = 0, stats = {} }: NonNullable<RawStats["memory_stats"]>): number {
  const cache = stats.total_inactive_file ?? stats.inactive_file ?? 0;
  return cache < usage ? usage - cache : usage;
}
