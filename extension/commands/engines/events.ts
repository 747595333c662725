// What happens on the engine, as a table that grows while one looks: `docker events`.

import { setTimeout as delay } from "node:timers/promises";
import { titleOn } from "../../connections/engine-names.ts";
import type { Engine } from "../../engine/engine.ts";
import { toEngineError } from "../../engine/errors.ts";
import { type EngineEvent, events } from "../../engine/model/events.ts";
import { t } from "../../engine/text.ts";
import type { Show } from "../../panels/table/panel.ts";
import type { Row } from "../../panels/table/table.ts";
import { plain, shortId } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import type { Command } from "../command.ts";

const kept = 2000;
const drawEvery = 200;
const retryAfter = 2000;
const hour = 3_600_000;

/** Follows the events of the last hour and those to come; after an interruption from where it was. */
async function followEvents(engine: Engine, show: Show, signal: AbortSignal): Promise<void> {
  const rows: Row[] = [];
  let since = Date.now() - hour;
  let timer: NodeJS.Timeout | undefined;
  let count = 0;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      show([...rows]);
    }, drawEvery);
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  while (!signal.aborted) {
    try {
      const wish = { since: (since / 1000).toFixed(9), signal, onOpen: soon };
      for await (const event of events(engine, wish)) {
        if (event.action.startsWith("exec_")) continue;
        // The first moment again is what an engine gives that is asked from there on.
        since = Math.max(since, event.time + 0.001);
        rows.unshift(rowOf(event, ++count));
        rows.length = Math.min(rows.length, kept);
        soon();
      }
    } catch (error) {
      if (!signal.aborted) show([...rows], toEngineError(error).message);
    }
    await delay(retryAfter, undefined, { signal }).catch(() => {});
  }
}

function rowOf({ type, action, detail, id, attributes, time }: EngineEvent, count: number): Row {
  const { name, image, exitCode, signal, container } = attributes;
  const details = [
    detail,
    image && image !== name ? image : "",
    exitCode ? t("Exit code {0}", exitCode) : "",
    signal ? t("Signal {0}", signal) : "",
    type === "network" && container ? shortId(container) : "",
  ].filter(Boolean);
  return {
    id: String(count),
    cells: [
      { text: new Date(time).toLocaleString(), value: time },
      plain(type),
      plain(action),
      plain(name ?? shortId(id)),
      plain(details.join(" · ")),
    ],
  };
}

export const showEvents: Command = async ({ engine: find, tables }) => {
  const engine = await find();
  await announce(engine, "events", "--since", "1h");
  await tables.open({
    key: `events ${engine.endpoint.host}`,
    title: titleOn(engine, t("Events")),
    columns: [
      { title: t("Time"), number: true },
      { title: t("Kind") },
      { title: t("Event") },
      { title: t("Name") },
      { title: t("Details") },
    ],
    sort: { column: 0, descending: true },
    follow: (show, signal) => followEvents(engine, show, signal),
  });
};
