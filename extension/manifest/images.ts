// Images: their view, verbs and menus.
import type { ManifestPart } from "./part.ts";
import { inTitle, letter, onRows } from "./places.ts";

const imageFields = ["tag", "repository", "registry", "size", "created", "usedBy", "id"];

export const images: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.images",
        name: { en: "Images", ko: "이미지" },
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
  settings: {
    "dockwright.images.groupBy": {
      type: "string",
      enum: ["none", "repository", "registry", "tag", "id"],
      default: "repository",
      description: { en: "What images are grouped by.", ko: "이미지를 무엇으로 묶을지 정합니다." },
    },
    "dockwright.images.sortBy": {
      type: "string",
      enum: ["tag", "size", "created"],
      default: "tag",
      description: { en: "What images are sorted by.", ko: "이미지를 무엇으로 정렬할지 정합니다." },
    },
    "dockwright.images.label": {
      type: "array",
      default: ["tag"],
      schema: {
        items: {
          type: "string",
          enum: imageFields,
        },
      },
      description: {
        en: "What a row of images says.",
        ko: "이미지를 표시하는 줄의 내용을 정합니다.",
      },
    },
    "dockwright.images.description": {
      type: "array",
      default: ["size", "created", "usedBy"],
      schema: {
        items: {
          type: "string",
          enum: imageFields,
        },
      },
      description: {
        en: "What stands in grey behind the label of images.",
        ko: "이미지를 표시할 때 이름 뒤에 회색으로 쓸 내용을 정합니다.",
      },
    },
    "dockwright.images.showDangling": {
      type: "boolean",
      default: true,
      description: {
        en: "Show dangling images (without a tag).",
        ko: "태그 없는 이미지도 표시합니다.",
      },
    },
  },
  commands: [
    {
      id: "dockwright.images.run",
      title: { en: "Run Image…", ko: "이미지 실행…" },
      cli: "docker run",
      icon: "$(play)",
      menus: [...onRows("images", "^image\\.", "1_general@1", "1")],
    },
    {
      id: "dockwright.images.runInteractive",
      title: { en: "Run Interactive", ko: "대화형으로 실행" },
      cli: "docker run -it --rm",
      menus: [...onRows("images", "^image\\.", "1_general@2")],
    },
    {
      id: "dockwright.images.create",
      title: { en: "Create Container…", ko: "컨테이너 생성…" },
      cli: "docker create",
      menus: [...onRows("images", "^image\\.", "1_general@3")],
    },
    {
      id: "dockwright.images.pull",
      title: { en: "Pull Image…", ko: "이미지 가져오기…" },
      cli: "docker pull",
      icon: "$(cloud-download)",
      menus: [inTitle("images", "navigation@1")],
    },
    {
      id: "dockwright.images.pullForPlatform",
      title: { en: "Pull Image for Platform…", ko: "플랫폼을 정해 이미지 가져오기…" },
      cli: "docker pull --platform",
      menus: [inTitle("images", "1_general@0")],
    },
    {
      id: "dockwright.images.pullAgain",
      title: { en: "Pull Again", ko: "다시 가져오기" },
      cli: "docker pull",
      menus: [...onRows("images", "^image\\.tagged", "1_general@4")],
    },
    {
      id: "dockwright.images.push",
      title: { en: "Push…", ko: "푸시…" },
      cli: "docker push",
      menus: [...onRows("images", "^image\\.tagged", "1_general@5")],
    },
    {
      id: "dockwright.images.tag",
      title: { en: "Tag…", ko: "태그 지정…" },
      cli: "docker tag",
      menus: [...onRows("images", "^image\\.", "1_general@6")],
    },
    {
      id: "dockwright.images.search",
      title: { en: "Search Images…", ko: "이미지 검색…" },
      cli: "docker search",
      menus: [inTitle("images", "1_general@1")],
    },
    {
      id: "dockwright.images.inspect",
      title: { en: "Inspect Image", ko: "이미지 상세 정보" },
      cli: "docker image inspect",
      menus: [...onRows("images", "^image\\.", "2_active@1")],
    },
    {
      id: "dockwright.images.history",
      title: { en: "Show Layers", ko: "레이어 보기" },
      cli: "docker history",
      menus: [...onRows("images", "^image\\.", "2_active@2")],
    },
    {
      id: "dockwright.images.save",
      title: { en: "Save to File…", ko: "파일로 저장…" },
      cli: "docker save -o",
      menus: [...onRows("images", "^image\\.", "2_active@3")],
    },
    {
      id: "dockwright.images.load",
      title: { en: "Load from File…", ko: "파일에서 불러오기…" },
      cli: "docker load -i",
      menus: [inTitle("images", "1_general@2")],
    },
    {
      id: "dockwright.images.import",
      title: { en: "Import Files as Image…", ko: "파일을 이미지로 가져오기…" },
      cli: "docker import",
      menus: [inTitle("images", "1_general@3")],
    },
    {
      id: "dockwright.images.copyReference",
      title: { en: "Copy Reference", ko: "이미지 이름 복사" },
      menus: [...onRows("images", "^image\\.", "3_copy@1")],
    },
    {
      id: "dockwright.images.copyDigest",
      title: { en: "Copy Digest", ko: "다이제스트 복사" },
      menus: [...onRows("images", "^image\\.", "3_copy@2")],
    },
    {
      id: "dockwright.images.copyImageId",
      title: { en: "Copy Image ID", ko: "이미지 ID 복사" },
      menus: [...onRows("images", "^image\\.", "3_copy@3")],
    },
    {
      id: "dockwright.images.remove",
      title: { en: "Remove Image…", ko: "이미지 제거…" },
      cli: "docker rmi",
      keys: [letter("images", "d")],
      menus: [...onRows("images", "^image(\\.|s\\.group$)", "9_destructive@1")],
    },
    {
      id: "dockwright.images.untag",
      title: { en: "Remove Tags…", ko: "태그 제거…" },
      cli: "docker rmi",
      menus: [...onRows("images", "^image\\.tagged", "9_destructive@0")],
    },
    {
      id: "dockwright.images.prune",
      title: { en: "Remove Unused Images…", ko: "사용하지 않는 이미지 제거…" },
      cli: "docker image prune -a",
      menus: [inTitle("images", "9_destructive@1")],
    },
  ],
};
