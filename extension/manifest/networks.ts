// Networks: their view, verbs and menus.
import { listLines } from "../views/list-lines.ts";
import type { ManifestPart } from "./part.ts";
import { inTitle, letter, onRows, withEngines } from "./places.ts";
import { listSettings } from "./view-settings.ts";

const rows = withEngines("networks");
/** All networks of an engine that is not in use. */
const folder = "^folder\\.networks$";

export const networks: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.networks",
        name: { en: "Networks", ko: "네트워크" },
        cli: listLines.networks,
        icon: "media/docker.svg",
        visibility: "collapsed",
      },
    ],
  },
  welcome: [
    {
      view: "dockwright.networks",
      when: "dockwright.engineState == connected",
      contents: {
        en: "No networks created yet. Containers on the same network can reach each other by name.\n[Create Network…](command:dockwright.networks.create)",
        ko: "만든 네트워크가 아직 없습니다. 같은 네트워크의 컨테이너는 이름으로 서로 연결할 수 있습니다.\n[네트워크 생성…](command:dockwright.networks.create)",
      },
    },
  ],
  section: "panel",
  settings: {
    ...listSettings("networks", {
      ko: "네트워크를",
      groupBy: ["none", "driver", "project"],

      sortBy: ["name", "driver", "created"],
      fields: ["name", "driver", "subnet", "project", "created", "usedBy"],
      label: ["name"],
      description: ["driver", "subnet", "usedBy"],
    }),
    "dockwright.networks.showBuiltIn": {
      type: "boolean",
      default: true,
      description: {
        en: "Show the engine's own networks (bridge, host, none).",
        ko: "엔진이 만든 네트워크(bridge, host, none)도 표시합니다.",
      },
    },
  },
  commands: [
    {
      id: "dockwright.networks.create",
      title: { en: "Create Network…", ko: "네트워크 생성…" },
      cli: "docker network create",
      icon: "$(add)",
      menus: [
        inTitle("networks", "navigation@1"),
        ...onRows("engines", folder, "1_general@1", "1"),
      ],
    },
    {
      id: "dockwright.networks.connect",
      title: { en: "Connect Container…", ko: "컨테이너 연결…" },
      cli: "docker network connect",
      menus: [...onRows(rows, "^network\\.", "1_general@1")],
    },
    {
      id: "dockwright.networks.disconnect",
      title: { en: "Disconnect Container…", ko: "컨테이너 연결 해제…" },
      cli: "docker network disconnect",
      menus: [
        ...onRows(rows, "^network\\.", "1_general@2"),
        ...onRows(rows, "^attachment$", "1_general@1"),
      ],
    },
    {
      id: "dockwright.networks.inspect",
      title: { en: "Inspect Network", ko: "네트워크 상세 정보" },
      cli: "docker network inspect",
      menus: [...onRows(rows, "^network\\.", "2_active@1")],
    },
    {
      id: "dockwright.networks.copyId",
      title: { en: "Copy Network ID", ko: "네트워크 ID 복사" },
      menus: [...onRows(rows, "^network\\.", "3_copy@1")],
    },
    {
      id: "dockwright.networks.remove",
      title: { en: "Remove Network…", ko: "네트워크 제거…" },
      cli: "docker network rm",
      keys: [letter("networks", "d")],
      menus: [...onRows(rows, "^network\\.own", "9_destructive@1")],
    },
    {
      id: "dockwright.networks.prune",
      title: { en: "Remove Unused Networks…", ko: "사용하지 않는 네트워크 제거…" },
      cli: "docker network prune",
      menus: [
        inTitle("networks", "9_destructive@1"),
        ...onRows("engines", folder, "9_destructive@1"),
      ],
    },
  ],
};
