// The Compose language: grammar, lint and editor settings, code lenses.
import { composePatterns } from "../workspace/file-names.ts";
import type { ManifestPart } from "./part.ts";

export const composeLanguage: ManifestPart = {
  activationEvents: ["onLanguage:dockercompose"],
  contributes: {
    languages: [
      {
        id: "dockercompose",
        aliases: ["Compose", "Docker Compose"],
        filenamePatterns: composePatterns,
        configuration: "./syntaxes/compose.language.json",
      },
    ],
    grammars: [
      {
        language: "dockercompose",
        scopeName: "source.compose",
        path: "./syntaxes/compose.tmLanguage.json",
      },
      {
        scopeName: "source.compose-variables",
        path: "./syntaxes/compose-variables.tmLanguage.json",
        injectTo: ["source.compose", "source.yaml"],
      },
    ],
    configurationDefaults: {
      "[dockercompose]": {
        "editor.insertSpaces": true,
        "editor.tabSize": 2,
        "editor.autoIndent": "advanced",
        "editor.quickSuggestions": { other: true, comments: false, strings: true },
      },
    },
  },
  commands: [
    {
      id: "dockwright.compose.pasteRun",
      title: { en: "Paste docker run as Service", ko: "docker run을 서비스로 붙여넣기" },
      menus: [{ menu: "dockwright.compose", group: "4_run@1" }],
    },
    {
      id: "dockwright.compose.copyRun",
      title: { en: "Copy Service as docker run", ko: "서비스를 docker run으로 복사" },
      cli: "docker run",
      menus: [
        { menu: "dockwright.compose", group: "4_run@2" },
        {
          menu: "view/item/context",
          when: "view == dockwright.projects && viewItem =~ /^service\\./",
          group: "3_files@9",
        },
      ],
    },
  ],
  section: "compose",
  settings: {
    "dockwright.compose.recognize": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Treat a YAML file as a Compose file if its text shows that it is one, whatever its name.",
        ko: "이름이 달라도 내용이 Compose 파일인 YAML 파일은 Compose 파일로 다룹니다.",
      },
    },
    "dockwright.compose.besideOtherExtensions": {
      type: "string",
      default: "leaveOut",
      scope: "resource",
      enum: ["leaveOut", "show"],
      enumDescriptions: [
        {
          en: "Leave out Dockwright's message: each error is shown once, in the other extension's words. Quick fixes are still offered.",
          ko: "Dockwright의 메시지를 생략합니다. 같은 오류는 다른 확장의 메시지로 한 번만 표시되고, 빠른 수정은 그대로 쓸 수 있습니다.",
        },
        {
          en: "Show Dockwright's message, too: it says more, but syntax errors and unknown keys are reported twice.",
          ko: "Dockwright의 메시지도 표시합니다. 설명은 더 자세하지만 구문 오류와 알 수 없는 키가 두 번 표시됩니다.",
        },
      ],
      description: {
        en: "What to do where another extension (Red Hat's YAML, Container Tools, Docker DX) reports the same error in a Compose file.",
        ko: "다른 확장(Red Hat의 YAML, Container Tools, Docker DX)이 Compose 파일에서 같은 오류를 알려 줄 때의 동작을 정합니다.",
      },
    },
    "dockwright.codeLens.compose": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show Up, Down and Logs above the services of Compose files.",
        ko: "Compose 파일의 services 위에 시작, 내리기, 로그를 표시합니다.",
      },
    },
    "dockwright.codeLens.services": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show the state of each service in a Compose file above it, with Up, Stop, Restart and Logs.",
        ko: "Compose 파일의 각 서비스 위에 상태와 함께 시작, 중지, 재시작, 로그를 표시합니다.",
      },
    },
    "dockwright.inlayHints.images": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show the values of variables in Compose files.",
        ko: "Compose 파일에 있는 변수의 값을 표시합니다.",
      },
    },
    "dockwright.inlayHints.inherited": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show in Compose files which value of the extended service a key overrides.",
        ko: "Compose 파일에서 extends로 이어받은 서비스의 어떤 값을 덮어쓰는지 표시합니다.",
      },
    },
    "dockwright.inlayHints.names": {
      type: "boolean",
      default: true,
      scope: "resource",
      description: {
        en: "Show the names that volumes and networks of Compose files have in the engine.",
        ko: "Compose 파일의 볼륨과 네트워크가 엔진에서 갖는 이름을 표시합니다.",
      },
    },
  },
};
