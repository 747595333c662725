// Images: their view, verbs and menus.
import { listLines } from "../views/list-lines.ts";
import type { ManifestPart } from "./part.ts";
import { inTitle, onRows, withEngines } from "./places.ts";
import { commandsOf, submenusOf, type Verb } from "./verbs.ts";
import { listSettings } from "./view-settings.ts";

const any = "^image\\.";
const tagged = "^image\\.tagged";
/** All images of an engine that is not in use. */
const folder = "^folder\\.images$";
const newer = "^image\\.tagged\\.newer";
/** Where an image's row keeps what can be copied of it. */
export const copyOfImage = "dockwright.image.copy";

/** What is for one image or for two, by what VS Code says of the selection. */
const onSelected = (howMany: string) =>
  onRows(withEngines("images"), any, "2_active@3").map(({ when, ...place }) => ({
    ...place,
    when: `${when} && ${howMany}`,
  }));

const verbs: Readonly<Record<string, Verb>> = {
  run: {
    en: "Run Image…",
    ko: "이미지 실행…",
    cli: "run -d --name … -p … -e … -v … --network …",
    rows: any,
    at: "1_general@1",
    inline: "1",
    icon: "play",
  },
  runInteractive: {
    en: "Run Interactive",
    ko: "대화형으로 실행",
    cli: "run -it --rm",
    rows: any,
    at: "1_general@2",
  },
  create: {
    en: "Create Container…",
    ko: "컨테이너 생성…",
    cli: "create --name … -p … -e … -v …",
    rows: any,
    at: "1_general@3",
  },
  pull: {
    en: "Pull Image…",
    ko: "이미지 가져오기…",
    cli: "pull",
    icon: "cloud-download",
    menus: [inTitle("images", "navigation@1"), ...onRows("engines", folder, "1_general@1", "1")],
  },
  pullForPlatform: {
    en: "Pull Image for Platform…",
    ko: "플랫폼을 정해 이미지 가져오기…",
    cli: "pull --platform",
    menus: [inTitle("images", "1_general@0"), ...onRows("engines", folder, "1_general@2")],
  },
  pullAgain: {
    en: "Pull Again",
    ko: "다시 가져오기",
    cli: "pull",
    rows: tagged,
    at: "1_general@4",
    icon: "cloud-download",
    // A button only where there is something to be had.
    menus: onRows(withEngines("images"), newer, "inline@2"),
  },
  lookForNewer: {
    en: "Look for Newer Images",
    ko: "새 버전 확인",
    cli: "buildx imagetools inspect",
    rows: tagged,
    at: "1_general@5",
    menus: [inTitle("images", "1_general@4")],
  },
  push: { en: "Push…", ko: "푸시…", cli: "push", rows: tagged, at: "1_general@6" },
  tag: { en: "Tag…", ko: "태그 지정…", cli: "tag", rows: any, at: "1_general@7" },
  search: {
    en: "Search Images…",
    ko: "이미지 검색…",
    cli: "search",
    menus: [inTitle("images", "1_general@1")],
  },
  inspect: {
    en: "Inspect Image",
    ko: "이미지 상세 정보",
    cli: "image inspect",
    rows: any,
    at: "2_active@1",
  },
  history: { en: "Show Layers", ko: "레이어 보기", cli: "history", rows: any, at: "2_active@2" },
  compareWith: {
    en: "Compare with Another Image…",
    ko: "다른 이미지와 비교…",
    cli: "save -o",
    menus: onSelected("!listMultiSelection"),
  },
  compare: {
    en: "Compare Images",
    ko: "이미지 비교",
    cli: "save -o",
    menus: onSelected("listDoubleSelection"),
  },
  scan: {
    en: "Scan for Vulnerabilities",
    ko: "취약점 검사",
    cli: "scout cves",
    rows: any,
    at: "2_active@4",
  },
  save: { en: "Save to File…", ko: "파일로 저장…", cli: "save -o", rows: any, at: "2_active@5" },
  load: {
    en: "Load from File…",
    ko: "파일에서 불러오기…",
    cli: "load -i",
    menus: [inTitle("images", "1_general@2"), ...onRows("engines", folder, "1_general@3")],
  },
  import: {
    en: "Import Files as Image…",
    ko: "파일을 이미지로 가져오기…",
    cli: "import",
    menus: [inTitle("images", "1_general@3"), ...onRows("engines", folder, "1_general@4")],
  },
  copyReference: {
    en: "Copy Reference",
    ko: "이미지 이름 복사",
    rows: any,
    submenu: copyOfImage,
    at: "1_copy@1",
  },
  copyDigest: {
    en: "Copy Digest",
    ko: "다이제스트 복사",
    rows: any,
    submenu: copyOfImage,
    at: "1_copy@2",
  },
  copyImageId: {
    en: "Copy Image ID",
    ko: "이미지 ID 복사",
    rows: any,
    submenu: copyOfImage,
    at: "1_copy@3",
  },
  untag: { en: "Remove Tags…", ko: "태그 제거…", cli: "rmi", rows: tagged, at: "9_destructive@0" },
  remove: {
    en: "Remove Image…",
    ko: "이미지 제거…",
    cli: "rmi [--force | --no-prune]",
    rows: "^image(\\.|s\\.group$)",
    at: "9_destructive@1",
    key: "d",
  },
  prune: {
    en: "Remove Unused Images…",
    ko: "사용하지 않는 이미지 제거…",
    cli: "image prune -a",
    menus: [inTitle("images", "9_destructive@1"), ...onRows("engines", folder, "9_destructive@1")],
  },
};

export const images: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.images",
        name: { en: "Images", ko: "이미지" },
        cli: listLines.images,
        icon: "media/docker.svg",
        initialSize: 40,
      },
    ],
  },
  welcome: [
    {
      view: "dockwright.images",
      when: "dockwright.engineState == connected",
      contents: {
        en: "No images yet.\n[Pull Image…](command:dockwright.images.pull)\n[Search Images…](command:dockwright.images.search)\n[Load from File…](command:dockwright.images.load)",
        ko: "아직 이미지가 없습니다.\n[이미지 가져오기…](command:dockwright.images.pull)\n[이미지 검색…](command:dockwright.images.search)\n[파일에서 불러오기…](command:dockwright.images.load)",
      },
    },
  ],
  section: "panel",
  settings: {
    ...listSettings("images", {
      ko: "이미지를",
      groupBy: ["none", "repository", "registry", "tag", "id"],
      groupedBy: "repository",
      sortBy: ["tag", "size", "created"],
      fields: ["tag", "shortTag", "repository", "registry", "size", "created", "usedBy", "id"],
      label: ["tag"],
      description: ["size", "created", "usedBy"],
    }),
    "dockwright.images.showDangling": {
      type: "boolean",
      default: true,
      description: {
        en: "Show dangling images (without a tag).",
        ko: "태그 없는 이미지도 표시합니다.",
      },
    },
  },
  ...submenusOf(withEngines("images"), {
    [copyOfImage]: { en: "Copy", ko: "복사", rows: any, at: "3_copy@1" },
  }),
  commands: commandsOf({ noun: "images", views: withEngines("images"), line: "docker" }, verbs),
};
