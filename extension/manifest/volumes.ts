// Volumes: their view, verbs and menus.
import type { ManifestPart } from "./part.ts";
import { inTitle, onRows } from "./places.ts";

export const volumes: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.volumes",
        name: { en: "Volumes", ko: "볼륨" },
        icon: "media/docker.svg",
        visibility: "collapsed",
      },
    ],
  },
  settings: {
    "dockwright.volumes.groupBy": {
      type: "string",
      enum: ["none", "driver", "project"],
      default: "none",
      description: { en: "What volumes are grouped by.", ko: "볼륨을 무엇으로 묶을지 정합니다." },
    },
    "dockwright.volumes.sortBy": {
      type: "string",
      enum: ["name", "driver", "created"],
      default: "name",
      description: { en: "What volumes are sorted by.", ko: "볼륨을 무엇으로 정렬할지 정합니다." },
    },
    "dockwright.volumes.label": {
      type: "array",
      default: ["name"],
      schema: {
        items: {
          type: "string",
          enum: ["name", "driver", "mountpoint", "project", "created", "usedBy"],
        },
      },
      description: {
        en: "What a row of volumes says.",
        ko: "볼륨을 표시하는 줄의 내용을 정합니다.",
      },
    },
    "dockwright.volumes.description": {
      type: "array",
      default: ["driver", "usedBy"],
      schema: {
        items: {
          type: "string",
          enum: ["name", "driver", "mountpoint", "project", "created", "usedBy"],
        },
      },
      description: {
        en: "What stands in grey behind the label of volumes.",
        ko: "볼륨을 표시할 때 이름 뒤에 회색으로 쓸 내용을 정합니다.",
      },
    },
  },
  commands: [
    {
      id: "dockwright.volumes.create",
      title: { en: "Create Volume…", ko: "볼륨 생성…" },
      cli: "docker volume create",
      icon: "$(add)",
      menus: [inTitle("volumes", "navigation@1")],
    },
    {
      id: "dockwright.volumes.inspect",
      title: { en: "Inspect Volume", ko: "볼륨 상세 정보" },
      cli: "docker volume inspect",
      menus: [...onRows("volumes", "^volume$", "2_active@1")],
    },
    {
      id: "dockwright.volumes.copyName",
      title: { en: "Copy Volume Name", ko: "볼륨 이름 복사" },
      menus: [...onRows("volumes", "^volume$", "3_copy@1")],
    },
    {
      id: "dockwright.volumes.remove",
      title: { en: "Remove Volume…", ko: "볼륨 제거…" },
      cli: "docker volume rm",
      menus: [...onRows("volumes", "^volume$", "9_destructive@1")],
    },
    {
      id: "dockwright.volumes.prune",
      title: { en: "Remove Unused Volumes…", ko: "사용하지 않는 볼륨 제거…" },
      cli: "docker volume prune",
      menus: [inTitle("volumes", "9_destructive@1")],
    },
  ],
};
