// The Dockerfile language: grammar, lint and editor settings, code lenses.
import { dockerfileNames, ignorePatterns } from "../workspace/file-names.ts";
import type { ManifestPart } from "./part.ts";

/** What the grammar finds in heredocs beside shell, by VS Code's names. */
const heredocLanguages = ["python", "javascript", "perl", "ruby"].concat(
  ["json", "yaml", "xml", "html"],
  ["sql", "ini"],
);

export const dockerfileLanguage: ManifestPart = {
  activationEvents: ["onLanguage:dockerfile"],
  contributes: {
    languages: [
      {
        id: "dockerfile",
        aliases: ["Dockerfile", "Containerfile"],
        ...dockerfileNames,
        configuration: "./syntaxes/dockerfile.language.json",
      },
      {
        id: "ignore",
        aliases: ["Ignore"],
        filenames: [".dockerignore"],
        filenamePatterns: ignorePatterns,
        configuration: "./syntaxes/dockerignore.language.json",
      },
    ],
    grammars: [
      {
        language: "dockerfile",
        scopeName: "source.dockerfile",
        path: "./syntaxes/dockerfile.tmLanguage.json",
        embeddedLanguages: {
          "meta.embedded.shell": "shellscript",
          ...Object.fromEntries(heredocLanguages.map((name) => [`meta.embedded.${name}`, name])),
        },
      },
      {
        language: "ignore",
        scopeName: "source.dockerignore",
        path: "./syntaxes/dockerignore.tmLanguage.json",
      },
    ],
    configurationDefaults: {
      "[dockerfile]": {
        "editor.quickSuggestions": { strings: true },
        // Enter behind a word that is complete begins the next line.
        "editor.acceptSuggestionOnEnter": "smart",
      },
    },
  },
  commands: [
    {
      id: "dockwright.rules.why",
      title: { en: "Explain Rule…", ko: "규칙 설명…" },
    },
    {
      id: "dockwright.rules.checkWorkspace",
      title: { en: "Check All Files in Workspace", ko: "작업 영역의 모든 파일 검사" },
    },
  ],
  section: "dockerfiles",
  settings: {
    "dockwright.lint.enabled": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Check Dockerfiles and Compose files while you type.",
        ko: "입력하는 동안 Dockerfile과 Compose 파일을 검사합니다.",
      },
    },
    "dockwright.lint.preset": {
      type: "string",
      default: "recommended",
      scope: "resource",
      enum: ["recommended", "buildkit", "hadolint", "all", "off"],
      enumDescriptions: [
        {
          en: "The rules that help most projects.",
          ko: "대부분의 프로젝트에 도움이 되는 규칙을 사용합니다.",
        },
        { en: "Only BuildKit's checks.", ko: "BuildKit의 검사만 사용합니다." },
        { en: "Only hadolint's rules.", ko: "hadolint의 규칙만 사용합니다." },
        { en: "Every rule.", ko: "모든 규칙을 사용합니다." },
        { en: "No rules.", ko: "규칙을 사용하지 않습니다." },
      ],
      description: {
        en: "Which rules are on. Individual rules can be changed in `#dockwright.lint.rules#`.",
        ko: "사용할 규칙 모음입니다. 개별 규칙은 `#dockwright.lint.rules#`에서 바꿀 수 있습니다.",
      },
    },
    "dockwright.lint.rules": {
      type: "object",
      default: {},
      scope: "resource",
      schema: {
        additionalProperties: { type: "string", enum: ["error", "warning", "info", "hint", "off"] },
      },
      description: {
        en: "The severity of individual rules by code, such as DL3008 or StageNameCasing; `off` disables a rule.",
        ko: "DL3008, StageNameCasing 같은 코드별로 규칙의 심각도를 정합니다. `off`로 규칙을 끌 수 있습니다.",
      },
    },
    "dockwright.lint.trustedRegistries": {
      type: "array",
      scope: "resource",
      schema: { items: { type: "string" } },
      description: {
        en: "Registries that base images may come from; `*` at the beginning or end stands for anything.",
        ko: "베이스 이미지를 가져와도 되는 레지스트리입니다. 앞이나 뒤의 `*`는 임의의 문자열을 뜻합니다.",
      },
    },
    "dockwright.lint.shellcheckPath": {
      type: "string",
      default: "shellcheck",
      // A workspace must not choose a program that runs.
      scope: "machine",
      description: {
        en: "Path of the ShellCheck program, which checks the scripts of RUN if it is installed. If empty, it is not run.",
        ko: "RUN의 스크립트를 검사하는 ShellCheck 프로그램의 경로입니다(설치된 경우에만 사용). 비워 두면 실행하지 않습니다.",
      },
    },
    "dockwright.format.keywordCase": {
      type: "string",
      default: "upper",
      scope: "resource",
      enum: ["upper", "lower", "keep"],
      description: {
        en: "The case of Dockerfile keywords after formatting.",
        ko: "서식을 적용할 때 Dockerfile 키워드의 대소문자입니다.",
      },
    },
    "dockwright.codeLens.build": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show Build above the stages of a Dockerfile.",
        ko: "Dockerfile의 스테이지 위에 빌드를 표시합니다.",
      },
    },
    "dockwright.codeLens.run": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show Run above the last stage of a Dockerfile.",
        ko: "Dockerfile의 마지막 스테이지 위에 실행을 표시합니다.",
      },
    },
    "dockwright.inlayHints.variables": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show the values of variables after them.",
        ko: "변수 뒤에 그 값을 표시합니다.",
      },
    },
    "dockwright.inlayHints.layers": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show how much each instruction of a Dockerfile added to the image when it was last built.",
        ko: "Dockerfile의 각 명령어가 마지막 빌드에서 이미지에 더한 크기를 표시합니다.",
      },
    },
  },
};
