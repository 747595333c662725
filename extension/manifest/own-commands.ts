// Command lines of a person's own: settings that put them in place of ours, and a menu for more of them.
import type { ManifestPart, SettingEntry, Text } from "./part.ts";
import { letter, onRows } from "./places.ts";

const match: Text = {
  en: "A regular expression. The command is offered where it matches the name; for containers also the image, for builds the path of the Dockerfile, and for Compose the names of the project and its services.",
  ko: "정규식입니다. 이름과 일치하면 이 명령을 제안합니다. 컨테이너는 이미지도 보고, 빌드는 Dockerfile의 경로, Compose는 프로젝트와 서비스의 이름을 봅니다.",
};

const properties = {
  label: {
    type: "string",
    description: {
      en: "The name to show when there are several to choose from.",
      ko: "여러 명령 중에서 고를 때 표시할 이름입니다.",
    },
  },
  template: {
    type: "string",
    description: {
      en: "The command line. It runs without a shell; for pipes and the like, write `sh -c '…'`.",
      ko: "명령줄입니다. 셸 없이 실행되므로 파이프 등이 필요하면 `sh -c '…'`로 작성하세요.",
    },
  },
  match: { type: "string", format: "regex", description: match },
};

/** The verbs with what their lines may say, beside `${workspaceFolder}` and `${env:NAME}`. */
const verbs: readonly (readonly [verb: string, en: string, ko: string, ...places: string[]])[] = [
  ["build", "Build Image…", "이미지 빌드…", "arguments", "tag", "dockerfile", "context"],
  ["run", "Run Image…", "이미지 실행…", "arguments", "image", "imageId"],
  ["runInteractive", "Run Interactive", "대화형으로 실행", "arguments", "image", "imageId"],
  ["openShell", "Open Shell", "셸 열기", "containerId", "containerName", "image", "shell"],
  ["attach", "Attach", "연결", "containerId", "containerName", "image"],
  ["scan", "Scan for Vulnerabilities", "취약점 검사", "image", "imageId"],
  ["logs", "View Logs", "로그 보기", "containerId", "containerName", "image"],
  ...(
    [
      ["composeUp", "docker compose up"],
      ["composeDown", "docker compose down"],
      ["composeBuild", "docker compose build"],
      ["composeLogs", "docker compose logs"],
    ] as const
  ).map(
    ([verb, line]) =>
      [verb, line, line, "compose", "options", "arguments", "services", "project"] as const,
  ),
];

function setting([, en, ko, ...places]: (typeof verbs)[number]): SettingEntry {
  const may = places.map((place) => `\`\${${place}}\``).join(", ");
  return {
    type: ["string", "array"],
    default: "",
    schema: {
      items: {
        anyOf: [
          { type: "string" },
          { type: "object", required: ["template"], additionalProperties: false, properties },
        ],
      },
    },
    description: {
      en: `A command line to run in a terminal instead of “${en}”, or a list of several to choose from. Available placeholders: ${may}, \`\${workspaceFolder}\` and \`\${env:NAME}\`; \`\${arguments}\` stands for the arguments that Dockwright itself would use. If empty, the built-in command runs.`,
      ko: `“${ko}” 대신 터미널에서 실행할 명령줄, 또는 그중에서 고를 명령줄의 목록입니다. ${may}, \`\${workspaceFolder}\`, \`\${env:이름}\`을 쓸 수 있으며, \`\${arguments}\`는 Dockwright가 원래 썼을 인자로 바뀝니다. 비워 두면 기본 명령을 실행합니다.`,
    },
  };
}

const kinds = ["container", "image", "volume", "network", "project"];

const rows = [
  ["containers", "^container\\."],
  ["projects", "^(container|project)\\."],
  ["images", "^image\\."],
  ["volumes", "^volume$"],
  ["networks", "^network\\."],
  ["engines", "^((container|image|network)\\.|volume$)"],
] as const;

/** Menus stay short where there is nothing to choose. */
const configured = "config.dockwright.commands.own != '[]'";
const where = <T extends { readonly when?: string }>(place: T): T => ({
  ...place,
  when: `${place.when} && ${configured}`,
});

const settings: Readonly<Record<string, SettingEntry>> = {
  ...Object.fromEntries(verbs.map((verb) => [`dockwright.commands.${verb[0]}`, setting(verb)])),
  "dockwright.commands.own": {
    type: "array",
    default: [],
    schema: {
      items: {
        type: "object",
        required: ["label", "template"],
        additionalProperties: false,
        properties: {
          ...properties,
          on: {
            type: "string",
            enum: kinds,
            default: "container",
            description: {
              en: "The kind of object it is for.",
              ko: "명령을 쓸 대상의 종류입니다.",
            },
          },
        },
      },
    },
    description: {
      en: "Custom commands for the rows of the views (*Run Custom Command…*, key c). Placeholders: `${containerId}`, `${containerName}`, `${image}`, `${imageId}`, `${project}` and `${service}` of a container, `${image}` and `${imageId}` of an image, `${volume}`, `${network}` and `${networkId}`, `${project}` and `${files}` of a project.",
      ko: "보기의 항목에서 실행할 사용자 명령입니다(*사용자 명령 실행…*, c 키). 컨테이너는 `${containerId}`, `${containerName}`, `${image}`, `${imageId}`, `${project}`, `${service}`, 이미지는 `${image}`, `${imageId}`, 볼륨은 `${volume}`, 네트워크는 `${network}`, `${networkId}`, 프로젝트는 `${project}`, `${files}`를 쓸 수 있습니다.",
    },
  },
};

export const ownCommands: ManifestPart = {
  section: "terminals",
  settings,
  // A workspace that is not trusted names no program.
  capabilities: { untrustedWorkspaces: { restrictedConfigurations: Object.keys(settings) } },
  commands: [
    {
      id: "dockwright.views.runOwn",
      title: { en: "Run Custom Command…", ko: "사용자 명령 실행…" },
      menus: rows.flatMap(([view, pattern]) => onRows(view, pattern, "4_more@9").map(where)),
      keys: rows.map(([view]) => where(letter(view, "c"))),
    },
  ],
};
