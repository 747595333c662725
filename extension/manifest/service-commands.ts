// The services of Compose projects: their verbs, and the menu of their rows.
import type { CommandEntry } from "./part.ts";
import { halting, imaging, looking } from "./project-commands.ts";
import { commandsOf, type Verb } from "./verbs.ts";

const any = "^service\\.";
const made = "^service\\.\\w+\\.(running|partly|stopped)";
const live = "^service\\.\\w+\\.(running|partly)";
const defined = "^service\\.(defined|off)";

const verbs: Readonly<Record<string, Verb>> = {
  up: {
    en: "Compose Up Service",
    ko: "서비스 실행(up)",
    cli: "up -d SERVICE",
    rows: defined,
    at: "1_general@1",
    icon: "play",
    inline: "1",
  },
  recreate: {
    en: "Recreate Service",
    ko: "서비스 다시 만들기",
    cli: "up -d --force-recreate SERVICE",
    rows: defined,
    at: "1_general@2",
  },
  start: {
    en: "Start Service",
    ko: "서비스 시작",
    cli: "start SERVICE",
    rows: made,
    at: "1_general@3",
  },
  stop: {
    en: "Stop Service",
    ko: "서비스 중지",
    cli: "stop SERVICE",
    rows: live,
    at: "1_general@4",
    icon: "debug-stop",
    inline: "2",
  },
  restart: {
    en: "Restart Service",
    ko: "서비스 재시작",
    cli: "restart SERVICE",
    rows: made,
    at: "1_general@5",
    icon: "debug-restart",
    inline: "3",
  },
  scale: {
    en: "Scale Service…",
    ko: "서비스 개수 조절…",
    cli: "up -d --scale SERVICE=N",
    rows: defined,
    at: "1_general@6",
  },
  pause: {
    en: "Pause Service",
    ko: "서비스 일시 정지",
    cli: "pause SERVICE",
    rows: live,
    submenu: halting,
    at: "1_pause@1",
  },
  unpause: {
    en: "Unpause Service",
    ko: "서비스 일시 정지 해제",
    cli: "unpause SERVICE",
    rows: live,
    submenu: halting,
    at: "1_pause@2",
  },
  kill: {
    en: "Kill Service…",
    ko: "서비스 강제 종료…",
    cli: "kill SERVICE",
    rows: live,
    submenu: halting,
    at: "2_kill@1",
  },
  logs: {
    en: "View Service Logs",
    ko: "서비스 로그 보기",
    cli: "logs -f SERVICE",
    rows: made,
    at: "2_active@1",
  },
  exec: {
    en: "Open Shell in Service",
    ko: "서비스에서 셸 열기",
    cli: "exec SERVICE sh",
    rows: live,
    at: "2_active@2",
  },
  run: {
    en: "Run One-off Command…",
    ko: "일회성 명령 실행…",
    cli: "run --rm SERVICE",
    rows: defined,
    at: "2_active@3",
  },
  watch: {
    en: "Watch Service Files",
    ko: "서비스의 파일 변경을 감시하여 반영(watch)",
    cli: "watch SERVICE",
    rows: defined,
    at: "2_active@4",
  },
  cp: {
    en: "Copy Service Files…",
    ko: "서비스 파일 복사…",
    cli: "cp",
    rows: made,
    at: "2_active@5",
  },
  top: {
    en: "Show Service Processes",
    ko: "서비스의 프로세스 보기",
    cli: "top SERVICE",
    rows: live,
    submenu: looking,
    at: "1_look@1",
  },
  port: {
    en: "Show Service Ports",
    ko: "서비스의 포트 보기",
    cli: "port SERVICE",
    rows: live,
    submenu: looking,
    at: "1_look@2",
  },
  openDefinition: {
    en: "Go to Service Definition",
    ko: "서비스 정의로 이동",
    rows: defined,
    at: "3_files@1",
  },
  showDifference: {
    en: "Show Differences",
    ko: "차이점 보기",
    rows: "(\\.drift|^difference)$",
    at: "3_files@2",
    icon: "diff",
    inline: "0",
  },
  build: {
    en: "Build Service Image",
    ko: "서비스 이미지 빌드",
    cli: "build SERVICE",
    rows: defined,
    submenu: imaging,
    at: "1_images@1",
  },
  pull: {
    en: "Pull Service Image",
    ko: "서비스 이미지 가져오기",
    cli: "pull SERVICE",
    rows: any,
    submenu: imaging,
    at: "1_images@2",
  },
  push: {
    en: "Push Service Image",
    ko: "서비스 이미지 푸시",
    cli: "push SERVICE",
    rows: defined,
    submenu: imaging,
    at: "1_images@3",
  },
  removeStopped: {
    en: "Remove Stopped Service Containers…",
    ko: "서비스의 멈춘 컨테이너 제거…",
    cli: "rm SERVICE",
    rows: made,
    at: "9_destructive@1",
  },
};

export const serviceCommands: readonly CommandEntry[] = commandsOf(
  { noun: "services", views: ["projects"], line: "docker compose" },
  verbs,
);
