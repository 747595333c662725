// Builds: Build Image…, Build Again, tasks.
import type { ManifestPart } from "./part.ts";

const ON_DOCKERFILE = "resourceLangId == dockerfile && resourceScheme == file";

export const builds: ManifestPart = {
  commands: [
    {
      id: "dockwright.builds.build",
      title: { en: "Build Image…", ko: "이미지 빌드…" },
      icon: "$(tools)",
      cli: "docker build",
      menus: [
        { menu: "explorer/context", when: ON_DOCKERFILE, group: "dockwright@1" },
        { menu: "editor/context", when: ON_DOCKERFILE, group: "dockwright@1" },
        { menu: "editor/title", when: ON_DOCKERFILE, group: "dockwright@1" },
      ],
    },
    {
      id: "dockwright.builds.buildAgain",
      title: { en: "Build Again", ko: "다시 빌드" },
      icon: "$(refresh)",
      cli: "docker build",
      menus: [
        { menu: "explorer/context", when: ON_DOCKERFILE, group: "dockwright@2" },
        { menu: "editor/context", when: ON_DOCKERFILE, group: "dockwright@2" },
      ],
    },
  ],
  activationEvents: ["onTaskType:dockwright-build", "onTaskType:dockwright-run"],
  contributes: {
    taskDefinitions: [
      {
        type: "dockwright-build",
        properties: {
          context: {
            type: "string",
            description: {
              en: "The build context's folder, relative to the workspace folder.",
              ko: "작업 영역 폴더를 기준으로 한 빌드 컨텍스트 폴더입니다.",
            },
          },
          dockerfile: {
            type: "string",
            description: {
              en: "The Dockerfile, relative to the build context.",
              ko: "빌드 컨텍스트를 기준으로 한 Dockerfile입니다.",
            },
          },
          tag: {
            type: "string",
            description: { en: "Tag of the image.", ko: "이미지 태그입니다." },
          },
          target: {
            type: "string",
            description: { en: "The stage to build up to.", ko: "빌드할 마지막 스테이지입니다." },
          },
          platform: {
            type: "string",
            description: { en: "Such as linux/arm64.", ko: "예: linux/arm64." },
          },
          args: {
            type: "object",
            additionalProperties: { type: "string" },
            description: { en: "Build arguments by name.", ko: "이름별 빌드 인수입니다." },
          },
          secrets: {
            type: "object",
            additionalProperties: { type: "string" },
            description: {
              en: "Files with secrets, by the secret's id.",
              ko: "시크릿 ID별 파일 경로입니다.",
            },
          },
          noCache: {
            type: "boolean",
            description: { en: "Builds every step anew.", ko: "모든 단계를 새로 빌드합니다." },
          },
          pull: {
            type: "boolean",
            description: {
              en: "Looks for newer base images.",
              ko: "더 새로운 베이스 이미지를 확인합니다.",
            },
          },
        },
      },
      {
        type: "dockwright-run",
        required: ["image"],
        properties: {
          image: {
            type: "string",
            description: { en: "The image to run.", ko: "실행할 이미지입니다." },
          },
          command: {
            type: "array",
            items: { type: "string" },
            description: {
              en: "What to run instead of the image's command.",
              ko: "이미지의 명령 대신 실행할 명령입니다.",
            },
          },
          env: {
            type: "object",
            additionalProperties: { type: "string" },
            description: { en: "Environment variables.", ko: "환경 변수입니다." },
          },
          ports: {
            type: "array",
            items: { type: "string" },
            description: {
              en: "Published ports, such as 8080:80.",
              ko: "게시할 포트입니다. 예: 8080:80.",
            },
          },
        },
      },
    ],
  },
};
