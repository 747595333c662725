// Why Dockwright's own rules for Dockerfiles exist, with an example each. Not bundled.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  AddWithoutChecksum: {
    why: {
      en: "The file behind a URL can change at any time, and the build takes whatever it gets. With a checksum the build stops when the file is not the expected one.",
      ko: "URL의 파일은 언제든 바뀔 수 있고 빌드는 받은 것을 그대로 씁니다. 체크섬이 있으면 파일이 예상과 다를 때 빌드가 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nADD https://example.com/tool /usr/local/bin/tool\n",
    good: "FROM alpine:3.22\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool /usr/local/bin/tool\n",
  },
  AptUpdateAlone: {
    why: {
      en: "BuildKit reuses the cached layer of the update for as long as its line stays the same. Months later the install still uses those old package lists and fails, because the versions in them are gone from the servers.",
      ko: "update 줄이 그대로이면 BuildKit은 캐시된 레이어를 계속 다시 씁니다. 몇 달 뒤에도 install이 그 옛 패키지 목록을 쓰게 되고, 목록의 버전이 서버에서 이미 사라져 실패합니다.",
    },
    bad: "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y nginx\n",
    good: "FROM debian:13\nRUN apt-get update && apt-get install -y nginx\n",
  },
  ArgHiddenByEnv: {
    why: {
      en: "ENV wins over a build argument of the same name, whichever comes first, so `--build-arg` appears to do nothing. To make the argument count, write `ENV NAME=$NAME` after the ARG.",
      ko: "순서와 상관없이 같은 이름의 빌드 인자보다 ENV가 우선하므로 `--build-arg`가 아무 효과도 없는 것처럼 보입니다. 인자의 값을 쓰려면 ARG 뒤에 `ENV NAME=$NAME`을 쓰세요.",
    },
    bad: "FROM alpine:3.22\nENV MODE=fast\nARG MODE=slow\n",
    good: "FROM alpine:3.22\nARG MODE=slow\nENV MODE=$MODE\n",
  },
  ArgNotRedeclared: {
    why: {
      en: "An ARG before the first FROM belongs to no stage: only FROM lines see it. Inside a stage, `ARG NAME` without a value takes it over; without that line the variable is empty.",
      ko: "첫 FROM 앞의 ARG는 어느 스테이지에도 속하지 않아 FROM 줄에서만 보입니다. 스테이지 안에 값 없이 `ARG 이름`을 쓰면 그 값을 이어받고, 쓰지 않으면 변수가 비어 있습니다.",
    },
    bad: 'ARG RELEASE=1.4\nFROM alpine:3.22\nRUN echo "$RELEASE" > /release\n',
    good: 'ARG RELEASE=1.4\nFROM alpine:3.22\nARG RELEASE\nRUN echo "$RELEASE" > /release\n',
  },
  BackgroundInRun: {
    why: {
      en: "An image holds files, not running programs: whatever a RUN starts in the background is gone when that RUN ends. Start the program with CMD, or in the same RUN that needs it.",
      ko: "이미지에는 파일만 들어가고 실행 중인 프로그램은 들어가지 않습니다. RUN이 백그라운드로 시작한 것은 그 RUN이 끝나면 사라집니다. 프로그램은 CMD로 시작하거나 필요한 RUN 안에서 시작하세요.",
    },
    bad: "FROM redis:8\nRUN redis-server &\n",
    good: 'FROM redis:8\nCMD ["redis-server"]\n',
  },
  BrokenJsonForm: {
    why: {
      en: "Docker does not report a missing comma or quote, or a comment after the bracket. It passes the whole line to a shell, which looks for a program named `[node` and fails only when the container starts.",
      ko: "쉼표나 따옴표가 빠지거나 괄호 뒤에 주석이 있어도 Docker는 알려 주지 않습니다. 줄 전체를 셸에 넘기고, 셸은 `[node` 같은 이름의 프로그램을 찾다가 컨테이너가 시작될 때에야 실패합니다.",
    },
    bad: 'FROM node:24\nCMD ["node" "app.js"]\n',
    good: 'FROM node:24\nCMD ["node", "app.js"]\n',
  },
  ChmodAfterCopy: {
    why: {
      en: "A layer stores every file it changes in full, even if only the permissions change, so these files are in the image twice. COPY --chmod and --chown set mode and owner while copying.",
      ko: "레이어는 권한만 바뀐 파일도 통째로 저장하므로 같은 파일이 이미지에 두 번 들어갑니다. COPY --chmod와 --chown을 쓰면 복사하면서 권한과 소유자를 정할 수 있습니다.",
    },
    bad: "FROM alpine:3.22\nCOPY start.sh /start.sh\nRUN chmod +x /start.sh\n",
    good: "FROM alpine:3.22\nCOPY --chmod=755 start.sh /start.sh\n",
  },
  ChmodWorldWritable: {
    why: {
      en: "777 makes a “permission denied” go away by letting every program in the container replace these files, including one that has been broken into. Give the files to the user that needs them instead.",
      ko: "777은 “permission denied”를 없애 주지만, 침입당한 프로그램을 포함해 컨테이너 안의 모든 프로그램이 이 파일을 바꿀 수 있게 됩니다. 대신 파일을 필요한 사용자의 것으로 만드세요.",
    },
    bad: "FROM alpine:3.22\nRUN chmod -R 777 /app\n",
    good: "FROM alpine:3.22\nRUN chown -R 1000:1000 /app\n",
  },
  CleanupInLaterLayer: {
    why: {
      en: "An image is the sum of its layers. A file removed in a later layer is only hidden: it is still stored and downloaded with the image.",
      ko: "이미지는 레이어를 모두 더한 것입니다. 나중 레이어에서 지운 파일은 가려질 뿐, 여전히 이미지와 함께 저장되고 내려받아집니다.",
    },
    bad: "FROM fedora:43\nRUN dnf install -y nginx\nRUN dnf clean all\n",
    good: "FROM fedora:43\nRUN dnf install -y nginx && dnf clean all\n",
  },
  CopyBeforeInstall: {
    why: {
      en: "When one copied file changes, its layer and all layers after it are built again. If you copy only the list of dependencies first, it rarely changes and the slow install comes from the cache.",
      ko: "복사한 파일이 하나라도 바뀌면 그 레이어와 뒤의 레이어를 모두 다시 빌드합니다. 의존성 목록만 먼저 복사하면 거의 바뀌지 않으므로 오래 걸리는 설치를 캐시에서 가져옵니다.",
    },
    bad: "FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\n",
    good: "FROM node:24\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\n",
  },
  CopyOutsideContext: {
    why: {
      en: "Only the build context is sent to the builder, and no path can leave it. A leading `../` is dropped, so the build looks for another file. Move the file into the context, or choose a higher folder as the context with `docker build -f`.",
      ko: "빌더에는 빌드 컨텍스트만 전달되며 경로는 그 밖으로 나갈 수 없습니다. 앞의 `../`는 버려지므로 다른 파일을 찾게 됩니다. 파일을 컨텍스트 안으로 옮기거나 `docker build -f`로 상위 폴더를 컨텍스트로 정하세요.",
    },
    bad: "FROM alpine:3.22\nCOPY ../shared/app.conf /etc/\n",
    good: "FROM alpine:3.22\nCOPY shared/app.conf /etc/\n",
  },
  CopySourceNotFound: {
    why: {
      en: "The build stops at this COPY. Sources are looked up in the build context, and upper and lower case matter there even when your own file system ignores them.",
      ko: "빌드가 이 COPY에서 멈춥니다. 원본은 빌드 컨텍스트에서 찾으며, 사용 중인 파일 시스템이 대소문자를 가리지 않더라도 여기서는 구분합니다.",
    },
    bad: "FROM nginx:1.29\nCOPY Index.html /usr/share/nginx/html/\n",
    good: "FROM nginx:1.29\nCOPY index.html /usr/share/nginx/html/\n",
    files: { "index.html": "" },
  },
  CopyTakesAll: {
    why: {
      en: "`COPY .` takes everything that .dockerignore does not exclude: passwords in .env, the whole history in .git, and node_modules installed for another system. List those in .dockerignore.",
      ko: "`COPY .`는 .dockerignore가 제외하지 않는 것을 모두 복사합니다. .env의 비밀번호, .git의 전체 기록, 다른 시스템용으로 설치된 node_modules까지 들어갑니다. .dockerignore에 적어 제외하세요.",
    },
    bad: "FROM node:24\nCOPY . /app\n",
    good: "FROM node:24\nCOPY . /app\n",
    files: { ".env": "", "node_modules/": "" },
    goodFiles: { ".env": "", "node_modules/": "", ".dockerignore": ".env\nnode_modules\n" },
  },
  CurlPipedToShell: {
    why: {
      en: "The script runs as root without anyone having looked at it, and it may be a different one tomorrow. Download a fixed version, check its checksum, and only then run it.",
      ko: "스크립트가 아무 확인 없이 root로 실행되며 내일은 내용이 다를 수 있습니다. 정해진 버전을 내려받아 체크섬을 확인한 뒤에 실행하세요.",
    },
    bad: "FROM debian:13\nRUN curl -fsSL https://example.com/install.sh | sh\n",
    good: "FROM debian:13\nRUN curl -fsSLo install.sh https://example.com/install.sh && sha256sum -c install.sha256 && sh install.sh\n",
  },
  DaemonInBackground: {
    why: {
      en: "A container runs for as long as its first process. When a server moves into the background, that process ends, and the container stops without an error.",
      ko: "컨테이너는 첫 프로세스가 살아 있는 동안만 실행됩니다. 서버가 백그라운드로 넘어가면 첫 프로세스가 끝나므로 컨테이너가 오류 없이 멈춥니다.",
    },
    bad: 'FROM nginx:1.29\nCMD ["nginx"]\n',
    good: 'FROM nginx:1.29\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  DuplicateExpose: {
    why: {
      en: "EXPOSE records which ports a container listens on, so once is enough. With two lines for one port, someone will one day change only one of them.",
      ko: "EXPOSE는 컨테이너가 수신하는 포트를 기록하는 것이므로 한 번이면 됩니다. 같은 포트가 두 줄에 있으면 고칠 때 하나를 빠뜨리기 쉽습니다.",
    },
    bad: "FROM nginx:1.29\nEXPOSE 80\nEXPOSE 80/tcp\n",
    good: "FROM nginx:1.29\nEXPOSE 80\n",
  },
  DuplicateMount: {
    why: {
      en: "BuildKit accepts the line without a warning, but the last mount at a path hides the earlier one, and the last value of an option replaces the earlier one.",
      ko: "BuildKit은 경고 없이 받아들이지만, 같은 경로에서는 마지막 마운트가 앞의 것을 가리고 같은 옵션에서는 마지막 값이 앞의 값을 대신합니다.",
    },
    bad: "FROM golang:1.26\nRUN --mount=type=cache,target=/root/.cache --mount=type=cache,target=/root/.cache go build\n",
    good: "FROM golang:1.26\nRUN --mount=type=cache,target=/root/.cache --mount=type=cache,target=/go/pkg/mod go build\n",
  },
  EndOfLifeBaseImage: {
    why: {
      en: "New security holes are no longer fixed in this release, and the package servers of old systems are eventually shut down, which breaks builds. The date is the one the project announced.",
      ko: "이 릴리스에서는 새로 발견된 보안 취약점이 더 이상 고쳐지지 않습니다. 오래된 시스템의 패키지 서버는 결국 닫히므로 빌드도 실패하게 됩니다. 날짜는 해당 프로젝트가 발표한 것입니다.",
    },
    bad: "FROM centos:7\n",
    good: "FROM rockylinux/rockylinux:9\n",
  },
  FrontendInEnv: {
    why: {
      en: "As ENV, the setting also applies to anyone who later works inside the container and expects to be asked. ARG applies during the build only.",
      ko: "ENV로 두면 나중에 컨테이너 안에서 작업하는 사람에게도 적용되어, 필요한 질문이 나오지 않습니다. ARG는 빌드하는 동안만 적용됩니다.",
    },
    bad: "FROM debian:13\nENV DEBIAN_FRONTEND=noninteractive\n",
    good: "FROM debian:13\nARG DEBIAN_FRONTEND=noninteractive\n",
  },
  HealthcheckToolMissing: {
    why: {
      en: "The check runs inside the container. Slim images usually have no curl, so every check fails and the container is reported as unhealthy although the program works.",
      ko: "검사는 컨테이너 안에서 실행됩니다. slim 이미지에는 대개 curl이 없어, 프로그램이 정상이어도 검사가 매번 실패하고 컨테이너가 unhealthy로 표시됩니다.",
    },
    bad: "FROM python:3.14-slim\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n",
    good: "FROM python:3.14-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n",
  },
  InstallAtStart: {
    why: {
      en: "CMD and ENTRYPOINT run every time a container starts. Installing packages there makes each start slow, needs the network, and may bring different versions each time.",
      ko: "CMD와 ENTRYPOINT는 컨테이너가 시작될 때마다 실행됩니다. 여기서 패키지를 설치하면 시작이 느려지고 네트워크가 필요하며 매번 다른 버전이 설치될 수 있습니다.",
    },
    bad: "FROM node:24\nCMD npm install && npm start\n",
    good: 'FROM node:24\nRUN npm ci\nCMD ["npm", "start"]\n',
  },
  InstallWithoutRoot: {
    why: {
      en: "USER applies to every instruction below it. Package managers need root, so the build stops here with “permission denied”: install first, then switch the user.",
      ko: "USER는 아래의 모든 명령어에 적용됩니다. 패키지 관리자에는 root 권한이 필요하므로 빌드가 “permission denied”로 멈춥니다. 먼저 설치하고 그다음에 사용자를 바꾸세요.",
    },
    bad: "FROM node:24\nUSER node\nRUN apt-get update && apt-get install -y git\n",
    good: "FROM node:24\nRUN apt-get update && apt-get install -y git\nUSER node\n",
  },
  ListensOnLoopback: {
    why: {
      en: "Every container has its own 127.0.0.1, so a server that listens only there cannot be reached from outside the container, not even through a published port. Many development servers do this by default; tell them to listen on 0.0.0.0, which means all addresses.",
      ko: "127.0.0.1은 컨테이너마다 따로 있으므로, 그 주소에서만 수신하는 서버에는 포트를 게시해도 컨테이너 밖에서 접속할 수 없습니다. 많은 개발용 서버가 기본으로 이렇게 동작하므로 모든 주소를 뜻하는 0.0.0.0에서 수신하도록 지정하세요.",
    },
    bad: 'FROM python:3.13-slim\nCMD ["flask", "run"]\n',
    good: 'FROM python:3.13-slim\nCMD ["flask", "run", "--host=0.0.0.0"]\n',
  },
  MkdirBeforeWorkdir: {
    why: {
      en: "WORKDIR creates the folder if it does not exist, together with its parents. The RUN before it only costs build time and a layer.",
      ko: "WORKDIR는 폴더가 없으면 상위 폴더까지 함께 만듭니다. 앞의 RUN은 빌드 시간과 레이어만 더합니다.",
    },
    bad: "FROM alpine:3.22\nRUN mkdir -p /app\nWORKDIR /app\n",
    good: "FROM alpine:3.22\nWORKDIR /app\n",
  },
  PathOverwritten: {
    why: {
      en: "PATH lists the folders in which programs are looked up. A new list without `$PATH` drops /usr/bin and all the others, and even `ls` is no longer found.",
      ko: "PATH는 프로그램을 찾는 폴더의 목록입니다. `$PATH` 없이 새로 쓰면 /usr/bin을 비롯한 나머지 폴더가 빠져 `ls`조차 찾을 수 없게 됩니다.",
    },
    bad: "FROM alpine:3.22\nENV PATH=/app/bin\n",
    good: "FROM alpine:3.22\nENV PATH=/app/bin:$PATH\n",
  },
  ProfileNotRead: {
    why: {
      en: "`.bashrc`, `.profile` and `/etc/profile` are read only by shells that a person works in. RUN, CMD and `docker exec` do not read them, so the variable is missing there; ENV applies everywhere.",
      ko: "`.bashrc`, `.profile`, `/etc/profile`은 사람이 직접 쓰는 셸만 읽습니다. RUN, CMD, `docker exec`는 읽지 않으므로 거기에는 변수가 없습니다. ENV는 어디에나 적용됩니다.",
    },
    bad: "FROM debian:13\nRUN echo 'export PATH=/opt/tool/bin:$PATH' >> ~/.bashrc\n",
    good: 'FROM debian:13\nENV PATH="/opt/tool/bin:$PATH"\n',
  },
  RunWithoutEffect: {
    why: {
      en: "Each RUN starts a new shell, and its variables, functions and user changes end with that shell. Use ENV for variables and USER for the user: both stay.",
      ko: "RUN마다 새 셸이 시작되며 변수, 함수, 바꾼 사용자는 그 셸과 함께 사라집니다. 변수에는 ENV, 사용자에는 USER를 쓰면 계속 유지됩니다.",
    },
    bad: "FROM alpine:3.22\nRUN export MODE=fast\n",
    good: "FROM alpine:3.22\nENV MODE=fast\n",
  },
  RunWithoutShell: {
    why: {
      en: "scratch and distroless images contain no /bin/sh. RUN has nothing to run the command with, and a CMD or ENTRYPOINT in shell form fails when the container starts.",
      ko: "scratch와 distroless 이미지에는 /bin/sh가 없습니다. RUN은 명령을 실행할 셸이 없어 실패하고, 셸 형식의 CMD나 ENTRYPOINT는 컨테이너가 시작될 때 실패합니다.",
    },
    bad: "FROM scratch\nCOPY app /app\nENTRYPOINT /app\n",
    good: 'FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\n',
  },
  SecretFileCopied: {
    why: {
      en: "A copied file stays in its layer even if a later RUN deletes it, so anyone who pulls the image can extract it. A secret mount exists only for the RUN that needs it and leaves nothing in the image.",
      ko: "복사한 파일은 나중의 RUN에서 지워도 레이어에 남으므로 이미지를 받은 누구나 꺼낼 수 있습니다. 시크릿 마운트는 필요한 RUN 동안만 있고 이미지에 아무것도 남기지 않습니다.",
    },
    bad: "FROM node:24\nCOPY .env /app/\n",
    good: "FROM node:24\nRUN --mount=type=secret,id=env,target=/app/.env npm run build\n",
  },
  SecretInValue: {
    why: {
      en: "This text has the form of a token or password that a well-known service issues. It is now in the file, in the repository and in every image built from it: revoke it, and pass the new one as a build secret.",
      ko: "잘 알려진 서비스가 발급하는 토큰이나 비밀번호의 형식입니다. 이미 파일과 저장소, 여기서 빌드한 모든 이미지에 들어 있으므로 폐기하고, 새것은 빌드 시크릿으로 넘기세요.",
    },
    bad: "FROM alpine:3.22\nRUN git clone https://deploy:k7Vw2pQx@git.internal.net/app.git\n",
    good: "FROM alpine:3.22\nRUN --mount=type=secret,id=netrc,target=/root/.netrc git clone https://git.internal.net/app.git\n",
  },
  ShellAsServer: {
    why: {
      en: "Without a terminal, a shell has no input to read and exits at once, so a container started in the background stops immediately. A server's image should start the server.",
      ko: "터미널이 없으면 셸은 읽을 입력이 없어 바로 종료하므로, 백그라운드로 시작한 컨테이너가 곧바로 멈춥니다. 서버 이미지는 서버 프로그램을 시작해야 합니다.",
    },
    bad: 'FROM debian:13\nEXPOSE 80\nCMD ["/bin/bash"]\n',
    good: 'FROM debian:13\nEXPOSE 80\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  ShellEntrypointIgnoresCmd: {
    why: {
      en: "In shell form, ENTRYPOINT runs under `/bin/sh -c`, which passes no arguments on. CMD and everything after the image name in `docker run` are ignored.",
      ko: "셸 형식의 ENTRYPOINT는 `/bin/sh -c`로 실행되어 인자를 넘기지 않습니다. CMD와 `docker run`에서 이미지 이름 뒤에 쓴 것은 모두 무시됩니다.",
    },
    bad: 'FROM alpine:3.22\nENTRYPOINT ping\nCMD ["localhost"]\n',
    good: 'FROM alpine:3.22\nENTRYPOINT ["ping"]\nCMD ["localhost"]\n',
  },
  ShellSyntaxInExec: {
    why: {
      en: "In the JSON form Docker starts the program directly, without a shell. Nothing interprets `&&`, `>` or `$HOME`: the program receives them as plain arguments.",
      ko: "JSON 형식에서는 Docker가 셸 없이 프로그램을 직접 시작합니다. `&&`, `>`, `$HOME`을 해석하는 것이 없어 프로그램이 글자 그대로 인자로 받습니다.",
    },
    bad: 'FROM alpine:3.22\nCMD ["echo", "$HOME"]\n',
    good: 'FROM alpine:3.22\nCMD ["/bin/sh", "-c", "echo $HOME"]\n',
  },
  SingleQuotesInJson: {
    why: {
      en: "JSON accepts double quotes only. With single quotes Docker treats the line as a shell command, and the shell looks for a program named `[nginx,`.",
      ko: "JSON은 큰따옴표만 인정합니다. 작은따옴표를 쓰면 Docker가 셸 명령으로 여기고, 셸은 `[nginx,`라는 프로그램을 찾습니다.",
    },
    bad: "FROM nginx:1.29\nCMD ['nginx', '-g', 'daemon off;']\n",
    good: 'FROM nginx:1.29\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  SpaceAroundEquals: {
    why: {
      en: "With a space before the `=`, `ENV NAME = value` is read in the old form `ENV NAME VALUE`. The variable then holds `= value`.",
      ko: "`=` 앞에 공백이 있으면 `ENV NAME = value`가 옛 형식인 `ENV 이름 값`으로 읽힙니다. 변수의 값은 `= value`가 됩니다.",
    },
    bad: "FROM alpine:3.22\nENV MODE = fast\n",
    good: "FROM alpine:3.22\nENV MODE=fast\n",
  },
  SyntaxTooOld: {
    why: {
      en: "The `# syntax=` line selects the frontend that reads the file, and an old one refuses features that came later. `docker/dockerfile:1` always means the newest release of version 1.",
      ko: "`# syntax=` 줄은 파일을 읽을 프런트엔드를 정하며, 오래된 프런트엔드는 나중에 나온 기능을 거부합니다. `docker/dockerfile:1`은 항상 버전 1의 최신 릴리스입니다.",
    },
    bad: "# syntax=docker/dockerfile:1.2\nFROM alpine:3.22\nCOPY --link app /app\n",
    good: "# syntax=docker/dockerfile:1\nFROM alpine:3.22\nCOPY --link app /app\n",
  },
  SystemctlInContainer: {
    why: {
      en: "systemctl needs systemd, which does not run in a container. A container runs one program, the one in CMD, in the foreground.",
      ko: "systemctl에는 systemd가 필요한데 컨테이너에서는 systemd가 실행되지 않습니다. 컨테이너는 CMD에 적은 프로그램 하나를 포그라운드로 실행합니다.",
    },
    bad: "FROM fedora:43\nRUN systemctl start nginx\n",
    good: 'FROM fedora:43\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  TildeNotExpanded: {
    why: {
      en: "Only a shell expands `~`, and no shell reads WORKDIR, COPY or ENV. The build creates a folder that is literally named `~`, and the files are not where you expect them.",
      ko: "`~`는 셸만 펼치는데 WORKDIR, COPY, ENV는 셸이 읽지 않습니다. 이름이 그대로 `~`인 폴더가 만들어지고, 파일은 예상한 곳에 없게 됩니다.",
    },
    bad: "FROM alpine:3.22\nWORKDIR ~/app\n",
    good: "FROM alpine:3.22\nWORKDIR /root/app\n",
  },
  TlsCheckDisabled: {
    why: {
      en: "The certificate proves that the right server answers. Without that check anyone on the way can send a different file, which the build then runs or installs as root.",
      ko: "인증서는 올바른 서버가 응답했음을 증명합니다. 검증하지 않으면 중간에 있는 누구든 다른 파일을 보낼 수 있고, 빌드는 그것을 root로 실행하거나 설치합니다.",
    },
    bad: "FROM debian:13\nRUN curl -k https://example.com/tool -o /usr/local/bin/tool\n",
    good: "FROM debian:13\nRUN curl https://example.com/tool -o /usr/local/bin/tool\n",
  },
  TypographicQuotes: {
    why: {
      en: "Web pages and word processors turn straight quotes into curly ones. Docker does not treat those as quotes: they become part of the value.",
      ko: "웹 페이지와 워드 프로세서는 곧은 따옴표를 둥근 따옴표로 바꿉니다. Docker는 둥근 따옴표를 따옴표로 보지 않으므로 값의 일부가 됩니다.",
    },
    bad: "FROM alpine:3.22\nVOLUME [“/data”]\n",
    good: 'FROM alpine:3.22\nVOLUME ["/data"]\n',
  },
  UnknownUser: {
    why: {
      en: "USER only selects a user; it does not create one. If the name is not in the image's /etc/passwd, the next RUN fails, and so does the container.",
      ko: "USER는 사용자를 고를 뿐 만들지 않습니다. 이미지의 /etc/passwd에 없는 이름이면 다음 RUN이 실패하고 컨테이너도 시작되지 않습니다.",
    },
    bad: "FROM alpine:3.22\nUSER app\n",
    good: "FROM alpine:3.22\nRUN adduser -D app\nUSER app\n",
  },
  UnusedArg: {
    why: {
      en: "A build argument that nothing reads is misleading: people set it with --build-arg, and nothing changes.",
      ko: "아무 데서도 읽지 않는 빌드 인자는 오해를 부릅니다. --build-arg로 값을 주어도 달라지는 것이 없습니다.",
    },
    bad: "ARG RELEASE=1.4\nFROM alpine:3.22\n",
    good: "ARG RELEASE=3.22\nFROM alpine:$RELEASE\n",
  },
  UnusedStage: {
    why: {
      en: "BuildKit builds only what the last stage needs. A stage that nothing copies from or builds on is skipped, together with the tests or files it was meant to produce.",
      ko: "BuildKit은 마지막 스테이지에 필요한 것만 빌드합니다. 아무도 쓰지 않는 스테이지는 건너뛰므로 거기서 하려던 테스트도, 만들려던 파일도 없습니다.",
    },
    bad: "FROM node:24\nRUN npm run build\nFROM nginx:1.29\n",
    good: "FROM node:24 AS build\nRUN npm run build\nFROM nginx:1.29\nCOPY --from=build /dist /usr/share/nginx/html\n",
  },
  WriteAfterVolume: {
    why: {
      en: "The classic builder discards what is written to a folder after its VOLUME line. And if a container starts with an existing volume, it sees that volume's old content instead.",
      ko: "예전 빌더는 VOLUME 줄 뒤에 그 폴더에 쓴 내용을 버립니다. 또한 이미 있는 볼륨으로 컨테이너를 시작하면 대신 그 볼륨의 옛 내용이 보입니다.",
    },
    bad: "FROM alpine:3.22\nVOLUME /data\nRUN touch /data/ready\n",
    good: "FROM alpine:3.22\nRUN mkdir /data && touch /data/ready\nVOLUME /data\n",
  },
  WrongPackageManager: {
    why: {
      en: "Alpine uses apk, Debian and Ubuntu use apt-get, Fedora and its relatives use dnf. A line copied from instructions for another system fails with “not found”.",
      ko: "Alpine은 apk, Debian과 Ubuntu는 apt-get, Fedora 계열은 dnf를 씁니다. 다른 시스템용 안내에서 복사한 줄은 “not found”로 실패합니다.",
    },
    bad: "FROM node:24-alpine\nRUN apt-get update && apt-get install -y git\n",
    good: "FROM node:24-alpine\nRUN apk add --no-cache git\n",
  },
};
