// Containers: their view, its welcome texts and settings.
import { listLines } from "../views/list-lines.ts";
import { containerCommands } from "./container-commands.ts";
import { containerSubmenus } from "./container-menu.ts";
import { containerWelcome } from "./container-welcome.ts";
import type { ManifestPart } from "./part.ts";
import { listSettings } from "./view-settings.ts";

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
  section: "panel",
  settings: {
    ...listSettings("containers", {
      ko: "컨테이너를",
      groupBy: ["none", "project", "image", "state", "networks", "registry", "label"],
      groupedBy: "project",
      sortBy: ["name", "image", "state", "project", "created"],
      fields: [
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
      ],
      label: ["name"],
      description: ["state", "ports", "image"],
    }),
    "dockwright.containers.groupLabel": {
      type: "string",
      default: "",
      description: {
        en: "The label to group containers by when they are grouped by label, such as `com.docker.compose.service`.",
        ko: "컨테이너를 레이블별로 묶을 때 기준이 되는 레이블입니다. 예: `com.docker.compose.service`.",
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
