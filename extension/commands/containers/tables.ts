// What is read of containers as a table: use of resources, processes, ports.

import { setTimeout as delay } from "node:timers/promises";
import { titleOn } from "../../connections/engine-names.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Container } from "../../engine/model/objects.ts";
import { type Stats, StatsReader } from "../../engine/streams/stats.ts";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import { once, repeated } from "../../panels/table/panel.ts";
import type { Cell, Column, Row } from "../../panels/table/table.ts";
import { plain, size } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import type { Command, CommandTable, Services } from "../command.ts";
import { all, isRunning, isUp, on, onOne } from "../targets.ts";

const pause = 2000;
const sideBySide = 8;

const bytes = (value: number): Cell => ({ text: size(value), value });
const percent = (value: number | undefined): Cell =>
  value === undefined
    ? { text: "", value: -1 }
    : { text: `${value.toFixed(value < 10 ? 2 : 1)} %`, value };

const statsColumns = (): readonly Column[] => [
  { title: t("Container") },
  { title: t("CPU"), number: true, trend: "shared" },
  { title: t("Memory"), number: true, trend: "own" },
  ...[
    t("Limit"),
    t("Memory %"),
    t("Received"),
    t("Sent"),
    t("Read"),
    t("Written"),
    t("Processes"),
  ].map((title) => ({ title, number: true })),
];

/** One container's use as a row of the table. */
function statsRow({ id, name }: Container, stats: Stats): Row {
  const { memory, memoryLimit } = stats;
  const share = memoryLimit > 0 ? (memory / memoryLimit) * 100 : undefined;
  return {
    id,
    cells: [
      plain(name),
      percent(stats.cpu),
      bytes(memory),
      bytes(memoryLimit),
      percent(share),
      ...[stats.received, stats.sent, stats.read, stats.written].map(bytes),
      { text: String(stats.processes), value: stats.processes },
    ],
  };
}

/** Reads the use of those containers that run now, a few at a time. */
async function readStats(
  reader: StatsReader,
  running: readonly Container[],
  signal?: AbortSignal,
): Promise<Row[]> {
  const rows: Row[] = [];
  const left = [...running];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const container = next;
      // One that ends meanwhile simply has no row.
      const stats = await reader.read(container.id, signal).catch((error) => {
        reader.forget(container.id);
        if (error.kind !== "notFound" && error.kind !== "conflict") throw error;
      });
      if (stats) rows.push(statsRow(container, stats));
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, work));
  const order = new Map(running.map(({ id }, index) => [id, index]));
  return rows.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

/** A table of the use of all running containers, or of those with the given ids. */
async function openStats(
  { tables }: Services,
  engine: Engine,
  ids?: ReadonlySet<string>,
): Promise<void> {
  const reader = new StatsReader(engine);
  const running = () =>
    [...engine.model.containers.values()].filter(
      (container) => isRunning(container) && (!ids || ids.has(container.id)),
    );
  const look = repeated(pause, (signal) => readStats(reader, running(), signal));
  await tables.open({
    key: `stats ${engine.endpoint.host} ${[...(ids ?? [])].join(" ")}`,
    title: titleOn(engine, t("Stats")),
    columns: statsColumns(),
    sort: { column: 1, descending: true },
    async follow(show, signal, isVisible) {
      const watch = engine.model.watch();
      try {
        // The processor's share is a difference: the first look is only to have something to compare with.
        await readStats(reader, running(), signal).catch(() => {});
        await delay(500, undefined, { signal }).catch(() => {});
        await look(show, signal, isVisible);
      } finally {
        watch.dispose();
      }
    },
  });
}

const stats = on("container", { where: isUp }, async (engine, objects, services) => {
  await announce(engine, "stats", ...objects.map(({ name }) => name));
  await openStats(services, engine, new Set(objects.map(({ id }) => id)));
});

const statsOfAll: Command = async (services) => {
  const engine = await services.engine();
  await announce(engine, "stats");
  await all(engine, "container");
  await openStats(services, engine);
};

const numeric = /^(pid|ppid|c|%cpu|%mem|vsz|rss|uid|time\+?)$/i;

const top = onOne(
  "container",
  async (engine, { id, name }, { tables }) => {
    await announce(engine, "top", name);
    const { Titles } = await containers.top(engine, id);
    const pid = Math.max(0, Titles.indexOf("PID"));
    await tables.open({
      key: `top ${engine.endpoint.host} ${id}`,
      title: t("Processes: {0}", plain(name)),
      columns: Titles.map((title) => ({ title: plain(title), number: numeric.test(title) })),
      follow: repeated(pause, async () => {
        const { Processes } = await containers.top(engine, id);
        return Processes.map((cells, index) => ({
          id: cells[pid] ?? String(index),
          cells: cells.map((cell) => plain(cell, 1000)),
        }));
      }),
    });
  },
  isUp,
);

const ports = onOne("container", async (engine, { id, name, ports: list }, { tables }) => {
  await announce(engine, "port", name);
  const rows = list.map(({ container, protocol, ip, host }, index) => ({
    id: String(index),
    cells: [
      { text: `${container}/${protocol}`, value: container },
      host
        ? { text: `${ip ?? "0.0.0.0"}:${host}`, value: host }
        : { text: t("not published"), value: 0 },
    ],
  }));
  await tables.open({
    key: `port ${engine.endpoint.host} ${id} ${JSON.stringify(list)}`,
    title: t("Ports: {0}", plain(name)),
    columns: [{ title: t("Container") }, { title: t("Host") }],
    follow: once(async () => rows),
  });
});

export const tableCommands: CommandTable = {
  "dockwright.containers.stats": stats,
  "dockwright.containers.statsOfAll": statsOfAll,
  "dockwright.containers.top": top,
  "dockwright.containers.port": ports,
};
