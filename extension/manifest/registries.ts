// Registries: their view, verbs and menus.
import type { ManifestPart } from "./part.ts";
import { inTitle, onRows } from "./places.ts";
import { commandsOf, type Verb } from "./verbs.ts";

const registry = "^registry\\.(in|out)";
const tag = "^tag";

const verbs: Readonly<Record<string, Verb>> = {
  login: {
    en: "Log In to Registry…",
    ko: "레지스트리 로그인…",
    cli: "login",
    icon: "sign-in",
    // Also where there is a login: it may be another user's, or too old.
    rows: registry,
    at: "1_general@1",
    menus: [
      ...onRows("registries", "^registry\\.out", "inline@1"),
      inTitle("images", "3_registry@1"),
      inTitle("registries", "navigation@1"),
    ],
  },
  logout: {
    en: "Log Out of Registry…",
    ko: "레지스트리 로그아웃…",
    cli: "logout",
    rows: "^registry\\.in",
    at: "1_general@2",
    menus: [inTitle("images", "3_registry@2"), inTitle("registries", "1_general@2")],
  },
  add: {
    en: "Add Registry…",
    ko: "레지스트리 추가…",
    icon: "add",
    menus: [inTitle("registries", "navigation@2")],
  },
  addRepository: {
    en: "Add Repository…",
    ko: "저장소 추가…",
    rows: registry,
    at: "1_general@3",
  },
  pull: {
    en: "Pull Tag",
    ko: "태그 가져오기",
    cli: "pull",
    icon: "cloud-download",
    rows: tag,
    at: "1_general@1",
    inline: "1",
  },
  pullAll: {
    en: "Pull All Tags…",
    ko: "모든 태그 가져오기…",
    cli: "pull --all-tags",
    rows: "^repository",
    at: "1_general@2",
  },
  inspect: {
    en: "Inspect Manifest",
    ko: "매니페스트 상세 정보",
    cli: "manifest inspect",
    rows: tag,
    at: "2_active@1",
  },
  openInBrowser: {
    en: "Open in Docker Hub",
    ko: "Docker Hub에서 열기",
    rows: "^(registry\\.|repository|tag).*\\.hub$",
    at: "2_active@2",
  },
  copyReference: {
    en: "Copy Name in Registry",
    ko: "레지스트리의 이름 복사",
    rows: "^(registry\\.(in|out)|repository|tag)",
    at: "3_copy@1",
  },
  copyDigest: {
    en: "Copy Digest in Registry",
    ko: "레지스트리의 다이제스트 복사",
    rows: tag,
    at: "3_copy@2",
  },
  leaveOut: {
    en: "Take Out of View…",
    ko: "보기에서 빼기…",
    rows: "^(registry|repository)\\..*added",
    at: "4_list@1",
  },
  deleteTag: {
    en: "Delete Tag from Registry…",
    ko: "레지스트리에서 태그 삭제…",
    rows: "^tag$",
    at: "9_destructive@1",
    key: "d",
  },
  more: { en: "More", ko: "더 보기", palette: false },
  retry: { en: "Try Again", ko: "다시 시도", palette: false },
};

const ways = (login: string, add: string) =>
  `[${login}](command:dockwright.registries.login)\n[${add}](command:dockwright.registries.add)`;

export const registries: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.registries",
        name: { en: "Registries", ko: "레지스트리" },
        icon: "media/docker.svg",
        visibility: "collapsed",
      },
    ],
  },
  welcome: [
    {
      view: "dockwright.registries",
      when: "isWorkspaceTrusted",
      contents: {
        en: `Registries keep images for others to pull. Those that you are logged in to are listed here, with their repositories and tags.\n${ways("Log In to Registry…", "Add Registry…")}`,
        ko: `레지스트리는 다른 사람이 가져갈 수 있도록 이미지를 보관합니다. 로그인한 레지스트리가 저장소, 태그와 함께 여기에 표시됩니다.\n${ways("레지스트리 로그인…", "레지스트리 추가…")}`,
      },
    },
  ],
  section: "engines",
  settings: {
    "dockwright.registries.added": {
      type: "array",
      default: [],
      // A workspace is not to send anybody's login anywhere.
      scope: "application",
      schema: { items: { type: "string" } },
      description: {
        en: "Registries in the Registries view besides those that you are logged in to (registry.example.com:5000), and repositories of registries that do not list them (ghcr.io/owner/name).",
        ko: "로그인한 레지스트리 외에 레지스트리 보기에 표시할 레지스트리(registry.example.com:5000)와, 목록을 알려 주지 않는 레지스트리의 저장소(ghcr.io/owner/name)입니다.",
      },
    },
  },
  commands: commandsOf({ noun: "registries", views: ["registries"], line: "docker" }, verbs),
};
