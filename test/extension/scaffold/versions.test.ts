// The versions of languages that projects name, and what happens where they name none.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProjectKind } from "../../../extension/scaffold/templates-data.ts";
import { made } from "./folders.ts";

type Files = Readonly<Record<string, string>>;

/** The images that a Dockerfile begins with, each once. */
const images = (kind: ProjectKind, files: Files): string[] => [
  ...new Set(
    [...made(kind, files).text.matchAll(/^FROM (\S+:\S+)/gm)].map(([, image = ""]) => image),
  ),
];

test("Go that a module asks for is not older in the image", () => {
  const image = (said: string) =>
    images("go", { "go.mod": `module shop\n\n${said}\n`, "main.go": "" })[0];
  assert.equal(image("go 1.21.3"), "golang:1.25-alpine");
  assert.equal(image("go 1.26"), "golang:1.26-alpine");
});

test("Java is new enough for what the project compiles for", () => {
  const maven = (property: string) => images("maven", { "pom.xml": property });
  assert.deepEqual(maven("<java.version>17</java.version>"), [
    "maven:3.9-eclipse-temurin-21",
    "eclipse-temurin:21-jre",
  ]);
  assert.deepEqual(maven("<maven.compiler.release>25</maven.compiler.release>"), [
    "maven:3.9-eclipse-temurin-25",
    "eclipse-temurin:25-jre",
  ]);
  const gradle = images("gradle", {
    "build.gradle.kts": "java { toolchain { languageVersion = JavaLanguageVersion.of(25) } }",
  });
  assert.deepEqual(gradle, ["gradle:9.2-jdk25", "eclipse-temurin:25-jre"]);
});

test("Python is one that the project's packages may be installed on", () => {
  const python = (files: Files) => images("python", { "main.py": "", ...files })[0];
  const range = (text: string) =>
    python({ "pyproject.toml": `[project]\nrequires-python = "${text}"\n` });
  assert.equal(range(">=3.9"), "python:3.13-slim");
  assert.equal(range(">=3.9,<3.13"), "python:3.12-slim");
  assert.equal(range("<=3.11"), "python:3.11-slim");
  assert.equal(range(">=3.14"), "python:3.14-slim");
  assert.equal(range("~=3.11"), "python:3.11-slim");
  assert.equal(range("==3.12.*"), "python:3.12-slim");
  const poetry = '[tool.poetry.dependencies]\npython = "^3.10"\n';
  assert.equal(python({ "pyproject.toml": poetry }), "python:3.13-slim");
  assert.equal(python({ Pipfile: '[requires]\npython_version = "3.11"\n' }), "python:3.11-slim");
  assert.equal(
    python({ "requirements.txt": "", ".python-version": "3.11.4\n" }),
    "python:3.11-slim",
  );
  assert.equal(
    python({ "requirements.txt": "", "runtime.txt": "python-3.12.1\n" }),
    "python:3.12-slim",
  );
});

test("a .NET program starts on the version that it was built for, and under its own name", () => {
  const web = (text: string, more: Files = {}) => ({ "Shop.csproj": text, ...more });
  const framework = "<TargetFramework>net8.0</TargetFramework>";
  const dotnet = (files: Files) =>
    images("dotnet", files).map((image) => image.replace("mcr.microsoft.com/dotnet/", ""));
  assert.deepEqual(dotnet(web(framework)), ["sdk:8.0", "aspnet:8.0"]);
  const pinned = { "global.json": '{"sdk": {"version": "9.0.100"}}' };
  assert.deepEqual(dotnet(web(framework, pinned)), ["sdk:9.0", "aspnet:8.0"]);
  assert.deepEqual(dotnet(web("", { "Directory.Build.props": framework })), [
    "sdk:8.0",
    "aspnet:8.0",
  ]);
  assert.doesNotMatch(made("dotnet", web(framework)).text, /ROLL_FORWARD/);
  assert.match(made("dotnet", web("")).text, /ASPNETCORE_URLS=.*:8080 DOTNET_ROLL_FORWARD=Major\n/);
  const named = made("dotnet", web(`${framework}<AssemblyName>My.Shop</AssemblyName>`));
  assert.equal(named.last, 'ENTRYPOINT ["dotnet", "My.Shop.dll"]');
});
