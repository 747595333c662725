// Containers: their view, its welcome texts and settings.
import { containerCommands } from "./container-commands.ts";
import { containerSubmenus } from "./container-menu.ts";
import type { ManifestPart } from "./part.ts";

const fields = [
  "name",
  "image",
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
        icon: "media/docker.svg",
        initialSize: 120,
      },
    ],
  },
  welcome: [
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == connected",
      contents: {
        en: "No containers yet.\n[Run Image…](command:dockwright.images.run)\n[Pull Image…](command:dockwright.images.pull)",
        ko: "아직 컨테이너가 없습니다.\n[이미지 실행…](command:dockwright.images.run)\n[이미지 가져오기…](command:dockwright.images.pull)",
      },
    },
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == connecting || !dockwright.engineState",
      contents: { en: "Connecting to the Docker engine…", ko: "Docker 엔진에 연결하는 중입니다…" },
    },
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == unreachable",
      contents: {
        en: "No Docker engine answers. Start Docker; the view heals by itself.\n[Choose Engine…](command:dockwright.engines.use)\n[Get Docker](https://docs.docker.com/get-docker/)",
        ko: "응답하는 Docker 엔진이 없습니다. Docker를 시작하면 이 화면이 저절로 복구됩니다.\n[엔진 선택…](command:dockwright.engines.use)\n[Docker 설치](https://docs.docker.com/get-docker/)",
      },
    },
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == denied",
      contents: {
        en: "You have no permission to use the Docker engine. Join the docker group (sudo usermod -aG docker $USER) and log in again, or use rootless Docker.\n[Choose Engine…](command:dockwright.engines.use)",
        ko: "Docker 엔진을 사용할 권한이 없습니다. docker 그룹에 가입하고(sudo usermod -aG docker $USER) 다시 로그인하거나 rootless Docker를 사용하세요.\n[엔진 선택…](command:dockwright.engines.use)",
      },
    },
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == wrongTls || dockwright.engineState == tooOld",
      contents: {
        en: "The Docker engine cannot be used: its TLS certificates do not fit, or it is too old. The Engines view says more.\n[Choose Engine…](command:dockwright.engines.use)",
        ko: "Docker 엔진을 사용할 수 없습니다. TLS 인증서가 맞지 않거나 엔진이 너무 오래되었습니다. 엔진 보기에서 자세한 내용을 확인하세요.\n[엔진 선택…](command:dockwright.engines.use)",
      },
    },
  ],
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
