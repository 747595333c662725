// Engines and Docker contexts: their view, verbs and settings.
import { listLines } from "../views/list-lines.ts";
import type { ManifestPart } from "./part.ts";
import { connected, inTitle, onRows } from "./places.ts";

export const engines: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.engines",
        name: { en: "Engines", ko: "엔진" },
        cli: listLines.engines,
        icon: "media/docker.svg",
        visibility: "collapsed",
      },
    ],
  },
  settings: {
    "dockwright.endpoint": {
      type: "string",
      default: "",
      scope: "machine",
      description: {
        en: "The engine to use: an address (`unix:///var/run/docker.sock`, `tcp://…`, `ssh://…`) or the name of a Docker context. If empty, the one that the docker command line uses.",
        ko: "사용할 엔진입니다: 주소(`unix:///var/run/docker.sock`, `tcp://…`, `ssh://…`) 또는 Docker 컨텍스트의 이름. 비워 두면 docker 명령줄과 같은 엔진을 사용합니다.",
      },
    },
  },
  commands: [
    {
      id: "dockwright.engines.use",
      title: { en: "Use Engine…", ko: "엔진 사용…" },
      cli: "docker context use",
      icon: "$(check)",
      menus: [...onRows("engines", "^engine\\.other", "1_general@1", "1")],
    },
    {
      id: "dockwright.engines.inspect",
      title: { en: "Inspect Docker Context", ko: "Docker 컨텍스트 상세 정보" },
      cli: "docker context inspect",
      menus: [...onRows("engines", "^engine\\..*\\.context", "2_active@1")],
    },
    {
      id: "dockwright.engines.info",
      title: { en: "Engine Info", ko: "엔진 정보" },
      cli: "docker info",
      menus: [...onRows("engines", connected, "2_active@2")],
    },
    {
      id: "dockwright.engines.events",
      title: { en: "Show Events", ko: "이벤트 보기" },
      cli: "docker events --since 1h",
      icon: "$(pulse)",
      menus: [...onRows("engines", connected, "2_active@3"), inTitle("engines", "navigation@2")],
    },
    {
      id: "dockwright.engines.create",
      title: { en: "Create Docker Context…", ko: "Docker 컨텍스트 생성…" },
      cli: "docker context create",
      icon: "$(add)",
      menus: [inTitle("engines", "navigation@1")],
    },
    {
      id: "dockwright.engines.remove",
      title: { en: "Remove Docker Context…", ko: "Docker 컨텍스트 제거…" },
      cli: "docker context rm",
      menus: [...onRows("engines", "^engine\\.other\\.context(\\.open)?$", "9_destructive@1")],
    },
  ],
};
