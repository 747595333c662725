// Registries: login and logout.
import type { ManifestPart } from "./part.ts";
import { inTitle } from "./places.ts";

export const registries: ManifestPart = {
  commands: [
    {
      id: "dockwright.registries.login",
      title: { en: "Log In to Registry…", ko: "레지스트리 로그인…" },
      cli: "docker login",
      menus: [inTitle("images", "3_registry@1")],
    },
    {
      id: "dockwright.registries.logout",
      title: { en: "Log Out of Registry…", ko: "레지스트리 로그아웃…" },
      cli: "docker logout",
      menus: [inTitle("images", "3_registry@2")],
    },
  ],
};
