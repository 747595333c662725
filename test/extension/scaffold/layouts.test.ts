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
