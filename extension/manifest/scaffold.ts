// Add Dockerfile… and its kin.
import type { ManifestPart } from "./part.ts";

export const scaffold: ManifestPart = {
  commands: [
    {
      id: "dockwright.scaffold.addDockerfile",
      title: { en: "Add Dockerfile…", ko: "Dockerfile 추가…" },
      icon: "$(new-file)",
      menus: [
        { menu: "explorer/context", when: "explorerResourceIsFolder", group: "dockwright@3" },
      ],
    },
  ],
};
