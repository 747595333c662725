// Projects whose program does not stand in the folder itself, or is made by a tool of its own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOf, kindsOf, scaffold } from "../../../extension/scaffold/project.ts";
import { folderOf, made } from "./folders.ts";

test("PDM's lock is exported for pip", () => {
  const { text } = made("python", { "pyproject.toml": "", "pdm.lock": "", "main.py": "" });
  assert.match(
    text,
    /COPY pyproject.toml pdm.lock .\/\n[\s\S]*pdm export --prod -o requirements.txt/,
  );
});

test("a Python program in a package is started as a module", () => {
  const project = { "pyproject.toml": '[project]\ndependencies = ["fastapi[standard]"]\n' };
  const api = made("python", { ...project, "app/main.py": "" });
  assert.match(api.last ?? "", /"uvicorn", "app.main:app"/);
  assert.doesNotMatch(api.text, /PYTHONPATH/);
  const shop = made("python", { "pyproject.toml": "", "uv.lock": "", "src/shop/__main__.py": "" });
  assert.equal(shop.last, 'CMD ["python", "-m", "shop"]');
  assert.match(shop.text, /ENV PATH="\/opt\/venv\/bin:\$PATH" PYTHONPATH=\/app\/src\n/);
  const module = made("python", { "pyproject.toml": "", "src/shop/main.py": "" });
  assert.equal(module.last, 'CMD ["python", "-m", "shop.main"]');
});

test("a program of Go's may stand below cmd; of several, which one is asked", () => {
  const files = { "go.mod": "", "go.sum": "", "cmd/server/main.go": "" };
  assert.match(made("go", files).text, /go build -trimpath -o \/out\/app .\/cmd\/server\n/);
  const two = folderOf({ ...files, "cmd/tool/main.go": "" });
  assert.equal(factsOf(two, "go").isSure, false);
});

test("a solution names its projects, tests are none of them", () => {
  const line = (name: string) =>
    `Project("{FAE04EC0}") = "${name}", "src\\${name}\\${name}.csproj", "{2150E333}"\n`;
  const shop = made("dotnet", { "Shop.sln": line("Shop.Web") + line("Shop.Web.Tests") });
  assert.match(shop.text, /dotnet publish src\/Shop.Web\/Shop.Web.csproj -c Release/);
  assert.equal(shop.last, 'ENTRYPOINT ["dotnet", "Shop.Web.dll"]');
  const slnx = '<Solution><Project Path="Shop/Shop.csproj" /></Solution>';
  assert.match(made("dotnet", { "Shop.slnx": slnx }).text, /publish Shop\/Shop.csproj/);
  const two = folderOf({ "Shop.sln": line("Web") + line("Worker") });
  assert.deepEqual(kindsOf(two), ["dotnet"]);
  const facts = factsOf(two, "dotnet");
  assert.equal(facts.isSure, false);
  assert.match(
    scaffold(two, { ...facts, entry: "Worker" }).Dockerfile ?? "",
    /publish src\/Worker\/Worker.csproj[\s\S]*"Worker.dll"/,
  );
});

test("what gradle init makes is a start script in a module; Spring Boot makes a jar", () => {
  const init = {
    "settings.gradle.kts": 'rootProject.name = "shop"\ninclude("app")\n',
    "app/build.gradle.kts": "plugins {\n    application\n}\n",
  };
  assert.deepEqual(kindsOf(folderOf(init)), ["gradle"]);
  const module = made("gradle", init);
  assert.match(module.text, /installDist && \\\n {4}mv app\/build\/install\/app \/out\n/);
  assert.equal(module.last, 'ENTRYPOINT ["/app/bin/app"]');
  const single = made("gradle", {
    "settings.gradle": "rootProject.name = 'shop'\n",
    "build.gradle": "plugins {\n    id 'application'\n}\n",
  });
  assert.match(single.text, /mv build\/install\/shop \/out\n/);
  assert.equal(single.last, 'ENTRYPOINT ["/app/bin/shop"]');
  const spring = "plugins { id('application'); id('org.springframework.boot') version '3.5.0' }";
  const boot = made("gradle", { "settings.gradle": "include 'app'", "app/build.gradle": spring });
  assert.match(
    boot.text,
    /rm -f app\/build\/libs\/\*-plain.jar && \\\n {4}cp app\/build\/libs\/\*.jar/,
  );
  const unknown = factsOf(folderOf({ "settings.gradle": "include 'web'" }), "gradle");
  assert.equal(unknown.isSure, false);
});

test("what installing reads besides the list of packages is there before", () => {
  const before = (kind: "go" | "node" | "python" | "ruby", files: Record<string, string>) =>
    made(kind, files).text.split(/^RUN .*(?:install|download)/m)[0] ?? "";
  const node = (said: object) =>
    before("node", { "package.json": JSON.stringify(said), "index.js": "" });
  assert.match(node({ dependencies: { greet: "file:./greet" } }), /^COPY \. \.$/m);
  assert.match(node({ scripts: { postinstall: "node setup.js" } }), /^COPY \. \.$/m);
  assert.doesNotMatch(node({ dependencies: { greet: "^1.0.0" } }), /^COPY \. \.$/m);
  const python = (text: string) => before("python", { "requirements.txt": text, "app.py": "" });
  assert.match(python("flask\n-r requirements/base.txt\n"), /^COPY \. \.$/m);
  assert.match(python("./libs/greet\n"), /^COPY \. \.$/m);
  assert.match(python("-e .\n"), /^COPY \. \.$/m);
  assert.match(python("flask==3.1\n# -r x\n"), /^COPY requirements.txt \.\/$/m);
  const replaced = "module shop\n\nreplace greet => ./greet\n";
  assert.match(before("go", { "go.mod": replaced, "main.go": "" }), /^COPY \. \.$/m);
  const forked = "module shop\n\nreplace greet => example.com/greet v1.0.0\n";
  assert.match(before("go", { "go.mod": forked, "main.go": "" }), /^COPY go.mod \.\/$/m);
  assert.match(before("ruby", { Gemfile: 'gem "greet", path: "greet"\n' }), /^COPY \. \.$/m);
});

test("what prepares a working copy is left out of an image", () => {
  const files = { "package.json": '{"scripts":{"prepare":"husky"}}', "index.js": "" };
  assert.match(
    made("node", files).text,
    /npm pkg delete scripts.prepare && npm install --omit=dev\n/,
  );
  const later = {
    "package.json": '{"engines":{"node":"25"}}',
    "pnpm-lock.yaml": "",
    "index.js": "",
  };
  assert.match(
    made("node", later).text,
    /npm install -g corepack@[\d.]+ && corepack enable && pnpm/,
  );
});

test("a program that lies in a folder of built files is not ignored where nothing builds it", () => {
  const ignored = (scripts: object) => {
    const folder = folderOf({ "package.json": JSON.stringify({ scripts }) });
    return scaffold(folder, factsOf(folder, "node"))[".dockerignore"]?.split("\n").includes("dist");
  };
  assert.equal(ignored({ start: "node dist/index.js" }), false);
  assert.equal(ignored({ start: "node dist/index.js", build: "tsc" }), true);
});

test("a Ruby program starts by its server, or by itself", () => {
  const last = (gemfile: string, file: string) =>
    made("ruby", { Gemfile: gemfile, [file]: "" }).last;
  assert.equal(
    last('gem "rack"\ngem "puma"\n', "config.ru"),
    'CMD ["bundle", "exec", "puma", "-b", "tcp://0.0.0.0:9292", "config.ru"]',
  );
  assert.match(last('gem "rackup"\n', "config.ru") ?? "", /"rackup", "config.ru"/);
  assert.match(last('gem "sinatra"\n', "app.rb") ?? "", /"ruby", "app.rb", "-o", "0.0.0.0"/);
  assert.equal(last('gem "webrick"\n', "app.rb"), 'CMD ["bundle", "exec", "ruby", "app.rb"]');
});

test("a service has a name that Compose takes, whatever the folder is called", () => {
  const name = (folder: string) => {
    const files = folderOf({ "index.html": "" }, folder);
    return /^services:\n {2}(\S+):$/m.exec(
      scaffold(files, factsOf(files, "static"))["compose.yaml"] ?? "",
    )?.[1];
  };
  assert.equal(name("My Shop"), "my-shop");
  assert.equal(name("내 가게 (1)"), "app-1");
  assert.equal(name("2024"), "app-2024");
  assert.equal(name("홈페이지"), "app");
  // Compose itself finds no name for the project in such a folder.
  const named = (folder: string) => {
    const files = folderOf({ "index.html": "" }, folder);
    return scaffold(files, factsOf(files, "static"))["compose.yaml"]?.startsWith("name: app\n");
  };
  assert.deepEqual(
    [named("홈페이지"), named("My Shop"), named("내 가게 (1)")],
    [true, false, false],
  );
});

test("Rust's program, its own cache, and what it needs of OpenSSL", () => {
  const cargo = (more: string) => `[package]\nname = "shop"\nversion = "1.0.0"\n${more}`;
  const plain = made("rust", { "Cargo.toml": cargo("") });
  assert.match(plain.text, /cache,id=my-shop-target,target=\/src\/target/);
  assert.match(plain.text, /^FROM rust:[\d.]+-slim-bookworm/m);
  const one = made("rust", { "Cargo.toml": cargo('\n[[bin]]\nname = "serve"\npath = "s.rs"\n') });
  assert.match(one.text, /cp target\/release\/serve \/app\n/);
  const several = cargo('default-run = "two"\n\n[[bin]]\nname = "one"\n\n[[bin]]\nname = "two"\n');
  assert.match(made("rust", { "Cargo.toml": several }).text, /release\/two /);
  const asked = folderOf({ "Cargo.toml": several.replace('default-run = "two"\n', "") });
  assert.equal(factsOf(asked, "rust").isSure, false);
  const lock = '[[package]]\nname = "openssl-sys"\nversion = "0.9.109"\n';
  const tls = made("rust", { "Cargo.toml": cargo(""), "Cargo.lock": lock }).text;
  assert.match(tls, /^FROM rust:[\d.]+-bookworm AS build$/m);
  assert.match(tls, /^COPY --from=build \/usr\/lib\/\*\/libssl\.so\.3 .* \/usr\/lib\/$/m);
});

test("folders that a compiled program reads come with it", () => {
  const files = { "go.mod": "", "main.go": "", "templates/index.html": "", "internal/x.go": "" };
  const { text } = made("go", files);
  assert.match(text, /^COPY --from=build \/src\/templates \.\/templates\nUSER/m);
  assert.doesNotMatch(text, /src\/internal/);
});

test("PHP's extensions are installed where its image lacks them", () => {
  const text = (required: object) =>
    made("php", { "composer.json": JSON.stringify({ require: required }) }).text;
  assert.match(
    text({ php: ">=8.1", "ext-json": "*", "ext-pdo_mysql": "*", "ext-gd": "*" }),
    /^RUN install-php-extensions gd pdo_mysql$/m,
  );
  assert.doesNotMatch(text({ "ext-json": "*" }), /install-php-extensions/);
});

test("programs may write beside themselves, and are told to stop as they expect it", () => {
  const owned = (kind: "node" | "php" | "python" | "ruby", files: Record<string, string>) =>
    /chown (\S+) \/app\n[\s\S]*COPY (?:--from=\S+ )?--chown=\d+ .*\n[\s\S]*USER \d+/.test(
      made(kind, files).text,
    );
  assert.ok(owned("node", { "package.json": "{}", "index.js": "" }));
  assert.ok(owned("php", { "composer.json": "{}" }));
  assert.ok(owned("python", { "requirements.txt": "", "app.py": "" }));
  assert.ok(owned("ruby", { Gemfile: "", "config.ru": "" }));
  const folder = folderOf({ "index.html": "" });
  assert.match(
    scaffold(folder, factsOf(folder, "static"))["compose.yaml"] ?? "",
    /^ {4}init: true$/m,
  );
});
