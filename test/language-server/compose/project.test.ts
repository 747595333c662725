// Which files make a project, and what the request dockwright/composeProject answers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../language-server/compose/index.ts";
import { composeProject } from "../../../language-server/compose/requests.ts";
import { folder, folderHost } from "./folder.ts";

const web = "services:\n  web:\n    image: nginx:${TAG:-1}\n    ports: ['8080:80']\n";

function ask(files: Readonly<Record<string, string>>, uri = `${folder}compose.yaml`) {
  return composeProject({ uri }, folderHost(files));
}

test("a project has the name of its folder, of the file, of .env", () => {
  assert.equal(ask({ "compose.yaml": web })?.name, "project");
  assert.equal(ask({ "compose.yaml": `name: shop\n${web}` })?.name, "shop");
  const named = { "compose.yaml": `name: shop\n${web}`, ".env": "COMPOSE_PROJECT_NAME=other\n" };
  assert.equal(ask(named)?.name, "other");
});

test("services come in their long form, with their place and the values of variables", () => {
  const project = ask({ "compose.yaml": web, ".env": "TAG=2\n" });
  const [service] = project?.services ?? [];
  assert.deepEqual(service?.range.start, { line: 1, character: 2 });
  assert.equal(service?.config.image, "nginx:2");
  assert.deepEqual(service?.config.ports, [
    { mode: "ingress", target: 80, published: "8080", protocol: "tcp" },
  ]);
  assert.deepEqual(
    project?.networks.map(({ key, name }) => [key, name]),
    [["default", "project_default"]],
  );
});

test("an override beside the file belongs to the project", () => {
  const project = ask({
    "compose.yaml": web,
    "compose.override.yaml": "services:\n  web:\n    environment: [A=1]\n",
  });
  assert.deepEqual(project?.services[0]?.config.environment, { A: "1" });
  assert.deepEqual(
    project?.files.map((uri) => uri.slice(folder.length)),
    ["compose.yaml", "compose.override.yaml"],
  );
});

test("COMPOSE_FILE and COMPOSE_PROFILES of .env decide", () => {
  const files = {
    "base.yml": "services:\n  web:\n    networks: [back]\n    image: x:1\n",
    "more.yml": "services:\n  debug:\n    image: y\n    profiles: [dev]\nnetworks:\n  back:\n",
    "compose.yaml": "services:\n  other:\n    image: z\n",
    ".env": "COMPOSE_FILE=base.yml:more.yml\n",
  };
  const project = ask(files, `${folder}more.yml`);
  assert.deepEqual(
    project?.services.map(({ name, enabled }) => [name, enabled]),
    [
      ["debug", false],
      ["web", true],
    ],
  );
  assert.deepEqual(project?.profiles, ["dev"]);
  // The .env itself leads to them, too, and one that names none to nothing.
  const first = ask(files, `${folder}.env`);
  assert.deepEqual(first?.files, [`${folder}base.yml`, `${folder}more.yml`]);
  assert.equal(ask({ ...files, ".env": "A=1\n" }, `${folder}.env`), undefined);
  const switched = { ...files, ".env": `${files[".env"]}COMPOSE_PROFILES=dev\n` };
  assert.equal(ask(switched, `${folder}base.yml`)?.services[0]?.enabled, true);
  // The network that base.yml uses is defined in the file that is laid over it.
  const host = folderHost(files);
  const uri = `${folder}base.yml`;
  const document = compose.parse(files["base.yml"]);
  assert.deepEqual(compose.lint(document, { uri, host, settings: {} }), []);
});

test("a file that COMPOSE_FILE names must be there", () => {
  const files = { "compose.yaml": web, ".env": "COMPOSE_FILE=compose.yaml:none.yaml\n" };
  assert.match(ask(files)?.problems[0]?.message ?? "", /none\.yaml/);
});

test("no file, an empty file and a broken one have no services, and none of them fails", () => {
  assert.equal(ask({}), undefined);
  for (const text of ["", "services:", "services:\n  web:\n    image: [", "- a", "\0"])
    assert.ok((ask({ "compose.yaml": text })?.services.length ?? 0) <= 1, text);
});
