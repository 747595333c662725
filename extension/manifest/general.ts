// What belongs to no single noun: the view container, languages, general settings and commands.
import type { ManifestPart } from "./part.ts";

export const general: ManifestPart = {
  contributes: {
    viewsContainers: {
      activitybar: [{ id: "dockwright", title: "Docker", icon: "media/docker.svg" }],
    },
  },
};
