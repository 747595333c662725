// What the Containers view says when it has no rows: why, and what helps.
import type { Text, WelcomeEntry } from "./part.ts";

/** The Engines view has room for what exactly is wrong. */
const showWhatIsWrong: Text = {
  en: "[Show What Is Wrong](command:dockwright.engines.focus)",
  ko: "[문제 보기](command:dockwright.engines.focus)",
};

/** Where the engine should be, as the context key tells it, and how people get one there. */
const missing: Readonly<Record<string, Text>> = {
  linux: {
    en: "No Docker engine answers. If Docker is installed, start it, and this view recovers on its own:\nsudo systemctl start docker\nIf it is not, install it; on Debian and Ubuntu:\nsudo apt install docker.io\n[How to Install Docker on Linux](https://docs.docker.com/engine/install/)",
    ko: "응답하는 Docker 엔진이 없습니다. Docker가 설치되어 있으면 시작하세요. 그러면 이 보기는 자동으로 복구됩니다.\nsudo systemctl start docker\n설치되어 있지 않으면 Debian과 Ubuntu에서는 다음 명령으로 설치합니다.\nsudo apt install docker.io\n[Linux에 Docker 설치하기](https://docs.docker.com/engine/install/)",
  },
  darwin: {
    en: "No Docker engine answers. Start Docker Desktop, OrbStack or Colima (colima start), and this view recovers on its own.\nIf you have none of them, you can install Docker Desktop with Homebrew:\nbrew install --cask docker\n[Get Docker Desktop for Mac](https://docs.docker.com/desktop/setup/install/mac-install/)",
    ko: "응답하는 Docker 엔진이 없습니다. Docker Desktop, OrbStack 또는 Colima(colima start)를 시작하세요. 그러면 이 보기는 자동으로 복구됩니다.\n아직 없다면 Homebrew로 Docker Desktop을 설치할 수 있습니다.\nbrew install --cask docker\n[Mac용 Docker Desktop 설치하기](https://docs.docker.com/desktop/setup/install/mac-install/)",
  },
  win32: {
    en: "No Docker engine answers. Start Docker Desktop, and this view recovers on its own.\nIf you do not have it, you can install it with winget:\nwinget install Docker.DockerDesktop\n[Get Docker Desktop for Windows](https://docs.docker.com/desktop/setup/install/windows-install/)",
    ko: "응답하는 Docker 엔진이 없습니다. Docker Desktop을 시작하세요. 그러면 이 보기는 자동으로 복구됩니다.\n아직 없다면 winget으로 설치할 수 있습니다.\nwinget install Docker.DockerDesktop\n[Windows용 Docker Desktop 설치하기](https://docs.docker.com/desktop/setup/install/windows-install/)",
  },
  podman: {
    en: "Podman does not answer. Start its socket, and this view recovers on its own:\nsystemctl --user start podman.socket\nIf Podman runs in a virtual machine:\npodman machine start",
    ko: "Podman이 응답하지 않습니다. 소켓을 시작하세요. 그러면 이 보기는 자동으로 복구됩니다.\nsystemctl --user start podman.socket\nPodman이 가상 머신에서 실행되는 경우에는 다음 명령을 사용합니다.\npodman machine start",
  },
  remote: {
    en: `The Docker engine on the other machine does not answer. Check that the machine can be reached and that Docker is running there; this view then recovers on its own.\n${showWhatIsWrong.en}`,
    ko: `다른 컴퓨터의 Docker 엔진이 응답하지 않습니다. 그 컴퓨터에 연결할 수 있는지, Docker가 실행 중인지 확인하세요. 다시 응답하면 이 보기는 자동으로 복구됩니다.\n${showWhatIsWrong.ko}`,
  },
  nowhere: {
    en: `The setting dockwright.endpoint, DOCKER_HOST or the Docker context is meant to name a Docker engine, but names none.\n${showWhatIsWrong.en}`,
    ko: `Docker 엔진을 정하는 값(dockwright.endpoint 설정, DOCKER_HOST 또는 Docker 컨텍스트)이 가리키는 엔진이 없습니다.\n${showWhatIsWrong.ko}`,
  },
};

const chooseEngine: Text = {
  en: "[Choose Engine…](command:dockwright.engines.use)",
  ko: "[엔진 선택…](command:dockwright.engines.use)",
};

/** Who is not let in, and how people get in there. */
const denied: Readonly<Record<string, Text>> = {
  linux: {
    en: "You have no permission to use the Docker engine. Join the docker group and log in again, or use rootless Docker:\nsudo usermod -aG docker $USER",
    ko: "Docker 엔진을 사용할 권한이 없습니다. docker 그룹에 가입하고 다시 로그인하거나 rootless Docker를 사용하세요.\nsudo usermod -aG docker $USER",
  },
  darwin: {
    en: "You have no permission to use the Docker engine. Start Docker Desktop under your own account.",
    ko: "Docker 엔진을 사용할 권한이 없습니다. 본인 계정으로 Docker Desktop을 시작하세요.",
  },
  win32: {
    en: "You have no permission to use the Docker engine. Ask an administrator to add you to the docker-users group, sign in again, and start Docker Desktop.",
    ko: "Docker 엔진을 사용할 권한이 없습니다. 관리자에게 docker-users 그룹에 추가해 달라고 요청하고, 다시 로그인한 뒤 Docker Desktop을 시작하세요.",
  },
  podman: {
    en: "You have no permission to use this Podman socket. Use the one of your own user account:\nsystemctl --user start podman.socket",
    ko: "이 Podman 소켓을 사용할 권한이 없습니다. 본인 계정의 소켓을 사용하세요.\nsystemctl --user start podman.socket",
  },
  remote: {
    en: `The other machine refuses your SSH login. Connect once with ssh in a terminal to check its host key, and add your key to the SSH agent and to that machine's authorized keys.\n${showWhatIsWrong.en}`,
    ko: `다른 컴퓨터에 ssh로 접속할 수 없습니다. 터미널에서 ssh로 한 번 접속해 호스트 키를 확인하고, 키를 ssh 에이전트와 그 컴퓨터의 authorized_keys에 추가하세요.\n${showWhatIsWrong.ko}`,
  },
};

const atPlaces = (state: string, texts: Readonly<Record<string, Text>>): readonly WelcomeEntry[] =>
  Object.entries(texts).map(([place, { en, ko }]) => ({
    view: "dockwright.containers",
    when: `dockwright.engineState == ${state} && dockwright.engineAt == ${place}`,
    contents: { en: `${en}\n${chooseEngine.en}`, ko: `${ko}\n${chooseEngine.ko}` },
  }));

export const containerWelcome: readonly WelcomeEntry[] = [
  {
    view: "dockwright.containers",
    when: "dockwright.engineState == connected && dockwright.someHidden",
    contents: {
      en: "There are containers, but none is shown: stopped containers, or those of other workspaces, are hidden.\n[Show or Hide Stopped Containers](command:dockwright.views.toggleStopped)\n[Show All or Only This Workspace's Containers](command:dockwright.views.toggleWorkspace)",
      ko: "컨테이너가 있지만 표시되지 않습니다. 멈춘 컨테이너나 이 작업 영역에 속하지 않은 컨테이너를 숨기도록 설정되어 있습니다.\n[멈춘 컨테이너 표시 전환](command:dockwright.views.toggleStopped)\n[이 작업 영역의 컨테이너만 표시 전환](command:dockwright.views.toggleWorkspace)",
    },
  },
  {
    view: "dockwright.containers",
    when: "dockwright.engineState == connected && !dockwright.someHidden",
    contents: {
      en: "No containers yet.\n[Run Image…](command:dockwright.images.run)\n[Pull Image…](command:dockwright.images.pull)\nNew to Docker? [Get Started](command:dockwright.views.getStarted)",
      ko: "아직 컨테이너가 없습니다.\n[이미지 실행…](command:dockwright.images.run)\n[이미지 가져오기…](command:dockwright.images.pull)\nDocker가 처음이라면 [시작하기](command:dockwright.views.getStarted)를 눌러 보세요.",
    },
  },
  {
    view: "dockwright.containers",
    when: "dockwright.engineState == connecting || !dockwright.engineState",
    contents: { en: "Connecting to the Docker engine…", ko: "Docker 엔진에 연결하는 중입니다…" },
  },
  ...atPlaces("unreachable", missing),
  ...atPlaces("denied", denied),
  {
    view: "dockwright.containers",
    when: "dockwright.engineState == untrusted",
    contents: {
      en: "This workspace is not trusted, so Dockwright uses no engine in it. Dockerfiles and Compose files are still checked.\n[Manage Workspace Trust](command:workbench.trust.manage)",
      ko: "이 작업 영역을 아직 신뢰하지 않으므로 엔진을 사용하지 않습니다. Dockerfile과 Compose 파일 검사는 그대로 동작합니다.\n[작업 영역 신뢰 관리](command:workbench.trust.manage)",
    },
  },
  {
    view: "dockwright.containers",
    when: "dockwright.engineState == wrongTls",
    contents: {
      en: `The Docker engine's TLS certificates do not match yours. The Engines view shows what is wrong and how to fix it.\n${showWhatIsWrong.en}\n[Choose Engine…](command:dockwright.engines.use)`,
      ko: `Docker 엔진의 TLS 인증서와 사용자의 인증서가 서로 맞지 않습니다. 무엇이 문제이고 어떻게 해결하는지는 엔진 보기에 있습니다.\n${showWhatIsWrong.ko}\n[엔진 선택…](command:dockwright.engines.use)`,
    },
  },
  {
    view: "dockwright.containers",
    when: "dockwright.engineState == tooOld",
    contents: {
      en: `The Docker engine is too old: Docker 20.10 or Podman 4.3 is needed, or newer. Update it or choose another one; if DOCKER_API_VERSION is set, unset it.\n${showWhatIsWrong.en}\n[Choose Engine…](command:dockwright.engines.use)`,
      ko: `Docker 엔진이 너무 오래되었습니다. Docker 20.10 이상 또는 Podman 4.3 이상이 필요합니다. 엔진을 업데이트하거나 다른 엔진을 선택하세요. DOCKER_API_VERSION이 설정되어 있으면 해제하세요.\n${showWhatIsWrong.ko}\n[엔진 선택…](command:dockwright.engines.use)`,
    },
  },
];
