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
  section: "engines",
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
    "dockwright.guardedEngines": {
      type: "array",
      default: [],
      scope: "machine",
      schema: { items: { type: "string" }, uniqueItems: true },
      description: {
        en: "Guarded engines, such as those in production: names of Docker contexts or addresses; `*` stands for any text. Before something is removed there, the engine's name must be typed; stopping, restarting, pausing and signals are asked about.",
        ko: "보호할 엔진입니다(예: 운영 환경): Docker 컨텍스트의 이름 또는 주소이며, `*`는 아무 문자열이나 뜻합니다. 이 엔진에서는 제거하기 전에 엔진 이름을 입력해야 하고, 중지·재시작·일시 정지·시그널도 먼저 확인합니다.",
      },
    },
  },
  commands: [
    {
      id: "dockwright.engines.guard",
      title: { en: "Guard This Engine", ko: "이 엔진 보호" },
      icon: "$(lock)",
      menus: [...onRows("engines", "^engine\\.(used|other)\\.(?!.*guarded)", "3_guard@1")],
    },
    {
      id: "dockwright.engines.stopGuarding",
      title: { en: "Stop Guarding", ko: "보호 해제" },
      icon: "$(unlock)",
      menus: [...onRows("engines", "^engine\\..*\\.guarded$", "3_guard@1")],
    },
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
      menus: [
        ...onRows(
          "engines",
          "^engine\\.other\\.context(\\.open)?(\\.guarded)?$",
          "9_destructive@1",
        ),
      ],
    },
  ],
};
