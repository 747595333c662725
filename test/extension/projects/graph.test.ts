// The graph of a project: steps of the start, circles, Mermaid text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { graphOf, mermaidOf, startOrder } from "../../../extension/projects/graph.ts";
import type { Dependency } from "../../../extension/projects/labels.ts";
import type { ProjectState, ServiceState } from "../../../extension/projects/overview.ts";

const on = (service: string, condition = "service_started"): Dependency => ({ service, condition });

function project(services: Readonly<Record<string, readonly Dependency[]>>): ProjectState {
  const common = { kind: "service", project: "p", key: "p", definition: undefined } as const;
  const states = Object.entries(services).map(
    ([name, dependencies]): ServiceState => ({
      ...common,
      name,
      dependencies,
      orphan: false,
      members: [],
      wanted: 1,
      condition: "absent",
    }),
  );
  return {
    ...{ kind: "project", key: "p", name: "p", definition: undefined, files: [], folder: "" },
    ...{ environmentFiles: [], services: states, condition: "absent" },
  } as ProjectState;
}

test("a service stands behind all that it waits for", () => {
  const graph = graphOf(
    project({
      api: [on("db", "service_healthy"), on("cache")],
      cache: [],
      db: [],
      web: [on("api"), on("db")],
    }),
  );
  assert.deepEqual(startOrder(graph), [["cache", "db"], ["api"], ["web"]]);
  assert.deepEqual(
    graph.nodes.map(({ name, step, row }) => `${name} ${step} ${row}`),
    ["api 1 0", "cache 0 0", "db 0 1", "web 2 0"],
  );
  assert.equal(graph.edges.length, 4);
});

test("what is off does not start, and nobody waits for it", () => {
  const all = project({ debug: [on("web")], idle: [], web: [on("idle")] });
  const off = { enabled: false, profiles: ["debug"] } as unknown as ServiceState["definition"];
  const services = all.services.map((one) =>
    one.name === "web" ? one : { ...one, definition: off },
  );
  const graph = graphOf({ ...all, services });
  assert.deepEqual(startOrder(graph), [["web"]]);
  assert.deepEqual(
    graph.nodes.map(({ name, step, off }) => `${name} ${step} ${off}`),
    ["debug 1 true", "idle 0 true", "web 0 false"],
  );
});

test("circles and services that do not exist do no harm", () => {
  const graph = graphOf(project({ a: [on("b")], b: [on("a")], c: [on("c"), on("gone")] }));
  assert.equal(graph.nodes.length, 3);
  assert.deepEqual(
    graph.edges.map(({ from, to }) => `${from}>${to}`),
    ["a>b", "b>a", "c>c"],
  );
  assert.equal(startOrder(graph).flat().length, 3);
  assert.deepEqual(startOrder(graphOf(project({}))), []);
});

test("Mermaid's text holds names as they are, whatever is in them", () => {
  const text = mermaidOf(graphOf(project({ web: [on("db", "service_healthy")], db: [] })));
  assert.equal(
    text,
    ["flowchart LR", '  s0["web"]', '  s1["db"]', '  s0 -->|"healthy"| s1', ""].join("\n"),
  );
  const odd = mermaidOf(graphOf(project({ 'a"]; click <b>': [] })));
  assert.match(odd, /^ {2}s0\["a#34;#93;#59; click #60;b#62;"\]$/m);
});
