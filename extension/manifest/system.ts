// The engine as a whole: disk usage and build cache.
import type { ManifestPart } from "./part.ts";
import { connected, inTitle, onRows } from "./places.ts";

export const system: ManifestPart = {
  commands: [
    {
      id: "dockwright.system.diskUsage",
      title: { en: "Show Disk Usage", ko: "디스크 사용량 보기" },
      cli: "docker system df -v",
      menus: [inTitle("engines", "1_general@1"), ...onRows("engines", connected, "2_active@4")],
    },
    {
      id: "dockwright.system.prune",
      title: { en: "Clean Up…", ko: "정리…" },
      cli: "docker system prune",
      icon: "$(clear-all)",
      menus: [
        inTitle("engines", "navigation@2"),
        inTitle("containers", "9_destructive@9"),
        ...onRows("engines", "^engine\\..*\\.open\\b", "9_destructive@2"),
      ],
    },
    {
      id: "dockwright.system.pruneBuildCache",
      title: { en: "Remove Build Cache…", ko: "빌드 캐시 제거…" },
      cli: "docker builder prune --all",
      menus: [inTitle("engines", "9_destructive@1")],
    },
  ],
};
