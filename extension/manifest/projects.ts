// Compose projects: their view, settings and tasks, and the menu of Compose files.
import { listLines } from "../views/list-lines.ts";
import type { ManifestPart } from "./part.ts";
import { ofFile, onComposeFile, projectCommands, projectSubmenus } from "./project-commands.ts";
import { serviceCommands } from "./service-commands.ts";

const list = (en: string, ko: string) => ({
  type: "array",
  items: { type: "string" },
  description: { en, ko },
});

export const projects: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.projects",
        name: { en: "Projects", ko: "프로젝트" },
        cli: listLines.projects,
        icon: "media/docker.svg",
      },
    ],
  },
  welcome: [
    {
      view: "dockwright.projects",
      when: "dockwright.noProjects && !dockwright.onlyWorkspace",
      contents: {
        en: "No Compose projects. Compose files in the workspace and projects running on the engine appear here.\n[Learn about Compose](https://docs.docker.com/compose/)",
        ko: "Compose 프로젝트가 없습니다. 작업 영역의 Compose 파일과 엔진에서 실행 중인 프로젝트가 여기에 나타납니다.\n[Compose 알아보기](https://docs.docker.com/compose/)",
      },
    },
    {
      view: "dockwright.projects",
      when: "dockwright.noProjects && dockwright.onlyWorkspace",
      contents: {
        en: "No Compose projects in this workspace. Projects from elsewhere are hidden.\n[Show All or Only This Workspace's Containers](command:dockwright.views.toggleWorkspace)",
        ko: "이 작업 영역에는 Compose 프로젝트가 없습니다. 다른 곳의 프로젝트는 숨겨져 있습니다.\n[이 작업 영역의 컨테이너만 표시 전환](command:dockwright.views.toggleWorkspace)",
      },
    },
  ],
  section: "compose",
  settings: {
    "dockwright.compose.path": {
      type: "string",
      default: "",
      scope: "machine",
      description: {
        en: "Path of the program that runs Compose projects: docker, docker-compose or podman. If empty, the first of docker compose, docker-compose and podman compose that answers.",
        ko: "Compose 프로젝트를 실행할 프로그램의 경로입니다(docker, docker-compose 또는 podman). 비워 두면 docker compose, docker-compose, podman compose 중 처음으로 응답하는 것을 사용합니다.",
      },
    },
  },
  submenus: [{ id: ofFile, label: { en: "Compose", ko: "Compose" } }, ...projectSubmenus.submenus],
  submenuPlaces: [
    ...["explorer/context", "editor/context", "editor/title/context"].map((menu) => ({
      submenu: ofFile,
      menu,
      when: onComposeFile,
      group: "dockwright@1",
    })),
    ...projectSubmenus.submenuPlaces,
  ],
  activationEvents: ["onTaskType:dockwright-compose"],
  contributes: {
    problemMatchers: [
      {
        name: "dockwright-compose-watch",
        label: { en: "Compose watch", ko: "Compose watch" },
        owner: "docker compose",
        source: "docker compose",
        // It finds no problems: a background task needs one that tells when it is ready.
        pattern: { regexp: "^(?!)(.*)$", file: 1, message: 1 },
        background: {
          activeOnStart: true,
          beginsPattern: "^(?!)$",
          endsPattern: "Watch enabled",
        },
      },
    ],
    taskDefinitions: [
      {
        type: "dockwright-compose",
        required: ["command"],
        properties: {
          command: {
            type: "string",
            enum: ["up", "down", "build", "run", "watch"],
            description: { en: "The Compose command to run.", ko: "실행할 Compose 명령입니다." },
          },
          files: list(
            "Compose files in order, relative to the workspace folder. If empty, Compose looks for them itself.",
            "작업 영역 폴더를 기준으로 한 Compose 파일을 순서대로 적습니다. 비워 두면 Compose가 찾습니다.",
          ),
          projectDirectory: {
            type: "string",
            description: {
              en: "The folder that relative paths in the files start from; by default that of the first file.",
              ko: "파일 안의 상대 경로의 기준이 되는 폴더입니다. 기본값은 첫 번째 파일의 폴더입니다.",
            },
          },
          services: list(
            "The services; if empty, all of them.",
            "대상 서비스입니다. 비워 두면 전체입니다.",
          ),
          profiles: list("Profiles to enable.", "사용할 프로필입니다."),
          envFiles: list("Env files instead of .env.", ".env 대신 사용할 환경 파일입니다."),
          projectName: {
            type: "string",
            description: { en: "The project's name.", ko: "프로젝트 이름입니다." },
          },
          detach: {
            type: "boolean",
            default: true,
            description: { en: "up: run in the background.", ko: "up: 백그라운드에서 실행합니다." },
          },
          build: {
            type: "boolean",
            description: { en: "up: build images first.", ko: "up: 먼저 이미지를 빌드합니다." },
          },
          removeVolumes: {
            type: "boolean",
            description: {
              en: "down: also remove the volumes, with all data in them.",
              ko: "down: 볼륨과 그 안의 모든 데이터도 제거합니다.",
            },
          },
          args: list(
            "Further arguments, such as the command of a one-off run.",
            "추가 인자입니다. 예: 일회성 실행의 명령.",
          ),
        },
      },
    ],
  },
  commands: [...projectCommands, ...serviceCommands],
};
