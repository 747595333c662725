// Volumes: their view, verbs and menus.
import { listLines } from "../views/list-lines.ts";
import type { ManifestPart } from "./part.ts";
import { inTitle, letter, onRows, withEngines } from "./places.ts";
import { listSettings } from "./view-settings.ts";

const rows = withEngines("volumes");
/** All volumes of an engine that is not in use. */
const folder = "^folder\\.volumes$";

export const volumes: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.volumes",
        name: { en: "Volumes", ko: "볼륨" },
        cli: listLines.volumes,
        icon: "media/docker.svg",
        visibility: "collapsed",
      },
    ],
  },
  welcome: [
    {
      view: "dockwright.volumes",
      when: "dockwright.engineState == connected",
      contents: {
        en: "No volumes yet. A volume keeps the data that containers write, even after they are removed.\n[Create Volume…](command:dockwright.volumes.create)",
        ko: "아직 볼륨이 없습니다. 볼륨은 컨테이너를 제거해도 컨테이너가 저장한 데이터를 보존합니다.\n[볼륨 생성…](command:dockwright.volumes.create)",
      },
    },
  ],
  section: "panel",
  settings: {
    ...listSettings("volumes", {
      ko: "볼륨을",
      groupBy: ["none", "driver", "project"],

      sortBy: ["name", "driver", "created", "size"],
      fields: ["name", "driver", "mountpoint", "project", "created", "usedBy", "size"],
      label: ["name"],
      description: ["driver", "usedBy"],
    }),
  },
  commands: [
    {
      id: "dockwright.volumes.create",
      title: { en: "Create Volume…", ko: "볼륨 생성…" },
      cli: "docker volume create",
      icon: "$(add)",
      menus: [inTitle("volumes", "navigation@1"), ...onRows("engines", folder, "1_general@1", "1")],
    },
    {
      id: "dockwright.volumes.showSizes",
      title: { en: "Show Sizes", ko: "크기 보기" },
      cli: "docker system df -v",
      menus: [inTitle("volumes", "1_general@1")],
    },
    {
      id: "dockwright.volumes.inspect",
      title: { en: "Inspect Volume", ko: "볼륨 상세 정보" },
      cli: "docker volume inspect",
      menus: [...onRows(rows, "^volume$", "2_active@1")],
    },
    {
      id: "dockwright.volumes.backUp",
      title: { en: "Back Up Volume…", ko: "볼륨 백업…" },
      cli: "docker run --rm -v VOLUME:/volume -v $PWD:/backup busybox tar -cf /backup/… -C /volume .",
      menus: [...onRows(rows, "^volume$", "2_active@2")],
    },
    {
      id: "dockwright.volumes.restore",
      title: { en: "Restore Backup into Volume…", ko: "백업을 볼륨에 복원…" },
      cli: "docker run --rm -v VOLUME:/volume -v $PWD:/backup busybox tar -xf /backup/… -C /volume",
      menus: [...onRows(rows, "^volume$", "2_active@3")],
    },
    {
      id: "dockwright.volumes.clone",
      title: { en: "Clone Volume…", ko: "볼륨 복제…" },
      cli: "docker run --rm -v VOLUME:/from -v COPY:/into busybox cp -a /from/. /into/",
      menus: [...onRows(rows, "^volume$", "2_active@4")],
    },
    {
      id: "dockwright.volumes.copyName",
      title: { en: "Copy Volume Name", ko: "볼륨 이름 복사" },
      menus: [...onRows(rows, "^volume$", "3_copy@1")],
    },
    {
      id: "dockwright.volumes.remove",
      title: { en: "Remove Volume…", ko: "볼륨 제거…" },
      cli: "docker volume rm",
      keys: [letter("volumes", "d")],
      menus: [...onRows(rows, "^volume$", "9_destructive@1")],
    },
    {
      id: "dockwright.volumes.prune",
      title: { en: "Remove Unused Volumes…", ko: "사용하지 않는 볼륨 제거…" },
      cli: "docker volume prune",
      menus: [
        inTitle("volumes", "9_destructive@1"),
        ...onRows("engines", folder, "9_destructive@1"),
      ],
    },
  ],
};
