// Compose projects: their verbs, and the menus of their rows and files.
import type { CommandEntry } from "./part.ts";
import { commandsOf, submenusOf, type Verb } from "./verbs.ts";

const any = "^project\\.";
const made = "^project\\.\\w+\\.(running|partly|stopped)";
const live = "^project\\.\\w+\\.(running|partly)";

const views = ["projects"];

/** The menus that projects and services share. */
export const halting = "dockwright.project.halting";
export const looking = "dockwright.project.looking";
export const imaging = "dockwright.project.images";

/** The menu of a Compose file. */
export const ofFile = "dockwright.compose";
/** A Compose file in an editor or the explorer. */
export const onComposeFile =
  "resourceScheme == file && (resourceLangId == dockercompose || resourceFilename =~ /compose.*\\.ya?ml$/)";

export const projectSubmenus = submenusOf(views, {
  [halting]: {
    en: "Pause and Kill",
    ko: "일시 정지와 강제 종료",
    rows: "^(project|service)\\.\\w+\\.(running|partly)",
    at: "1_general@8",
  },
  [looking]: {
    en: "Show",
    ko: "보기",
    rows: "^(project\\.|service\\.\\w+\\.(running|partly))",
    at: "2_active@8",
  },
  [imaging]: { en: "Images", ko: "이미지", rows: "^(project|service)\\.", at: "4_images@1" },
});

/** In the submenu of Compose files, at this place. */
const inFile = (group: string) => ({ menu: ofFile, group });

const verbs: Readonly<Record<string, Verb>> = {
  up: {
    en: "Compose Up",
    ko: "프로젝트 실행(up)",
    cli: "up -d",
    rows: any,
    at: "1_general@1",
    icon: "play",
    inline: "1",
    menus: [inFile("1_up@1"), { menu: "editor/title", when: onComposeFile, group: "navigation@5" }],
  },
  upWith: {
    en: "Compose Up with Options…",
    ko: "옵션을 골라 프로젝트 실행(up)…",
    cli: "up",
    rows: any,
    at: "1_general@2",
    menus: [inFile("1_up@2")],
  },
  start: { en: "Start Project", ko: "프로젝트 시작", cli: "start", rows: made, at: "1_general@3" },
  stop: {
    en: "Stop Project",
    ko: "프로젝트 중지",
    cli: "stop",
    rows: live,
    at: "1_general@4",
    icon: "debug-stop",
    inline: "2",
    menus: [inFile("1_up@3")],
  },
  restart: {
    en: "Restart Project",
    ko: "프로젝트 재시작",
    cli: "restart",
    rows: made,
    at: "1_general@5",
    menus: [inFile("1_up@4")],
  },
  pause: {
    en: "Pause Project",
    ko: "프로젝트 일시 정지",
    cli: "pause",
    rows: live,
    submenu: halting,
    at: "1_pause@1",
  },
  unpause: {
    en: "Unpause Project",
    ko: "프로젝트 일시 정지 해제",
    cli: "unpause",
    rows: live,
    submenu: halting,
    at: "1_pause@2",
  },
  kill: {
    en: "Kill Project…",
    ko: "프로젝트 강제 종료…",
    cli: "kill",
    rows: live,
    submenu: halting,
    at: "2_kill@1",
  },
  logs: {
    en: "View Project Logs",
    ko: "프로젝트 로그 보기",
    cli: "logs -f",
    rows: made,
    at: "2_active@1",
    icon: "output",
    inline: "3",
    menus: [inFile("2_look@1")],
  },
  graph: {
    en: "Show Service Graph",
    ko: "서비스 그래프 보기",
    rows: any,
    at: "2_active@2",
    icon: "type-hierarchy",
    menus: [inFile("2_look@3")],
  },
  watch: {
    en: "Watch Project Files",
    ko: "프로젝트의 파일 변경을 감시하여 반영(watch)",
    cli: "watch",
    rows: any,
    at: "2_active@3",
    menus: [inFile("4_images@4")],
  },
  ps: {
    en: "List Project Containers",
    ko: "프로젝트의 컨테이너 목록",
    cli: "ps -a",
    rows: made,
    submenu: looking,
    at: "1_look@1",
  },
  top: {
    en: "Show Project Processes",
    ko: "프로젝트의 프로세스 보기",
    cli: "top",
    rows: live,
    submenu: looking,
    at: "1_look@2",
  },
  port: {
    en: "Show Project Ports",
    ko: "프로젝트의 포트 보기",
    cli: "port",
    rows: live,
    submenu: looking,
    at: "1_look@3",
  },
  events: {
    en: "Follow Project Events",
    ko: "프로젝트 이벤트 보기",
    cli: "events",
    rows: made,
    submenu: looking,
    at: "1_look@4",
  },
  copyMermaid: {
    en: "Copy Graph as Mermaid",
    ko: "그래프를 Mermaid로 복사",
    rows: any,
    submenu: looking,
    at: "2_copy@1",
  },
  configure: {
    en: "Choose Files and Profiles…",
    ko: "파일과 프로필 선택…",
    cli: "-f … --profile … --env-file … -p … --project-directory …",
    rows: any,
    at: "3_files@1",
    menus: [inFile("3_files@1")],
  },
  config: {
    en: "Show Effective Configuration",
    ko: "최종 구성 보기",
    cli: "config",
    rows: any,
    at: "3_files@2",
    menus: [inFile("2_look@2")],
  },
  openDefinition: {
    en: "Open Compose File",
    ko: "Compose 파일 열기",
    rows: "^project\\.defined",
    at: "3_files@3",
  },
  build: {
    en: "Build Project Images",
    ko: "프로젝트 이미지 빌드",
    cli: "build",
    rows: any,
    submenu: imaging,
    at: "1_images@1",
    menus: [inFile("4_images@1")],
  },
  pull: {
    en: "Pull Project Images",
    ko: "프로젝트 이미지 가져오기",
    cli: "pull",
    rows: any,
    submenu: imaging,
    at: "1_images@2",
    menus: [inFile("4_images@2")],
  },
  push: {
    en: "Push Project Images",
    ko: "프로젝트 이미지 푸시",
    cli: "push",
    rows: any,
    submenu: imaging,
    at: "1_images@3",
  },
  removeStopped: {
    en: "Remove Stopped Project Containers…",
    ko: "프로젝트의 멈춘 컨테이너 제거…",
    cli: "rm",
    rows: made,
    at: "9_destructive@1",
  },
  down: {
    en: "Compose Down…",
    ko: "프로젝트 내리기(down)…",
    cli: "down",
    rows: made,
    at: "9_destructive@2",
    menus: [inFile("9_down@1")],
  },
};

export const projectCommands: readonly CommandEntry[] = commandsOf(
  { noun: "projects", views, line: "docker compose" },
  verbs,
);
