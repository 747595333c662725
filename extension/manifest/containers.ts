// Containers: their view, its welcome texts and settings.
import { listLines } from "../views/list-lines.ts";
import { containerCommands } from "./container-commands.ts";
import { containerSubmenus } from "./container-menu.ts";
import { containerWelcome } from "./container-welcome.ts";
import type { ManifestPart } from "./part.ts";

const fields = [
  "name",
  "image",
  "shortImage",
  "state",
  "status",
  "ports",
  "networks",
  "project",
  "service",
  "command",
  "created",
  "id",
];

export const containers: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.containers",
        name: { en: "Containers", ko: "컨테이너" },
        cli: listLines.containers,
        icon: "media/docker.svg",
        initialSize: 120,
      },
    ],
  },
  welcome: containerWelcome,
  settings: {
    "dockwright.containers.groupBy": {
      type: "string",
      enum: ["none", "project", "image", "state", "networks", "registry", "label"],
      default: "project",
      description: {
        en: "What containers are grouped by.",
        ko: "컨테이너를 무엇으로 묶을지 정합니다.",
      },
    },
    "dockwright.containers.groupLabel": {
      type: "string",
      default: "",
      description: {
        en: "The label by which containers are grouped when they are grouped by label, such as `com.docker.compose.service`.",
        ko: "컨테이너를 레이블로 묶을 때 사용할 레이블입니다. 예: `com.docker.compose.service`.",
      },
    },
    "dockwright.containers.sortBy": {
      type: "string",
      enum: ["name", "image", "state", "project", "created"],
      default: "name",
      description: {
        en: "What containers are sorted by.",
        ko: "컨테이너를 무엇으로 정렬할지 정합니다.",
      },
    },
    "dockwright.containers.label": {
      type: "array",
      default: ["name"],
      schema: { items: { type: "string", enum: fields } },
      description: {
        en: "What a container's row says.",
        ko: "컨테이너 줄에 무엇을 표시할지 정합니다.",
      },
    },
    "dockwright.containers.description": {
      type: "array",
      default: ["state", "ports", "image"],
      schema: { items: { type: "string", enum: fields } },
      description: {
        en: "What stands in grey behind it.",
        ko: "그 뒤에 회색으로 무엇을 표시할지 정합니다.",
      },
    },
    "dockwright.containers.showStopped": {
      type: "boolean",
      default: true,
      description: { en: "Show stopped containers.", ko: "멈춘 컨테이너도 표시합니다." },
    },
  },
  ...containerSubmenus,
  commands: containerCommands,
};
