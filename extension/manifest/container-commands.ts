// Containers: their verbs, and the menu of their rows. They stand in the Projects view, too.
import { containerLifecycle, onGroups } from "./container-lifecycle.ts";
import {
  any,
  change,
  checked,
  copyOfContainer,
  down,
  files,
  network,
  running,
  up,
  views,
} from "./container-menu.ts";
import type { CommandEntry } from "./part.ts";
import { inTitle, onRows } from "./places.ts";
import { commandsOf, type Verb } from "./verbs.ts";

const looking: Readonly<Record<string, Verb>> = {
  logs: {
    en: "View Logs",
    ko: "로그 보기",
    cli: "logs --follow",
    rows: any,
    at: "2_active@1",
    key: "m",
    menus: onGroups("2_active@1"),
  },
  openShell: {
    en: "Open Shell",
    ko: "셸 열기",
    cli: "exec -it",
    rows: running,
    at: "2_active@2",
    inline: "2",
    icon: "terminal",
    key: "shift+e",
  },
  openShellAs: {
    en: "Open Shell As…",
    ko: "사용자와 디렉터리를 정해 셸 열기…",
    cli: "exec -it --user --workdir",
    rows: running,
    at: "2_active@3",
  },
  debugShell: {
    en: "Open Debug Shell…",
    ko: "디버그 셸 열기…",
    cli: "run --rm -it --pid container:… --network container:…",
    rows: running,
    at: "2_active@4",
  },
  exec: { en: "Run Command…", ko: "명령 실행…", cli: "exec", rows: running, at: "2_active@5" },
  attach: {
    en: "Attach",
    ko: "연결",
    cli: "attach",
    rows: running,
    at: "2_active@6",
    key: "a",
  },
  openInBrowser: {
    en: "Open in Browser",
    ko: "브라우저에서 열기",
    rows: "^container\\.running\\.ports",
    at: "2_active@7",
    icon: "globe",
    key: "w",
    menus: onRows(views, "^port$", "1_general@1", "1"),
  },
  inspect: { en: "Inspect", ko: "상세 정보", cli: "inspect", rows: any, at: "3_look@1" },
  stats: { en: "Show Stats", ko: "사용량 보기", cli: "stats", rows: up, at: "3_look@2" },
  statsOfAll: {
    en: "Show Stats of All Containers",
    ko: "모든 컨테이너의 사용량 보기",
    cli: "stats",
    menus: [
      inTitle("containers", "1_general@1"),
      ...onRows("engines", "^engine\\..*\\.open\\b", "3_objects@1"),
    ],
  },
  top: { en: "Show Processes", ko: "프로세스 보기", cli: "top", rows: up, at: "3_look@3" },
  runHealthCheck: {
    en: "Run the Health Check Now",
    ko: "지금 헬스체크 실행",
    cli: "exec",
    rows: checked,
    at: "3_look@4",
  },
  choose: {
    en: "Choose Container for a Task",
    ko: "작업에 사용할 컨테이너 선택",
    palette: false,
  },
  why: {
    en: "Why Did It Stop?",
    ko: "멈춘 이유 보기",
    cli: "inspect --format '{{json .State}}'",
    rows: down,
    at: "3_look@4",
  },
};

const changing: Readonly<Record<string, Verb>> = {
  copyTo: {
    en: "Copy Files to Container…",
    ko: "컨테이너로 파일 복사…",
    cli: "cp",
    rows: any,
    submenu: files,
    at: "1_copy@1",
  },
  copyFrom: {
    en: "Copy Files from Container…",
    ko: "컨테이너에서 파일 복사…",
    cli: "cp",
    rows: any,
    submenu: files,
    at: "1_copy@2",
  },
  diff: {
    en: "Show Changed Files",
    ko: "바뀐 파일 보기",
    cli: "diff",
    rows: any,
    submenu: files,
    at: "2_all@1",
  },
  export: {
    en: "Export Files…",
    ko: "파일 내보내기…",
    cli: "export -o",
    rows: any,
    submenu: files,
    at: "2_all@2",
  },
  port: {
    en: "Show Ports",
    ko: "포트 보기",
    cli: "port",
    rows: any,
    submenu: network,
    at: "1_look@1",
  },
  connect: {
    en: "Connect to Network…",
    ko: "네트워크에 연결…",
    cli: "network connect",
    rows: any,
    submenu: network,
    at: "2_change@1",
  },
  disconnect: {
    en: "Disconnect from Network…",
    ko: "네트워크 연결 해제…",
    cli: "network disconnect",
    rows: any,
    submenu: network,
    at: "2_change@2",
  },
  rename: {
    en: "Rename…",
    ko: "이름 바꾸기…",
    cli: "rename",
    rows: any,
    submenu: change,
    at: "1_change@1",
  },
  setLimits: {
    en: "Set Limits…",
    ko: "리소스 제한 설정…",
    cli: "update --memory --cpus",
    rows: any,
    submenu: change,
    at: "1_change@2",
  },
  setRestartPolicy: {
    en: "Set Restart Policy…",
    ko: "재시작 정책 설정…",
    cli: "update --restart",
    rows: any,
    submenu: change,
    at: "1_change@3",
  },
  commit: {
    en: "Commit to Image…",
    ko: "이미지로 저장…",
    cli: "commit",
    rows: any,
    submenu: change,
    at: "2_image@1",
  },
};

/** What goes to the clipboard, or to a new file. */
const copying = (
  [
    ["copyName", "Copy Name", "이름 복사"],
    ["copyId", "Copy ID", "ID 복사"],
    ["copyIp", "Copy IP Address", "IP 주소 복사"],
    ["copyRunLine", "Copy docker run Line", "docker run 명령 복사"],
    ["copyAsComposeService", "Copy as Compose Service", "Compose 서비스로 복사"],
    ["createComposeFile", "Create Compose File from Containers", "컨테이너로 Compose 파일 만들기"],
  ] as const
).map(([verb, en, ko], index): [string, Verb] => [
  verb,
  { en, ko, rows: any, submenu: copyOfContainer, at: `1_copy@${index + 1}` },
]);

export const containerCommands: readonly CommandEntry[] = commandsOf(
  { noun: "containers", views, line: "docker" },
  { ...containerLifecycle, ...looking, ...changing, ...Object.fromEntries(copying) },
);
