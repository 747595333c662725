// The walkthrough for those who begin with Docker: from the engine to the first clean-up.
import type { ManifestPart, Text } from "./part.ts";
import { inTitle } from "./places.ts";

interface Step {
  readonly title: Text;
  /** A line that is a link alone is a button. */
  readonly says: Text;
  /** What ticks it off. */
  readonly done: readonly string[];
}

const button = (label: string, command: string) => `[${label}](command:dockwright.${command})`;

/** By the name of the page that explains more, in media/walkthrough. */
const steps: Readonly<Record<string, Step>> = {
  connect: {
    title: { en: "Connect to an engine", ko: "엔진에 연결하기" },
    says: {
      en: `Containers run on a Docker engine: a program in the background, on this machine or another one. The Docker view in the activity bar shows what is on it, and what helps if none answers.\n${button("Open the Docker View", "containers.focus")}\nTo use another engine: ${button("choose one", "engines.use")}.`,
      ko: `컨테이너는 이 컴퓨터나 다른 컴퓨터의 백그라운드에서 동작하는 Docker 엔진에서 실행됩니다. 작업 표시줄의 Docker 보기는 엔진에 무엇이 있는지 보여 주고, 응답하는 엔진이 없으면 해결 방법을 알려 줍니다.\n${button("Docker 보기 열기", "containers.focus")}\n다른 엔진을 사용하려면 ${button("엔진을 선택하세요", "engines.use")}.`,
    },
    done: ["onContext:dockwright.engineState == connected"],
  },
  run: {
    title: { en: "Run a first container", ko: "첫 컨테이너 실행하기" },
    says: {
      en: `An image is a template; a container is what runs from it. Get the image of a small web server, nginx:alpine, and run it with port 8080 of this machine leading to its port 80.\n${button("Pull Image…", "images.pull")}\n${button("Run Image…", "images.run")}`,
      ko: `이미지는 틀이고, 컨테이너는 이미지로 실행한 것입니다. 작은 웹 서버 이미지 nginx:alpine을 가져온 다음, 이 컴퓨터의 포트 8080을 컨테이너의 포트 80에 연결해 실행해 보세요.\n${button("이미지 가져오기…", "images.pull")}\n${button("이미지 실행…", "images.run")}`,
    },
    done: ["onCommand:dockwright.images.run"],
  },
  logs: {
    title: { en: "Look at its logs", ko: "로그 보기" },
    says: {
      en: `What the program in a container writes to its output is the container's log. It is the first place to look when something does not work.\n${button("View Logs", "containers.logs")}`,
      ko: `컨테이너 안의 프로그램이 출력한 내용이 컨테이너의 로그입니다. 문제가 생기면 가장 먼저 확인하세요.\n${button("로그 보기", "containers.logs")}`,
    },
    done: ["onCommand:dockwright.containers.logs"],
  },
  shell: {
    title: { en: "Open a shell in it", ko: "컨테이너에서 셸 열기" },
    says: {
      en: `A running container has its own files, processes and network. A shell lets you look around in it.\n${button("Open Shell", "containers.openShell")}`,
      ko: `실행 중인 컨테이너에는 자체 파일, 프로세스, 네트워크가 있습니다. 셸을 열어 살펴보세요.\n${button("셸 열기", "containers.openShell")}`,
    },
    done: ["onCommand:dockwright.containers.openShell"],
  },
  dockerfile: {
    title: { en: "Write a Dockerfile", ko: "Dockerfile 작성하기" },
    says: {
      en: `A Dockerfile says step by step how an image is made of your program. Dockwright writes one that fits the files of a folder, and checks it while you edit.\n${button("Add Dockerfile…", "scaffold.addDockerfile")}`,
      ko: `Dockerfile에는 프로그램을 이미지로 만드는 방법을 단계별로 적습니다. Dockwright는 폴더의 파일에 맞는 Dockerfile을 작성하고, 편집하는 동안 검사합니다.\n${button("Dockerfile 추가…", "scaffold.addDockerfile")}`,
    },
    done: ["onCommand:dockwright.scaffold.addDockerfile"],
  },
  build: {
    title: { en: "Build your image", ko: "이미지 빌드하기" },
    says: {
      en: `A build follows the Dockerfile and gives the image a name, its tag. What has not changed since the last build is taken from the cache.\n${button("Build Image…", "builds.build")}`,
      ko: `빌드는 Dockerfile을 따라 이미지를 만들고 태그라는 이름을 붙입니다. 지난 빌드 이후 바뀌지 않은 단계는 캐시에서 가져옵니다.\n${button("이미지 빌드…", "builds.build")}`,
    },
    done: ["onCommand:dockwright.builds.build"],
  },
  compose: {
    title: { en: "Start several containers together", ko: "여러 컨테이너를 함께 시작하기" },
    says: {
      en: `A program, its database and what else it needs stand in one file, compose.yaml. Up starts all of it in the right order; down takes it away.\n${button("Open the Projects View", "projects.focus")}\n${button("Compose Up", "projects.up")}`,
      ko: `프로그램과 데이터베이스 등 필요한 것을 모두 compose.yaml 파일 하나에 적습니다. up은 전부 올바른 순서로 시작하고, down은 모두 내립니다.\n${button("프로젝트 보기 열기", "projects.focus")}\n${button("프로젝트 실행(up)", "projects.up")}`,
    },
    done: ["onCommand:dockwright.projects.up"],
  },
  "clean-up": {
    title: { en: "Clean up", ko: "정리하기" },
    says: {
      en: `Stopped containers, old images and build cache take room. Clean Up… lists what nobody uses, with sizes, and removes only what you leave ticked.\n${button("Clean Up…", "system.prune")}`,
      ko: `멈춘 컨테이너, 오래된 이미지, 빌드 캐시는 디스크 공간을 차지합니다. 정리…는 사용하지 않는 것을 크기와 함께 보여 주고, 선택한 것만 제거합니다.\n${button("정리…", "system.prune")}`,
    },
    done: ["onCommand:dockwright.system.prune"],
  },
};

export const walkthrough: ManifestPart = {
  contributes: {
    walkthroughs: [
      {
        id: "start",
        title: { en: "Get Started with Docker", ko: "Docker 시작하기" },
        description: {
          en: "From a first container to an image of your own, in eight steps.",
          ko: "첫 컨테이너부터 직접 만든 이미지까지 여덟 단계로 알아봅니다.",
        },
        steps: Object.entries(steps).map(([id, { title, says, done }]) => ({
          id,
          title,
          description: says,
          media: {
            markdown: {
              en: `media/walkthrough/${id}.md`,
              ko: `media/walkthrough/ko/${id}.md`,
            },
          },
          completionEvents: done,
        })),
      },
    ],
  },
  commands: [
    {
      id: "dockwright.views.getStarted",
      title: { en: "Get Started", ko: "시작하기" },
      icon: "$(question)",
      menus: ["containers", "projects", "images"].map((view) => inTitle(view, "9_help@1")),
    },
  ],
};
