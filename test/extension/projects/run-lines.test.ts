// A docker run line as a Compose service, and a service as a docker run line.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRun, shellWords } from "../../../extension/projects/parse-run.ts";
import { serviceRunLine } from "../../../extension/projects/run-line.ts";
import { insertions } from "../../../extension/projects/service-text.ts";
import { composeProject } from "../../../language-server/compose/requests.ts";
import { folder, folderHost } from "../../language-server/compose/folder.ts";

/** The file with what is inserted, as an editor does it. */
function pasted(file: string, line: string): string {
  const run = parseRun(line);
  assert.ok(run, line);
  const lines = file.split("\n");
  const at = (number: number) =>
    number < lines.length
      ? lines.slice(0, number).join("\n").length + (number > 0 ? 1 : 0)
      : file.length;
  const edits = insertions(file, run).map((one, index) => ({
    ...one,
    offset: at(one.line),
    index,
  }));
  return edits
    .sort((a, b) => b.offset - a.offset || b.index - a.index)
    .reduce(
      (text, { offset, text: more }) => text.slice(0, offset) + more + text.slice(offset),
      file,
    );
}

function project(text: string) {
  const found = composeProject(
    { uri: `${folder}compose.yaml` },
    folderHost({ "compose.yaml": text }),
  );
  assert.deepEqual(found?.problems, [], text);
  return found;
}

const long =
  "docker run -d --name shop -p 8080:80 -p127.0.0.1:53:53/udp -e A=1 --env 'B=x y' -e C -v data:/data " +
  "-v ./conf:/etc/conf:ro --mount type=bind,source=/a,target=/b,readonly --network back --restart=always " +
  "-w /app -u 1000:1000 --memory 512m --cpus 1.5 --ulimit nofile=1:2 -it --health-cmd 'curl -f localhost' " +
  '--log-opt max-size=10m -l a.b=c --tmpfs /run --init nginx:1.27 nginx -g "daemon off;"';

test("a line becomes a service in an empty file, with what the project must define", () => {
  const text = pasted("", long);
  const [service] = project(text)?.services ?? [];
  assert.equal(service?.name, "shop");
  const { config } = service ?? {};
  assert.equal(config?.image, "nginx:1.27");
  assert.deepEqual(config?.command, ["nginx", "-g", "daemon off;"]);
  assert.deepEqual(config?.environment, { A: "1", B: "x y", C: null });
  assert.match(JSON.stringify(config?.ports), /"8080".*"127\.0\.0\.1"/);
  assert.match(JSON.stringify(config?.volumes), /"data".*"\/work\/project\/conf".*"\/a"/);
  assert.deepEqual(config?.ulimits, { nofile: { soft: 1, hard: 2 } });
  assert.deepEqual(config?.healthcheck, { test: ["CMD-SHELL", "curl -f localhost"] });
  assert.equal(config?.tty, true);
  assert.match(text, /networks:\n {2}back:\n {4}external: true\n/);
  assert.match(text, /volumes:\n {2}data:\n/);
});

test("a line joins what the file has: sections, indentation, names", () => {
  const file =
    "services:\n    nginx:\n        image: nginx:1\n\n# the data\nvolumes:\n    data:\n    more:\n";
  const text = pasted(file, "sudo docker container run -v data:/d -v fresh:/f nginx");
  assert.equal(
    text,
    "services:\n    nginx:\n        image: nginx:1\n    nginx-2:\n        image: nginx\n        volumes:\n            - data:/d\n            - fresh:/f\n\n# the data\nvolumes:\n    data:\n    more:\n    fresh:\n",
  );
  project(text);
  for (const odd of [
    "name: x\n",
    "name: x",
    "services:",
    "services:\n  a:\n    image: b",
    "\n",
    "# text\n",
  ])
    project(pasted(odd, "docker run -v d:/d -p 80:80 redis:7"));
});

test("what has no word in Compose is named, and texts stay what they are", () => {
  const text = pasted(
    "",
    "docker run --cidfile /x --oom-score-adj=5 -e 'P=a$1b: #' -e Y=yes img 'yes' \"a\\\"b\" '*'",
  );
  assert.match(text, /# --cidfile \/x\n {2}# --oom-score-adj=5\n/);
  const { config } = project(text)?.services[0] ?? {};
  assert.deepEqual(config?.environment, { P: "a$1b: #", Y: "yes" });
  assert.deepEqual(config?.command, ["yes", 'a"b', "*"]);
});

test("what is no docker run is none", () => {
  for (const line of [
    "",
    "run",
    "docker",
    "docker run",
    "docker ps",
    "docker run -d",
    "docker run -p",
    "npm run dev",
  ])
    assert.equal(parseRun(line), undefined, line);
  assert.ok(parseRun("docker run \\\n  -d \\\n  nginx"));
  assert.deepEqual(shellWords("a 'b c'd \"e\\\"f\" g\\ h ''"), ["a", "b cd", 'e"f', "g h", ""]);
});

test("a service becomes the line that starts the same", () => {
  const text = pasted("", long);
  const found = project(text);
  const [service] = found?.services ?? [];
  assert.ok(found && service);
  const names = (all: typeof found.volumes) =>
    Object.fromEntries(all.map(({ key, name }) => [key, { name }]));
  const definition = {
    name: found.name,
    files: [],
    folder: "/work/project",
    profiles: [],
    sources: [],
    services: [],
    networks: names(found.networks),
    volumes: names(found.volumes),
    fault: "",
  };
  const line = serviceRunLine(
    { ...service, replicas: 1, image: "nginx:1.27", dependencies: [] },
    definition,
  );
  assert.equal(
    line,
    "docker run -d -t -i --init --name shop --restart always --user 1000:1000 --workdir /app --memory 536870912 --cpus 1.5 -p 8080:80 -p 127.0.0.1:53:53/udp --network back -e A=1 -e 'B=x y' -e C --label a.b=c -v project_data:/data -v /work/project/conf:/etc/conf:ro -v /a:/b:ro --tmpfs /run nginx:1.27 nginx -g 'daemon off;'",
  );
  assert.deepEqual(parseRun(line)?.left, []);
});
