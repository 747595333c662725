// Builds: Build Image…, Build Again, Check with BuildKit, tasks.
import type { ManifestPart } from "./part.ts";

const ON_DOCKERFILE = "resourceLangId == dockerfile && resourceScheme == file";

const property = (type: string, more: object) => (en: string, ko: string) => ({
  type,
  ...more,
  description: { en, ko },
});
const text = property("string", {});
const choice = property("boolean", {});
const list = property("array", { items: { type: "string" } });
const texts = property("object", { additionalProperties: { type: "string" } });

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
    {
      id: "dockwright.builds.check",
      title: { en: "Check with BuildKit", ko: "BuildKit으로 검사" },
      icon: "$(checklist)",
      cli: "docker build --check",
      menus: [
        { menu: "explorer/context", when: ON_DOCKERFILE, group: "dockwright@3" },
        { menu: "editor/context", when: ON_DOCKERFILE, group: "dockwright@3" },
      ],
    },
  ],
  activationEvents: ["onTaskType:dockwright-build", "onTaskType:dockwright-run"],
  contributes: {
    problemMatchers: [
      {
        name: "dockwright-build",
        label: { en: "Docker build errors", ko: "Docker 빌드 오류" },
        // The same as the collection of extension/terminals/build-problems.ts.
        owner: "docker build",
        source: "docker build",
        fileLocation: ["autoDetect", "${workspaceFolder}"],
        pattern: {
          regexp: "^(.+?):(\\d+): (error|warning): (.*)$",
          file: 1,
          line: 2,
          severity: 3,
          message: 4,
        },
      },
    ],
    taskDefinitions: [
      {
        type: "dockwright-build",
        properties: {
          context: text(
            "The build context's folder, relative to the workspace folder.",
            "작업 영역 폴더를 기준으로 한 빌드 컨텍스트 폴더입니다.",
          ),
          dockerfile: text(
            "The Dockerfile, relative to the build context.",
            "빌드 컨텍스트를 기준으로 한 Dockerfile입니다.",
          ),
          tag: text("The tag for the image.", "이미지 태그입니다."),
          target: text(
            "The stage to build; the last one by default.",
            "빌드할 스테이지입니다. 기본값은 마지막 스테이지입니다.",
          ),
          platform: text(
            "The platform to build for, such as linux/arm64.",
            "빌드할 대상 플랫폼입니다. 예: linux/arm64.",
          ),
          args: texts("Build arguments by name.", "이름별 빌드 인자입니다."),
          secrets: texts(
            "Files that hold build secrets, by secret ID.",
            "시크릿 ID별 파일 경로입니다.",
          ),
          ssh: list(
            "IDs of the SSH mounts that may use the SSH agent, such as default.",
            "SSH 에이전트를 사용할 SSH 마운트의 ID입니다. 예: default.",
          ),
          noCache: choice(
            "Build every step again instead of using the cache.",
            "캐시를 쓰지 않고 모든 단계를 새로 빌드합니다.",
          ),
          pull: choice(
            "Look for newer base images first.",
            "먼저 더 새로운 베이스 이미지가 있는지 확인합니다.",
          ),
        },
      },
      {
        type: "dockwright-run",
        required: ["image"],
        properties: {
          image: text("The image to run.", "실행할 이미지입니다."),
          command: list(
            "What to run instead of the image's command.",
            "이미지의 명령 대신 실행할 명령입니다.",
          ),
          env: texts("Environment variables.", "환경 변수입니다."),
          ports: list("Published ports, such as 8080:80.", "게시할 포트입니다. 예: 8080:80."),
          volumes: list(
            "Volumes and folders, such as data:/var/lib/data or ./src:/src.",
            "볼륨과 폴더입니다. 예: data:/var/lib/data, ./src:/src.",
          ),
          network: text(
            "The network that the container joins.",
            "컨테이너를 연결할 네트워크입니다.",
          ),
          name: text("The container's name.", "컨테이너 이름입니다."),
          user: text(
            "The user to run as, such as 1000:1000.",
            "실행할 사용자입니다. 예: 1000:1000.",
          ),
          workdir: text(
            "The working directory in the container.",
            "컨테이너 안의 작업 디렉터리입니다.",
          ),
        },
      },
    ],
  },
};
