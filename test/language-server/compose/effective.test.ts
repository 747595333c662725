// The effective configuration: a Compose file that means the same as the project it shows, each
// line with the place that it comes from.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  composeProject,
  effectiveConfiguration,
} from "../../../language-server/compose/requests.ts";
import { folder, folderHost } from "./folder.ts";
import { neighbours, right } from "./verdict-cases.ts";

const uri = `${folder}compose.yaml`;

function show(files: Readonly<Record<string, string>>) {
  const shown = effectiveConfiguration({ uri }, folderHost(files));
  assert.ok(shown);
  return shown;
}

test("files, variables and short syntax are put together, and each line says where from", () => {
  const files = {
    "compose.yaml":
      'name: shop\nservices:\n  web:\n    image: nginx:${TAG}\n    ports: ["8080:80"]\n',
    "compose.override.yaml":
      "services:\n  web:\n    environment:\n      PRICE: 3$$\n      NOTE: |\n        a\n        b\n",
    ".env": "TAG=1.27\n",
  };
  const { text, sources, origins } = show(files);
  assert.equal(
    text,
    `name: shop
services:
  web:
    image: nginx:1.27
    ports:
      - mode: ingress
        target: 80
        published: "8080"
        protocol: tcp
    environment:
      PRICE: 3$$
      NOTE: |
        a
        b
    networks:
      default: null
networks:
  default:
    name: shop_default
`,
  );
  const line = text.split("\n").indexOf("      PRICE: 3$$");
  const [source = -1, row, column] = origins[line] ?? [];
  assert.equal(sources[source], `${folder}compose.override.yaml`);
  assert.deepEqual([row, column], [3, 6]);
  assert.equal(origins.length, text.split("\n").length - 1);
});

test("what is shown means what the project means", () => {
  const odd = [
    "services:\n  a:\n    image: x\n    environment:\n      A: 'yes'\n      B: '1.10'\n      C: ' x'\n      D: \"a\\tb\\n\"\n      E: '2020-01-01'\n      F: '#x'\n      G: 'a: b'\n      H: ''\n      I:\n      '1': x\n      J: '=x'\n      K: \"\\n\"\n      L: 한글\n",
    "services:\n  a:\n    image: x\n    command: ['', '*a', '&b', '@c', '- d', '12:30', '0x1']\n    ulimits: {nofile: 1}\n",
  ];
  for (const text of [...right, ...odd]) {
    const files = { ...neighbours, "compose.yaml": text };
    const config = (more: Readonly<Record<string, string>>) => {
      const project = composeProject({ uri, name: "p" }, folderHost({ ...files, ...more }));
      return project?.services.map(({ name, config: one }) => [name, one]);
    };
    const shown = show(files).text;
    assert.deepEqual(config({ "compose.yaml": shown }), config({}), shown);
  }
});
