// Which YAML files are taken for Compose files.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isComposeText } from "../../../extension/workspace/compose-text.ts";

const service = "services:\n  web:\n    image: nginx\n";

const compose: readonly (readonly [string, string, string])[] = [
  ["services with an image", "stack.yml", service],
  ["a build, CRLF, a BOM", "stack.yml", "\uFEFFservices:\r\n  web:\r\n    build: .\r\n"],
  ["quoted keys", "stack.yml", '"services":\n  "web":\n    "image": nginx\n'],
  [
    "everything beside it that Compose knows",
    "a.yaml",
    `version: "3"\nname: a\nx-a: 1\n${service}volumes:\n  data:\n`,
  ],
  ["the name says so, services are still empty", "compose-dev.yml", "services:\n"],
  ["a service at the top level", "Compose-a.yml", 'version: "3"\nnginx:\n  image: nginx\n'],
  ["the name says so, and a key is mistyped", "my-compose.yaml", `${service}volume:\n  data:\n`],
];

const others: readonly (readonly [string, string, string])[] = [
  ["nothing", "stack.yml", ""],
  ["nothing, with the name of one", "compose-dev.yml", "# later\n"],
  [
    "services of Symfony",
    "services.yaml",
    "services:\n  _defaults:\n    autowire: true\n  App\\:\n    resource: '../src/'\n",
  ],
  ["a pipeline's services", ".woodpecker.yml", `steps:\n  test:\n    image: node\n${service}`],
  [
    "GitLab's",
    ".gitlab-ci.yml",
    "image: node\nservices:\n  - postgres:16\ntest:\n  script: npm test\n",
  ],
  [
    "a workflow that is about Compose",
    "compose-test.yml",
    "on: push\njobs:\n  up:\n    container:\n      image: docker\n",
  ],
  [
    "Kubernetes",
    "web.yaml",
    "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: web\n      image: nginx\n",
  ],
  ["a key beside it that Compose does not know", "app.yml", `${service}hooks:\n  a: b\n`],
  ["an image in a comment", "stack.yml", "services:\n  web:\n    # image: nginx\n    type: php\n"],
];

for (const [what, name, text] of compose)
  test(`is a Compose file: ${what}`, () => assert.equal(isComposeText(name, text), true));
for (const [what, name, text] of others)
  test(`is none: ${what}`, () => assert.equal(isComposeText(name, text), false));
