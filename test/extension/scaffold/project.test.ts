// What is found in a folder, and what is written for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf, kindsOf, scaffold } from "../../../extension/scaffold/project.ts";
import { type ProjectKind, templates } from "../../../extension/scaffold/templates-data.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import { findingsIn, folderOf, made } from "./folders.ts";

/** A folder of each kind. */
const samples: Readonly<Record<ProjectKind, Readonly<Record<string, string>>>> = {
  node: { "package.json": '{"scripts":{"start":"node src/server.js"}}', "package-lock.json": "" },
  python: { "requirements.txt": "", "app.py": "" },
  go: { "go.mod": "", "go.sum": "", "main.go": "" },
  maven: { "pom.xml": "" },
  gradle: { "build.gradle.kts": "" },
  dotnet: { "Shop.csproj": "" },
  rust: { "Cargo.toml": '[package]\nname = "rusty"\nversion = "1.0.0"\n' },
  php: { "composer.json": "", public: "" },
  ruby: { Gemfile: "", "Gemfile.lock": "", "config.ru": "" },
  static: { "index.html": "" },
};

for (const kind of Object.keys(templates) as ProjectKind[])
  test(`${kind}: found, and written whole`, () => {
    const folder = folderOf(samples[kind]);
    assert.deepEqual(kindsOf(folder), [kind]);
    const facts = factsOf(folder, kind);
    assert.ok(facts.isSure);
    const { Dockerfile = "", "compose.yaml": project = "" } = scaffold(folder, facts);
    assert.doesNotMatch(Dockerfile, /\{\w+\}/);
    assert.match(Dockerfile, /^# syntax=docker\/dockerfile:1\n/);
    assert.match(Dockerfile, new RegExp(`EXPOSE ${facts.port}`));
    assert.ok(kind === "static" || /^USER [1-9]\d*$/m.test(Dockerfile), "it does not run as root");
    assert.ok(
      parseDockerfile(Dockerfile).stages.every(
        ({ base }) => /:[\w.-]+$/.test(base?.text ?? "") || base?.text === "base",
      ),
    );
    assert.deepEqual(findingsIn(samples[kind], scaffold(folder, facts)), []);
    assert.match(project, /^ {2}my-shop:$/m);
  });

test("a program that has to be built is built, a site is given to a web server", () => {
  const start = (scripts: object) => ({ "package.json": JSON.stringify({ scripts }) });
  const nest = made("node", {
    ...start({ build: "nest build", start: "nest start" }),
    "yarn.lock": "",
  });
  assert.match(nest.text, /RUN yarn run build && yarn install --frozen-lockfile --production/);
  assert.equal(nest.last, 'CMD ["npm", "start"]');
  const typed = made("node", start({ build: "tsc", start: "node dist/main.js" }));
  assert.match(typed.text, /npm run build && npm prune --omit=dev/);
  assert.equal(typed.last, 'CMD ["node", "dist/main.js"]');
  const site = made("node", {
    ...start({ dev: "vite", build: "tsc && vite build" }),
    "package-lock.json": "",
  });
  assert.match(site.text, /COPY --from=build \/app\/dist \/usr\/share\/nginx\/html/);
  const react = made("node", start({ start: "react-scripts start", build: "react-scripts build" }));
  assert.match(react.text, /\/app\/build \/usr\/share/);
  const angular = made("node", start({ start: "ng serve", build: "ng build" }));
  assert.match(angular.text, /\/app\/dist\/\*\/browser \/usr\/share/);
  const served = made("node", start({ start: "node server.js", build: "vite build" }));
  assert.equal(served.last, 'CMD ["node", "server.js"]');
  assert.equal(made("node", samples.node).last, 'CMD ["node", "src/server.js"]');
});

test("each package manager of Node.js gets its own lines, and what it reads", () => {
  const text = (said: object, ...files: string[]) =>
    made("node", {
      "package.json": JSON.stringify({ scripts: { start: "node server.js" }, ...said }),
      ...Object.fromEntries(files.map((file) => [file, file === ".nvmrc" ? "v20.11\n" : ""])),
    }).text;
  assert.match(
    text({}, "pnpm-lock.yaml", ".npmrc"),
    /COPY package.json pnpm-lock.yaml .npmrc .\/\n.*corepack enable && pnpm install --frozen-lockfile --prod/,
  );
  assert.match(text({ packageManager: "pnpm@9.1.0" }), /pnpm install --no-frozen-lockfile --prod/);
  const modern = /YARN_NODE_LINKER=node-modules yarn workspaces focus --all --production/;
  assert.match(text({}, "yarn.lock", ".yarnrc.yml"), modern);
  assert.match(
    text({ packageManager: "yarn@4.9.2" }, "yarn.lock", ".yarn"),
    /yarn.lock \.\/\nCOPY \.yarn \.\/\.yarn\n/,
  );
  assert.match(text({}, "yarn.lock"), /yarn install --frozen-lockfile --production\n/);
  assert.match(text({ workspaces: ["packages/*"] }, "package-lock.json"), /COPY \. \.\n.*npm ci/);
  assert.match(text({}, "npm-shrinkwrap.json"), /npm ci --omit=dev/);
});

test("Node.js comes in the version that the project names", () => {
  const version = (said: object, more: Readonly<Record<string, string>> = {}) =>
    /^FROM node:(\S+)-alpine/m.exec(
      made("node", { "package.json": JSON.stringify(said), ...more }).text,
    )?.[1];
  assert.equal(version({}), "22");
  assert.equal(version({ engines: { node: ">=18" } }), "22");
  assert.equal(version({ engines: { node: ">=24.1" } }), "24");
  assert.equal(version({ engines: { node: "^24.0.0" } }), "24");
  assert.equal(version({ engines: { node: "*" } }), "22");
  assert.equal(version({ engines: { node: ">=24" } }, { ".nvmrc": "v22.11.0\n" }), "22");
  assert.equal(version({}, { ".nvmrc": "lts/*\n" }), "22");
  assert.equal(version({}, { ".node-version": "24\n" }), "24");
});

test("a site listens where its web server does, whatever it was developed on", () => {
  const files = { "package.json": '{"scripts":{"build":"vite build"}}' };
  for (const [kind, folder] of [
    ["node", folderOf(files)],
    ["static", folderOf(samples.static)],
  ] as const) {
    const facts = factsOf(folder, kind);
    assert.deepEqual([facts.port, facts.isPortSure], [8080, true]);
    assert.match(scaffold(folder, facts)["compose.yaml"] ?? "", /"127\.0\.0\.1:8080:8080"/);
  }
  assert.equal(factsOf(folderOf(samples.node), "node").isPortSure, false);
});

test("tools for developers are there where they start the program, and only then", () => {
  const tsx = { devDependencies: { tsx: "4", nodemon: "3" } };
  const text = (scripts: object, more: object = tsx) =>
    made("node", { "package.json": JSON.stringify({ scripts, ...more }), "package-lock.json": "" })
      .text;
  assert.match(text({ start: "tsx src/main.ts" }), /\/root\/.npm npm ci\n/);
  assert.match(text({ start: "tsx dist/main.ts", build: "tsc" }), /RUN npm run build\n/);
  assert.match(text({ start: "tsx main.ts" }, {}), /npm ci --omit=dev\n/);
  const restarted = text({ start: "nodemon src/main.js" });
  assert.match(restarted, /npm ci --omit=dev\n[\s\S]*CMD \["node", "src\/main.js"\]/);
});

test("Python's frameworks listen to more than the container itself", () => {
  const last = (requirements: string, file = "app.py") =>
    made("python", { "requirements.txt": requirements, [file]: "" }).last;
  assert.equal(last("requests\n"), 'CMD ["python", "app.py"]');
  assert.equal(
    last("fastapi[standard]==0.115\n", "main.py"),
    'CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]',
  );
  assert.equal(last("fastapi\n"), 'CMD ["python", "app.py"]');
  assert.equal(
    last("Flask==3.1\n"),
    'CMD ["flask", "--app", "app", "run", "--host", "0.0.0.0", "--port", "8000"]',
  );
  assert.equal(last("flask-cors\n"), 'CMD ["python", "app.py"]');
  assert.equal(last("flask\ngunicorn\n"), 'CMD ["gunicorn", "--bind=0.0.0.0:8000", "app:app"]');
  assert.equal(
    last("Django>=5\n", "manage.py"),
    'CMD ["python", "manage.py", "runserver", "0.0.0.0:8000"]',
  );
  assert.match(last("streamlit\n") ?? "", /"streamlit", "run", "app.py"/);
  const alone = made("python", { "main.py": "" });
  assert.doesNotMatch(alone.text, /pip/);
  const pipenv = made("python", { Pipfile: "", "Pipfile.lock": "", "main.py": "" });
  assert.match(pipenv.text, /COPY Pipfile Pipfile.lock .*\n.*pipenv requirements/);
});

test("Python's lock files are installed by the tools that wrote them", () => {
  const text = (lock: string) =>
    made("python", { "pyproject.toml": "", [lock]: "", "main.py": "" }).text;
  assert.match(
    text("uv.lock"),
    /COPY pyproject.toml uv.lock .\/\n.* uv==[\d.]+ && \\\n.*=\/opt\/venv uv sync --frozen --no-dev/,
  );
  assert.match(text("poetry.lock"), /VIRTUAL_ENV=\/opt\/venv poetry install --only main --no-root/);
});

test("Maven loads nothing before the modules that it reads are there, and which one starts is asked", () => {
  const files = { "pom.xml": "<project><modules><module>web</module></modules></project>" };
  assert.doesNotMatch(made("maven", files).text, /go-offline|COPY pom/);
  assert.equal(factsOf(folderOf(files), "maven").isSure, false);
  assert.match(
    made("maven", samples.maven).text,
    /COPY pom.xml .\/\nRUN .*go-offline\nCOPY \. \.\n/,
  );
});

test("Rails starts as Rails does", () => {
  const rails = made("ruby", { Gemfile: 'gem "rails", "~> 8.0"\n', "Gemfile.lock": "" });
  assert.equal(
    rails.last,
    'CMD ["bundle", "exec", "rails", "server", "-b", "0.0.0.0", "-p", "9292"]',
  );
});

test("entry points are read from the project", () => {
  const entry = (kind: ProjectKind) => factsOf(folderOf(samples[kind]), kind).entry;
  assert.equal(entry("node"), "src/server.js");
  assert.equal(entry("python"), "app.py");
  assert.equal(entry("rust"), "rusty");
  assert.equal(entry("dotnet"), "Shop");
});

test("a folder that says nothing gives nothing, a broken package.json a guess", () => {
  assert.deepEqual(kindsOf(folderOf({})), []);
  const facts = factsOf(folderOf({ "package.json": "{" }), "node");
  assert.deepEqual([facts.entry, facts.isSure], ["index.js", false]);
});

test("secrets and the repository stay out of the image", () => {
  const folder = folderOf(samples.node);
  const ignored = scaffold(folder, factsOf(folder, "node"))[".dockerignore"]?.split("\n") ?? [];
  for (const name of [".git", ".env", "node_modules"]) assert.ok(ignored.includes(name), name);
});
