// What a line of a log becomes: time and level found, JSON made readable, filters.
import assert from "node:assert/strict";
import { test } from "node:test";
import { foldJson, levelOfJson } from "../../../extension/terminals/log-json.ts";
import {
  filterTest,
  inTimeOrder,
  type LogFilter,
  levelOf,
  parseLine,
} from "../../../extension/terminals/log-lines.ts";

test("log lines of several containers come in time order", () => {
  const a = ["2026-01-01T00:00:00.5Z a1", "2026-01-01T00:00:02Z a2"].map((l) => parseLine(0, l));
  const b = ["2026-01-01T00:00:00.123456789Z b1", "no time"].map((l) => parseLine(1, l));
  assert.deepEqual(
    inTimeOrder([a, b]).map(({ text }) => text),
    ["no time", "b1", "a1", "a2"],
  );
  assert.equal(parseLine(0, "2026-01-01T00:00:00.5Z").text, "");
});

test("filters: text, pattern, level", () => {
  const passing = (filter: LogFilter, ...lines: string[]) =>
    lines
      .map((text) => ({ source: 0, text }))
      .filter(filterTest(filter))
      .map(({ text }) => text);
  const found = (text: string, line: string) => passing({ text, level: "trace" }, line).length;
  assert.equal(found("FOO", "a foo"), 1);
  assert.equal(found("/^a.*z$/", "a foo z"), 1);
  assert.equal(found("/^b/", "ab"), 0);
  assert.equal(found("level=error", "\x1b[36mlevel\x1b[0m=error"), 1);
  assert.throws(() => filterTest({ text: "/(/", level: "trace" }), SyntaxError);
  const warnings = passing(
    { text: "", level: "warn" },
    "WARN x",
    "info",
    '{"level":"error"}',
    "debug",
  );
  assert.deepEqual(warnings, ["WARN x", '{"level":"error"}']);
  assert.deepEqual(passing({ text: "", level: "warn" }, "\x1b[33mWARN\x1b[39m x"), [
    "\x1b[33mWARN\x1b[39m x",
  ]);
});

test("a line's level is what its logger says, and else what its words tell", () => {
  const levels: Readonly<Record<string, string>> = {
    '{"level":"info","msg":"no error"}': "info",
    '{"level":40,"msg":"x"}': "warn",
    "time=now level=warning msg=fatal": "warn",
    "2026/01/01 12:00:00 [notice] 1#1: error_log is off": "info",
    "2026-01-01 12:00:00 INFO  o.a.Server - retry after error": "info",
    "ERROR: relation does not exist": "error",
    "java.lang.IllegalStateException: x": "error",
    "TypeError: x is not a function": "error",
    "GET /errors 200": "info",
    "DEBUG sql": "debug",
    "a warning": "warn",
    "FATAL:  the database system is starting up": "error",
    "info: Error handling is set up": "info",
    "fail: Microsoft.AspNetCore.Server[13]": "error",
    "[12:00:00 WRN] slow": "warn",
    "Traceback (most recent call last):": "error",
    "E0131 12:00:00.000000 1 main.go:1] no lease": "error",
    "I0131 12:00:00.000000 1 main.go:1] error is none": "info",
    "level=3 of the game": "info",
    '{"level":50,"msg":"cut off': "error",
    '{"msg":"level=error is only said","level":"info"}': "info",
    plain: "info",
  };
  for (const [line, level] of Object.entries(levels)) assert.equal(levelOf(line), level, line);
});

test("a stack trace is as serious as the line that it goes on with, container by container", () => {
  const lines = [
    "0 ERROR java.lang.IllegalStateException: x",
    "0 \tat a.b.C.d(C.java:1)",
    "1 plain",
    "0 Caused by: java.io.IOException: y",
    "0 \t... 12 more",
    "1   indented below a plain line",
    "0 all is well",
    "0   goes on",
    "1 panic: runtime error",
    "1 ",
    "1 goroutine 1 [running]:",
    "1 main.main()",
    "1 \t/app/main.go:5 +0x1d",
  ].map((line) => ({ source: Number(line[0]), text: line.slice(2) }));
  const errors = lines.filter(filterTest({ text: "", level: "error" })).map(({ text }) => text);
  assert.deepEqual(errors, [
    ...["ERROR java.lang.IllegalStateException: x", "\tat a.b.C.d(C.java:1)"],
    ...["Caused by: java.io.IOException: y", "\t... 12 more"],
    ...["panic: runtime error", "", "goroutine 1 [running]:", "main.main()"],
    "\t/app/main.go:5 +0x1d",
  ]);
});

test("a line that the engine keeps in pieces has one time", () => {
  const stamp = "2026-01-01T00:00:00.123456789Z";
  const [first, second] = ["가".repeat(5461), "tail 2026-01-01T00:00:00.5Z end"];
  const { time, text } = parseLine(0, `${stamp} ${first}${stamp} ${second}`);
  assert.equal(time, stamp);
  assert.equal(text, `${first}${second}`);
  // One that was never cut says itself what looks like that.
  assert.equal(parseLine(0, `${stamp} at ${stamp} x`).text, `at ${stamp} x`);
});

/** What loggers write, its level, and how it reads. */
const loggers: readonly (readonly [name: string, line: object, level: string, reads: string])[] = [
  ["pino", { level: 50, time: 17, pid: 1, msg: "down" }, "error", "error down pid=1"],
  ["bunyan", { name: "a", level: 40, msg: "m", time: "t", v: 0 }, "warn", "warn m name=a v=0"],
  ["winston", { level: "info", message: "m", timestamp: "t" }, "info", "info m"],
  ["logrus", { level: "warning", msg: "slow", time: "t" }, "warn", "warning slow"],
  [
    "zap",
    { level: "error", ts: 1.5, caller: "a.go:1", msg: "m" },
    "error",
    "error m caller=a.go:1",
  ],
  ["slog", { time: "t", level: "WARN", msg: "m", k: 1 }, "warn", "WARN m k=1"],
  ["structlog", { event: "m", level: "error", timestamp: "t" }, "error", "error m"],
  ["Python", { asctime: "t", levelname: "ERROR", message: "m" }, "error", "ERROR m"],
  [
    "tracing",
    { timestamp: "t", level: "ERROR", fields: { message: "m", n: 1 }, target: "a" },
    "error",
    'ERROR m fields={"n":1} target=a',
  ],
  ["ECS", { "@timestamp": "t", "log.level": "error", message: "m" }, "error", "error m"],
  [
    "ECS in objects",
    { "@timestamp": "t", log: { level: "error" }, message: "m" },
    "error",
    "error m",
  ],
  [
    "Logstash",
    { "@timestamp": "t", message: "long ".repeat(50).trim(), level: "ERROR", level_value: 40_000 },
    "error",
    `ERROR ${"long ".repeat(50)}level_value=40000`,
  ],
  ["GELF", { host: "h", short_message: "m", timestamp: 1.5, level: 3 }, "error", "error m host=h"],
  [
    "Serilog",
    { "@t": "t", "@mt": "{User} failed", "@l": "Warning", User: "x" },
    "warn",
    "Warning {User} failed User=x",
  ],
  ["Serilog, long", { Timestamp: "t", Level: "Fatal", MessageTemplate: "m" }, "error", "Fatal m"],
  [".NET", { EventId: 0, LogLevel: "Warning", Message: "m" }, "warn", "Warning m EventId=0"],
  ["MongoDB", { t: { $date: "t" }, s: "E", c: "NETWORK", msg: "m" }, "error", "error m c=NETWORK"],
  [
    "in Korean",
    { level: "error", msg: "디스크가 가득", 남음: 0 },
    "error",
    "error 디스크가 가득 남음=0",
  ],
];

for (const [name, line, level, reads] of loggers)
  test(`level, message and time of a JSON line are found: ${name}`, () => {
    const text = JSON.stringify(line);
    assert.equal(levelOfJson(text), level);
    assert.equal(levelOf(text), level);
    assert.equal(foldJson(text), reads);
  });

test("JSON lines fold, others stay", () => {
  assert.equal(
    foldJson('{"time":"t","level":"info","msg":"up","port":80,"tags":["a"]}'),
    'info up port=80 tags=["a"]',
  );
  assert.equal(foldJson('{"msg":"down","stack":"Error\\n  at a"}'), "down stack=Error ↵ at a");
  assert.equal(foldJson('{"level":50,"msg":"pino"}'), "error pino");
  assert.equal(foldJson('{"level":"info","msg":42,"a":{"b":[1]}}'), 'info msg=42 a={"b":[1]}');
  assert.equal(foldJson('{"level":35,"s":"nothing"}'), "level=35 s=nothing");
  assert.equal(foldJson("{}"), "{}");
  assert.equal(foldJson("{no json}"), "{no json}");
  assert.equal(foldJson('{"level":"info","msg":"cut'), '{"level":"info","msg":"cut');
  assert.equal(foldJson("plain"), "plain");
});

test("a level named like what every object has is none that is known", () => {
  assert.equal(levelOfJson('{"level":"constructor","msg":"x"}'), undefined);
  assert.equal(foldJson('{"level":"constructor","msg":"x"}'), "constructor x");
});
