// What belongs to no single noun: the view container, general settings and commands.
import { copyOfContainer } from "./container-menu.ts";
import { copyOfImage } from "./images.ts";
import type { ManifestPart } from "./part.ts";
import { inTitle, letter, onRows } from "./places.ts";

const lists = ["projects", "containers", "images", "volumes", "networks"] as const;

const rowsOfObjects = [
  ["volumes", "^volume$"],
  ["networks", "^network\\."],
  ["engines", "^(volume$|network\\.)"],
] as const;

/** What a letter key does in the Projects and the Engines view depends on the row; see commands/views/on-row.ts. */
const keysOfRows = [
  ["u", "up"],
  ["s", "stop"],
  ["r", "restart"],
  ["p", "pause"],
  ["d", "remove"],
  ["m", "logs"],
  ["a", "attach"],
  ["shift+e", "shell"],
  ["w", "browse"],
] as const;

const names = {
  projects: { en: "Projects", ko: "프로젝트" },
  containers: { en: "Containers", ko: "컨테이너" },
  images: { en: "Images", ko: "이미지" },
  volumes: { en: "Volumes", ko: "볼륨" },
  networks: { en: "Networks", ko: "네트워크" },
};

export const general: ManifestPart = {
  // The first click on the icon is not to wait for the extension; what is heavy is loaded later.
  activationEvents: ["onStartupFinished"],
  capabilities: {
    untrustedWorkspaces: {
      supported: "limited",
      description: {
        en: "Dockerfiles and Compose files are checked in any workspace. Engines, builds, Compose and other programs are used only in trusted ones.",
        ko: "Dockerfile과 Compose 파일은 어느 작업 영역에서나 검사합니다. 엔진, 빌드, Compose와 그 밖의 프로그램은 신뢰하는 작업 영역에서만 사용합니다.",
      },
    },
    virtualWorkspaces: {
      supported: false,
      description: {
        en: "Builds, Compose and file checks need folders on disk.",
        ko: "빌드와 Compose, 파일 검사에는 디스크에 있는 폴더가 필요합니다.",
      },
    },
  },
  contributes: {
    viewsContainers: {
      activitybar: [{ id: "dockwright", title: "Docker", icon: "media/docker.svg" }],
    },
  },
  section: "panel",
  settings: {
    "dockwright.keys.enabled": {
      type: "boolean",
      default: true,
      description: {
        en: "Use single-letter keys in the views: s stop, r restart, p pause or unpause, d remove, a attach, m logs, Shift+E shell, w browser, e show or hide stopped containers, / filter, b commands for all, c custom commands; u up in Projects.",
        ko: "보기에서 글자 하나로 된 단축키를 사용합니다: s 중지, r 재시작, p 일시 정지 또는 해제, d 제거, a 연결, m 로그, Shift+E 셸, w 브라우저, e 멈춘 컨테이너 표시 전환, / 필터, b 일괄 작업, c 사용자 명령, 프로젝트 보기의 u 실행(up).",
      },
    },
  },
  commands: [
    {
      id: "dockwright.views.refresh",
      title: { en: "Refresh", ko: "새로 고침" },
      icon: "$(refresh)",
      menus: [...lists, "registries", "engines"].map((view) => inTitle(view, "navigation@9")),
    },
    ...lists.map((view) => ({
      id: `dockwright.views.filter.${view}` as const,
      title: { en: `Filter ${names[view].en}…`, ko: `${names[view].ko} 필터…` },
      icon: "$(search)",
      menus: [inTitle(view, "navigation@2")],
      keys: [letter(view, "/", { forRows: false })],
    })),
    ...lists.map((view) => ({
      id: `dockwright.views.clearFilter.${view}` as const,
      title: { en: `Clear ${names[view].en} Filter`, ko: `${names[view].ko} 필터 해제` },
      icon: "$(search-stop)",
      menus: [inTitle(view, "navigation@3", `dockwright.${view}.filtered`)],
    })),
    {
      id: "dockwright.views.bulk",
      title: { en: "Commands for All…", ko: "일괄 작업…" },
      keys: ["containers", "images", "volumes", "networks"].map((view) =>
        letter(view, "b", { forRows: false, view }),
      ),
    },
    {
      id: "dockwright.views.onRow",
      title: { en: "Act on the Row", ko: "행에 실행" },
      palette: false,
      keys: ["projects", "engines"].flatMap((view) =>
        keysOfRows.map(([key, verb]) => letter(view, key, { verb })),
      ),
    },
    {
      id: "dockwright.views.toggleStopped",
      title: { en: "Show or Hide Stopped Containers", ko: "멈춘 컨테이너 표시 전환" },
      cli: "docker ps [-a]",
      menus: [inTitle("containers", "2_view@1")],
      keys: [letter("containers", "e", { forRows: false })],
    },
    {
      id: "dockwright.views.toggleWorkspace",
      title: {
        en: "Show All or Only This Workspace's Containers",
        ko: "이 작업 영역의 컨테이너만 표시 전환",
      },
      menus: [inTitle("containers", "2_view@2"), inTitle("projects", "2_view@2")],
    },
    {
      id: "dockwright.views.toggleDangling",
      title: { en: "Show or Hide Dangling Images", ko: "태그 없는 이미지 표시 전환" },
      menus: [inTitle("images", "2_view@1")],
    },
    {
      id: "dockwright.views.configure",
      title: { en: "Configure Views…", ko: "보기 설정…" },
      menus: lists.map((view) => inTitle(view, "2_view@9")),
    },
    {
      id: "dockwright.views.copyCommand",
      title: { en: "Copy Equivalent Command…", ko: "같은 일을 하는 명령 복사…" },
      menus: [
        ...[copyOfContainer, copyOfImage].map((menu) => ({ menu, group: "9_command@1" })),
        ...rowsOfObjects.flatMap(([view, pattern]) => onRows(view, pattern, "3_copy@9")),
      ],
    },
    {
      id: "dockwright.views.copyText",
      title: { en: "Copy", ko: "복사" },
      palette: false,
      menus: onRows([...lists, "engines"], "^(line|port|attachment|engineFact)$", "3_copy@1"),
    },
    {
      id: "dockwright.views.showLog",
      title: { en: "Show Docker Commands Run So Far", ko: "지금까지 실행한 docker 명령 보기" },
      menus: lists.map((view) => inTitle(view, "2_view@8")),
    },
  ],
};
