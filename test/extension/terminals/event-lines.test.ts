// Events as people read them, in a terminal and as text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { clean } from "../../../extension/engine/errors.ts";
import type { EngineEvent } from "../../../extension/engine/model/events.ts";
import { eventLine, eventText } from "../../../extension/terminals/event-lines.ts";

const event = (fields: Partial<EngineEvent>): EngineEvent => ({
  type: "container",
  action: "die",
  detail: "",
  id: "0123456789abcdef",
  attributes: {},
  time: new Date(2026, 0, 31, 9, 5, 7, 12).getTime(),
  ...fields,
});

test("an event says when, what, which object, and what is worth knowing", () => {
  const attributes = {
    name: "web",
    image: "nginx:1",
    exitCode: "137",
    "com.docker.compose.project": "shop",
    "com.docker.compose.config-hash": "deadbeef",
  };
  assert.equal(
    eventText(event({ attributes })),
    "09:05:07.012  container die           web  nginx:1 exitCode=137 com.docker.compose.project=shop",
  );
  const health = event({ action: "health_status", detail: "healthy" });
  assert.match(eventText(health), /container health_status: healthy {2}0123456789ab$/);
});

test("what an engine says cannot steer the terminal", () => {
  const evil = event({ attributes: { name: "x\x1b]0;evil\x07\r\n\x1b[2J" } });
  const line = eventLine(evil, clean);
  assert.equal(
    line.replace(/\x1b\[\d+m/g, ""),
    "09:05:07.012  container die           x ]0;evil [2J",
  );
  assert.doesNotMatch(line, /\x1b\]|\x07|[\r\n]|\x1b\[2J/);
});
