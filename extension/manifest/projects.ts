// Compose projects: their view and verbs.
import type { ManifestPart } from "./part.ts";

export const projects: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.projects",
        name: { en: "Projects", ko: "프로젝트" },
        icon: "media/docker.svg",
      },
    ],
  },
  welcome: [
    {
      view: "dockwright.projects",
      when: "dockwright.engineState == connected",
      contents: {
        en: "No Compose projects. A compose.yaml in the workspace, or a project that runs on the engine, appears here.\n[Learn about Compose](https://docs.docker.com/compose/)",
        ko: "Compose 프로젝트가 없습니다. 작업 영역에 compose.yaml이 있거나 엔진에서 프로젝트가 실행 중이면 여기에 나타납니다.\n[Compose 알아보기](https://docs.docker.com/compose/)",
      },
    },
  ],
};
