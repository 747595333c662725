// Compose projects: their view, verbs, menus and settings.
import type { CommandEntry, ManifestPart, MenuPlace, Text } from "./part.ts";
import { onRows } from "./places.ts";

const any = "^project\\.";
const made = "^project\\.\\w+\\.(running|partly|stopped)";
const live = "^project\\.\\w+\\.(running|partly)";
const service = "^service\\.";
const serviceMade = "^service\\.\\w+\\.(running|partly|stopped)";
const serviceLive = "^service\\.\\w+\\.(running|partly)";
const serviceDefined = "^service\\.(defined|off)";

/** A Compose file in an editor or the explorer. */
const onFile =
  "resourceScheme == file && (resourceLangId == dockercompose || resourceFilename =~ /compose.*\\.ya?ml$/)";

type More = Pick<CommandEntry, "icon" | "menus"> & {
  /** A button on the row as well, at this place. */
  readonly inline?: string;
  /** In the submenu of Compose files, at this place. */
  readonly file?: string;
};

function entry(
  id: CommandEntry["id"],
  title: Text,
  cli: string,
  pattern: string,
  group: string,
  { inline, file, icon, menus = [] }: More = {},
): CommandEntry {
  const places: MenuPlace[] = [
    ...onRows("projects", pattern, group, inline),
    ...(file ? [{ menu: "dockwright.compose", group: file }] : []),
    ...menus,
  ];
  return {
    id,
    title,
    ...(cli && { cli: `docker compose ${cli}` }),
    ...(icon && { icon }),
    menus: places,
  };
}

const project = (
  verb: string,
  en: string,
  ko: string,
  cli: string,
  pattern: string,
  group: string,
  more: More = {},
) => entry(`dockwright.projects.${verb}`, { en, ko }, cli, pattern, group, more);

const ofService = (
  verb: string,
  en: string,
  ko: string,
  cli: string,
  pattern: string,
  group: string,
  more: More = {},
) => entry(`dockwright.services.${verb}`, { en, ko }, cli, pattern, group, more);

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
  settings: {
    "dockwright.compose.path": {
      type: "string",
      default: "",
      scope: "machine",
      description: {
        en: "Path of the program that runs Compose projects: docker, docker-compose or podman. Empty: the first of docker compose, docker-compose and podman compose that answers.",
        ko: "Compose 프로젝트를 실행할 프로그램의 경로입니다(docker, docker-compose 또는 podman). 비워 두면 docker compose, docker-compose, podman compose 중 처음으로 응답하는 것을 사용합니다.",
      },
    },
  },
  submenus: [{ id: "dockwright.compose", label: { en: "Compose", ko: "Compose" } }],
  submenuPlaces: [
    {
      submenu: "dockwright.compose",
      menu: "explorer/context",
      when: onFile,
      group: "dockwright@1",
    },
    { submenu: "dockwright.compose", menu: "editor/context", when: onFile, group: "dockwright@1" },
    {
      submenu: "dockwright.compose",
      menu: "editor/title/context",
      when: onFile,
      group: "dockwright@1",
    },
  ],
  activationEvents: ["onTaskType:dockwright-compose"],
  contributes: {
    taskDefinitions: [
      {
        type: "dockwright-compose",
        required: ["command"],
        properties: {
          command: {
            type: "string",
            enum: ["up", "down", "build", "run", "watch"],
            description: { en: "What Compose does.", ko: "Compose가 할 일입니다." },
          },
          files: list(
            "Compose files in order, relative to the workspace folder. None: as Compose finds them.",
            "작업 영역 폴더를 기준으로 한 Compose 파일을 순서대로 적습니다. 없으면 Compose가 찾습니다.",
          ),
          services: list("The services; none: all.", "대상 서비스입니다. 없으면 전체입니다."),
          profiles: list("Profiles to switch on.", "켤 프로필입니다."),
          envFiles: list("Env files instead of .env.", ".env 대신 사용할 환경 파일입니다."),
          projectName: {
            type: "string",
            description: { en: "The project's name.", ko: "프로젝트 이름입니다." },
          },
          detach: {
            type: "boolean",
            default: true,
            description: { en: "up: in the background.", ko: "up: 백그라운드에서 실행합니다." },
          },
          build: {
            type: "boolean",
            description: { en: "up: builds images first.", ko: "up: 먼저 이미지를 빌드합니다." },
          },
          removeVolumes: {
            type: "boolean",
            description: {
              en: "down: removes the volumes, with all data in them.",
              ko: "down: 볼륨과 그 안의 모든 데이터를 제거합니다.",
            },
          },
          args: list(
            "Further arguments, such as the command of a one-off run.",
            "추가 인수입니다. 예: 일회성 실행의 명령.",
          ),
        },
      },
    ],
  },
  commands: [
    project("up", "Compose Up", "프로젝트 실행(up)", "up -d", any, "1_general@1", {
      icon: "$(play)",
      inline: "1",
      file: "1_up@1",
      menus: [{ menu: "editor/title", when: onFile, group: "navigation@5" }],
    }),
    project(
      "upWith",
      "Compose Up with Options…",
      "옵션을 골라 프로젝트 실행(up)…",
      "up",
      any,
      "1_general@2",
      { file: "1_up@2" },
    ),
    project("down", "Compose Down…", "프로젝트 내리기(down)…", "down", made, "9_destructive@2", {
      file: "9_down@1",
    }),
    project("start", "Start Project", "프로젝트 시작", "start", made, "1_general@3"),
    project("stop", "Stop Project", "프로젝트 중지", "stop", live, "1_general@4", {
      icon: "$(debug-stop)",
      inline: "2",
      file: "1_up@3",
    }),
    project("restart", "Restart Project", "프로젝트 재시작", "restart", made, "1_general@5", {
      file: "1_up@4",
    }),
    project("pause", "Pause Project", "프로젝트 일시 정지", "pause", live, "1_general@6"),
    project(
      "unpause",
      "Unpause Project",
      "프로젝트 일시 정지 해제",
      "unpause",
      live,
      "1_general@7",
    ),
    project("kill", "Kill Project…", "프로젝트 강제 종료…", "kill", live, "1_general@8"),
    project("logs", "View Project Logs", "프로젝트 로그 보기", "logs -f", made, "2_active@1", {
      icon: "$(output)",
      inline: "3",
      file: "2_look@1",
    }),
    project(
      "ps",
      "List Containers of Project",
      "프로젝트의 컨테이너 목록",
      "ps -a",
      made,
      "2_active@2",
    ),
    project(
      "top",
      "Show Processes of Project",
      "프로젝트의 프로세스 보기",
      "top",
      live,
      "2_active@3",
    ),
    project("port", "Show Ports of Project", "프로젝트의 포트 보기", "port", live, "2_active@4"),
    project(
      "events",
      "Follow Events of Project",
      "프로젝트 이벤트 보기",
      "events",
      made,
      "2_active@5",
    ),
    project(
      "config",
      "Show Effective Configuration",
      "최종 구성 보기",
      "config",
      any,
      "3_files@2",
      { file: "2_look@2" },
    ),
    project(
      "configure",
      "Choose Files and Profiles…",
      "파일과 프로필 선택…",
      "-f … --profile … --env-file … -p …",
      any,
      "3_files@1",
      { file: "3_files@1" },
    ),
    project(
      "openDefinition",
      "Open Compose File",
      "Compose 파일 열기",
      "",
      "^project\\.defined",
      "3_files@3",
    ),
    project("graph", "Show Graph of Services", "서비스 그래프 보기", "", any, "2_active@6", {
      icon: "$(type-hierarchy)",
      file: "2_look@3",
    }),
    project(
      "copyMermaid",
      "Copy Graph as Mermaid",
      "그래프를 Mermaid로 복사",
      "",
      any,
      "2_active@7",
    ),
    ofService(
      "openDefinition",
      "Go to Definition of Service",
      "서비스 정의로 이동",
      "",
      serviceDefined,
      "3_files@1",
    ),
    ofService(
      "showDifference",
      "Show Difference",
      "차이 보기",
      "",
      "(\\.drift|^difference)$",
      "3_files@2",
      { icon: "$(diff)", inline: "0" },
    ),
    project(
      "build",
      "Build Images of Project",
      "프로젝트 이미지 빌드",
      "build",
      any,
      "4_images@1",
      {
        file: "4_images@1",
      },
    ),
    project(
      "pull",
      "Pull Images of Project",
      "프로젝트 이미지 가져오기",
      "pull",
      any,
      "4_images@2",
      {
        file: "4_images@2",
      },
    ),
    project("push", "Push Images of Project", "프로젝트 이미지 올리기", "push", any, "4_images@3"),
    project(
      "watch",
      "Watch Files of Project",
      "파일 변경을 감시하여 반영(watch)",
      "watch",
      any,
      "4_images@4",
      { file: "4_images@4" },
    ),
    project(
      "removeStopped",
      "Remove Stopped Containers of Project…",
      "프로젝트의 멈춘 컨테이너 제거…",
      "rm",
      made,
      "9_destructive@1",
    ),
    ofService(
      "up",
      "Up Service",
      "서비스 실행(up)",
      "up -d SERVICE",
      serviceDefined,
      "1_general@1",
      {
        icon: "$(play)",
        inline: "1",
      },
    ),
    ofService(
      "recreate",
      "Recreate Service",
      "서비스 다시 만들기",
      "up -d --force-recreate SERVICE",
      serviceDefined,
      "1_general@2",
    ),
    ofService("start", "Start Service", "서비스 시작", "start SERVICE", serviceMade, "1_general@3"),
    ofService("stop", "Stop Service", "서비스 중지", "stop SERVICE", serviceLive, "1_general@4", {
      icon: "$(debug-stop)",
      inline: "2",
    }),
    ofService(
      "restart",
      "Restart Service",
      "서비스 재시작",
      "restart SERVICE",
      serviceMade,
      "1_general@5",
      { icon: "$(debug-restart)", inline: "3" },
    ),
    ofService(
      "pause",
      "Pause Service",
      "서비스 일시 정지",
      "pause SERVICE",
      serviceLive,
      "1_general@6",
    ),
    ofService(
      "unpause",
      "Unpause Service",
      "서비스 일시 정지 해제",
      "unpause SERVICE",
      serviceLive,
      "1_general@7",
    ),
    ofService(
      "kill",
      "Kill Service…",
      "서비스 강제 종료…",
      "kill SERVICE",
      serviceLive,
      "1_general@8",
    ),
    ofService(
      "scale",
      "Scale Service…",
      "서비스 개수 조절…",
      "up -d --scale SERVICE=N",
      serviceDefined,
      "1_general@9",
    ),
    ofService(
      "logs",
      "View Service Logs",
      "서비스 로그 보기",
      "logs -f SERVICE",
      serviceMade,
      "2_active@1",
    ),
    ofService(
      "exec",
      "Open Shell in Service",
      "서비스에서 셸 열기",
      "exec SERVICE sh",
      serviceLive,
      "2_active@2",
    ),
    ofService(
      "run",
      "Run One-off Command…",
      "일회성 명령 실행…",
      "run --rm SERVICE",
      serviceDefined,
      "2_active@3",
    ),
    ofService("cp", "Copy Files of Service…", "서비스 파일 복사…", "cp", serviceMade, "2_active@4"),
    ofService(
      "build",
      "Build Service",
      "서비스 이미지 빌드",
      "build SERVICE",
      serviceDefined,
      "4_images@1",
    ),
    ofService(
      "push",
      "Push Image of Service",
      "서비스 이미지 올리기",
      "push SERVICE",
      serviceDefined,
      "4_images@3",
    ),
    ofService(
      "watch",
      "Watch Files of Service",
      "서비스의 파일 변경을 감시하여 반영(watch)",
      "watch SERVICE",
      serviceDefined,
      "4_images@4",
    ),
    ofService(
      "top",
      "Show Processes of Service",
      "서비스의 프로세스 보기",
      "top SERVICE",
      serviceLive,
      "2_active@5",
    ),
    ofService(
      "port",
      "Show Ports of Service",
      "서비스의 포트 보기",
      "port SERVICE",
      serviceLive,
      "2_active@6",
    ),
    ofService(
      "removeStopped",
      "Remove Stopped Containers of Service…",
      "서비스의 멈춘 컨테이너 제거…",
      "rm SERVICE",
      serviceMade,
      "9_destructive@1",
    ),
    ofService(
      "pull",
      "Pull Image of Service",
      "서비스 이미지 가져오기",
      "pull SERVICE",
      service,
      "4_images@2",
    ),
  ],
};
