// Why Dockwright's own rules for Dockerfiles exist, with an example each. Not bundled.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  AddWithoutChecksum: {
    why: {
      en: "What lies at an address can change at any time, and the build takes whatever comes. With a checksum it stops instead.",
      ko: "주소에 있는 파일은 언제든 바뀔 수 있고 빌드는 받은 것을 그대로 씁니다. 체크섬이 있으면 파일이 다를 때 빌드가 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nADD https://example.com/tool /usr/local/bin/tool\n",
    good: "FROM alpine:3.22\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool /usr/local/bin/tool\n",
  },
  AptUpdateAlone: {
    why: {
      en: "BuildKit keeps the layer of the update as long as its line stays the same. Months later the install still works with the old lists, and asks for packages that exist no more.",
      ko: "update 줄이 그대로이면 BuildKit은 그 레이어를 캐시에서 다시 씁니다. 몇 달 뒤의 install도 옛 목록을 보고, 이미 없어진 패키지를 찾다가 실패합니다.",
    },
    bad: "FROM debian:13\nRUN apt-get update\nRUN apt-get install -y nginx\n",
    good: "FROM debian:13\nRUN apt-get update && apt-get install -y nginx\n",
  },
  ArgHiddenByEnv: {
    why: {
      en: "A variable of ENV wins over a build argument of the same name, whichever comes first. `ENV NAME=$NAME` behind the ARG hands its value on.",
      ko: "이름이 같으면 순서와 상관없이 ENV가 빌드 인자보다 우선합니다. ARG 뒤에 `ENV NAME=$NAME`을 쓰면 그 값을 이어 줍니다.",
    },
    bad: "FROM alpine:3.22\nENV MODE=fast\nARG MODE=slow\n",
    good: "FROM alpine:3.22\nARG MODE=slow\nENV MODE=$MODE\n",
  },
  ArgNotRedeclared: {
    why: {
      en: "An ARG before the first FROM belongs to no stage: only FROM lines see it. `ARG name` without a value takes it over into a stage.",
      ko: "첫 FROM 앞의 ARG는 어느 스테이지에도 속하지 않아 FROM 줄에서만 보입니다. 스테이지 안에 값 없이 `ARG 이름`을 쓰면 그 값을 이어받습니다.",
    },
    bad: 'ARG RELEASE=1.4\nFROM alpine:3.22\nRUN echo "$RELEASE" > /release\n',
    good: 'ARG RELEASE=1.4\nFROM alpine:3.22\nARG RELEASE\nRUN echo "$RELEASE" > /release\n',
  },
  BackgroundInRun: {
    why: {
      en: "An image holds files, not running programs. What a RUN starts in the background is gone when its shell ends.",
      ko: "이미지에는 파일만 들어가고 실행 중인 프로그램은 들어가지 않습니다. RUN이 백그라운드로 시작한 것은 셸이 끝나면 사라집니다.",
    },
    bad: "FROM redis:8\nRUN redis-server &\n",
    good: 'FROM redis:8\nCMD ["redis-server"]\n',
  },
  BrokenJsonForm: {
    why: {
      en: "A missing comma or quote, or a remark behind the bracket, is no error to Docker: it hands the whole line to a shell, which looks for a program named `[node,`.",
      ko: "쉼표나 따옴표가 빠지거나 괄호 뒤에 주석이 있어도 Docker는 오류로 보지 않습니다. 줄 전체를 셸에 넘기고, 셸은 `[node,` 같은 이름의 프로그램을 찾게 됩니다.",
    },
    bad: 'FROM node:24\nCMD ["node" "app.js"]\n',
    good: 'FROM node:24\nCMD ["node", "app.js"]\n',
  },
  ChmodAfterCopy: {
    why: {
      en: "Each layer stores the whole of a file that it changes, even if only its mode is another. COPY --chmod and --chown set it at once.",
      ko: "레이어는 권한만 바뀐 파일도 통째로 다시 저장합니다. COPY --chmod와 --chown을 쓰면 한 번에 정할 수 있습니다.",
    },
    bad: "FROM alpine:3.22\nCOPY start.sh /start.sh\nRUN chmod +x /start.sh\n",
    good: "FROM alpine:3.22\nCOPY --chmod=755 start.sh /start.sh\n",
  },
  ChmodWorldWritable: {
    why: {
      en: "777 makes an error message go away, and lets every program in the container replace the files, one that was broken into as well.",
      ko: "777은 오류 메시지를 없애 주지만, 침입당한 프로그램을 포함해 컨테이너 안의 모든 프로그램이 파일을 바꿀 수 있게 됩니다.",
    },
    bad: "FROM alpine:3.22\nRUN chmod -R 777 /app\n",
    good: "FROM alpine:3.22\nRUN chown -R 1000:1000 /app\n",
  },
  CleanupInLaterLayer: {
    why: {
      en: "Layers are added to each other. Removing a file in a later one hides it, but it is still downloaded and stored.",
      ko: "레이어는 차례로 쌓입니다. 나중 레이어에서 지운 파일은 보이지 않을 뿐 여전히 저장되고 전송됩니다.",
    },
    bad: "FROM fedora:43\nRUN dnf install -y nginx\nRUN dnf clean all\n",
    good: "FROM fedora:43\nRUN dnf install -y nginx && dnf clean all\n",
  },
  CopyBeforeInstall: {
    why: {
      en: "A layer is built again when a file of its COPY has changed, and so are all layers behind it. Copied alone, the list of dependencies changes seldom, and the install comes from the cache.",
      ko: "COPY한 파일이 하나라도 바뀌면 그 레이어와 뒤의 레이어를 모두 다시 만듭니다. 의존성 목록만 먼저 복사하면 거의 바뀌지 않으므로 설치 결과를 캐시에서 가져옵니다.",
    },
    bad: "FROM node:24\nWORKDIR /app\nCOPY . .\nRUN npm ci\n",
    good: "FROM node:24\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci\nCOPY . .\n",
  },
  CopyOutsideContext: {
    why: {
      en: "Only the build context is sent to the builder. A path cannot leave it; `../` at the head is dropped, and another file is looked for.",
      ko: "빌더에는 빌드 컨텍스트만 전달됩니다. 경로는 그 밖으로 나갈 수 없어 앞의 `../`를 버리고 다른 파일을 찾습니다.",
    },
    bad: "FROM alpine:3.22\nCOPY ../shared/app.conf /etc/\n",
    good: "FROM alpine:3.22\nCOPY shared/app.conf /etc/\n",
  },
  CopySourceNotFound: {
    why: {
      en: "The build stops at this COPY. The source is looked for in the build context, and upper and lower case count there.",
      ko: "빌드가 이 COPY에서 멈춥니다. 원본은 빌드 컨텍스트 안에서 찾으며 대소문자를 구분합니다.",
    },
    bad: "FROM nginx:1.29\nCOPY Index.html /usr/share/nginx/html/\n",
    good: "FROM nginx:1.29\nCOPY index.html /usr/share/nginx/html/\n",
    files: { "index.html": "" },
  },
  CopyTakesAll: {
    why: {
      en: "COPY . takes everything that .dockerignore does not name: passwords in .env, the history in .git, modules of another system in node_modules.",
      ko: "COPY .는 .dockerignore에 없는 것을 모두 복사합니다. .env의 비밀번호, .git의 기록, 다른 시스템용으로 설치된 node_modules까지 들어갑니다.",
    },
    bad: "FROM node:24\nCOPY . /app\n",
    good: "FROM node:24\nCOPY . /app\n",
    files: { ".env": "", "node_modules/": "" },
    goodFiles: { ".env": "", "node_modules/": "", ".dockerignore": ".env\nnode_modules\n" },
  },
  CurlPipedToShell: {
    why: {
      en: "The script runs as root, unseen, and may be another one tomorrow. Download a certain version, compare its checksum, then run it.",
      ko: "스크립트는 확인 없이 root로 실행되며 내일은 내용이 다를 수 있습니다. 정해진 버전을 내려받아 체크섬을 비교한 뒤 실행하세요.",
    },
    bad: "FROM debian:13\nRUN curl -fsSL https://example.com/install.sh | sh\n",
    good: "FROM debian:13\nRUN curl -fsSLo install.sh https://example.com/install.sh && sha256sum -c install.sha256 && sh install.sh\n",
  },
  DaemonInBackground: {
    why: {
      en: "A container lives as long as its first process. A server that goes into the background lets that process end.",
      ko: "컨테이너는 첫 프로세스가 살아 있는 동안만 동작합니다. 서버가 백그라운드로 넘어가면 첫 프로세스가 끝납니다.",
    },
    bad: 'FROM nginx:1.29\nCMD ["nginx"]\n',
    good: 'FROM nginx:1.29\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  DuplicateExpose: {
    why: {
      en: "EXPOSE only notes which ports a container listens on. Once is enough; of two lines one is forgotten at the next change.",
      ko: "EXPOSE는 컨테이너가 수신하는 포트를 적어 두는 것이므로 한 번이면 됩니다. 두 줄이면 고칠 때 하나를 빠뜨리기 쉽습니다.",
    },
    bad: "FROM nginx:1.29\nEXPOSE 80\nEXPOSE 80/tcp\n",
    good: "FROM nginx:1.29\nEXPOSE 80\n",
  },
  DuplicateMount: {
    why: {
      en: "BuildKit takes the file and says nothing; the first mount, or the first value, is covered by the last.",
      ko: "BuildKit은 아무 말 없이 받아들이지만, 앞의 마운트나 값은 마지막 것에 가려집니다.",
    },
    bad: "FROM golang:1.26\nRUN --mount=type=cache,target=/root/.cache --mount=type=cache,target=/root/.cache go build\n",
    good: "FROM golang:1.26\nRUN --mount=type=cache,target=/root/.cache --mount=type=cache,target=/go/pkg/mod go build\n",
  },
  EndOfLifeBaseImage: {
    why: {
      en: "Holes that become known are not mended there any more, and the package servers of old systems disappear. The dates are those that the makers announced.",
      ko: "새로 알려진 취약점이 더 이상 고쳐지지 않고, 오래된 시스템의 패키지 서버도 사라집니다. 날짜는 제작자가 발표한 것입니다.",
    },
    bad: "FROM centos:7\n",
    good: "FROM rockylinux/rockylinux:9\n",
  },
  FrontendInEnv: {
    why: {
      en: "As ENV the setting also holds for people who work in the container later and would like to be asked. ARG ends with the build.",
      ko: "ENV로 두면 나중에 컨테이너 안에서 작업하는 사람에게도 적용되어 필요한 질문이 나오지 않습니다. ARG는 빌드가 끝나면 사라집니다.",
    },
    bad: "FROM debian:13\nENV DEBIAN_FRONTEND=noninteractive\n",
    good: "FROM debian:13\nARG DEBIAN_FRONTEND=noninteractive\n",
  },
  HealthcheckToolMissing: {
    why: {
      en: "The check runs inside the container. Small images have no curl, so each check fails and the container counts as unhealthy.",
      ko: "검사는 컨테이너 안에서 실행됩니다. 작은 이미지에는 curl이 없어 검사가 매번 실패하고 컨테이너는 비정상(unhealthy)으로 판정됩니다.",
    },
    bad: "FROM python:3.14-slim\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n",
    good: "FROM python:3.14-slim\nRUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n",
  },
  InstallAtStart: {
    why: {
      en: "CMD and ENTRYPOINT run at every start. Packages that are installed there make it slow, need the network, and may be other ones each time.",
      ko: "CMD와 ENTRYPOINT는 시작할 때마다 실행됩니다. 여기서 패키지를 설치하면 느려지고 네트워크가 필요하며 매번 다른 버전이 설치될 수 있습니다.",
    },
    bad: "FROM node:24\nCMD npm install && npm start\n",
    good: 'FROM node:24\nRUN npm ci\nCMD ["npm", "start"]\n',
  },
  InstallWithoutRoot: {
    why: {
      en: "USER holds for all instructions below it. A package manager needs root, so the build stops here with “permission denied”.",
      ko: "USER는 아래의 모든 명령어에 적용됩니다. 패키지 관리자에는 root가 필요하므로 빌드가 “permission denied”로 멈춥니다.",
    },
    bad: "FROM node:24\nUSER node\nRUN apt-get update && apt-get install -y git\n",
    good: "FROM node:24\nRUN apt-get update && apt-get install -y git\nUSER node\n",
  },
  ListensOnLoopback: {
    why: {
      en: "Each container has a 127.0.0.1 of its own. A server that listens only there is reached from inside the container and from nowhere else: docker run -p and the ports of Compose lead to the container's other address. Many development servers do so unless they are told to listen on 0.0.0.0, all addresses.",
      ko: "127.0.0.1은 컨테이너마다 따로 있습니다. 그 주소에서만 기다리는 서버는 컨테이너 안에서만 접속됩니다. docker run -p나 Compose의 ports는 컨테이너의 다른 주소로 연결되기 때문입니다. 많은 개발용 서버는 모든 주소인 0.0.0.0에서 기다리라고 지정하지 않으면 이렇게 동작합니다.",
    },
    bad: 'FROM python:3.13-slim\nCMD ["flask", "run"]\n',
    good: 'FROM python:3.13-slim\nCMD ["flask", "run", "--host=0.0.0.0"]\n',
  },
  MkdirBeforeWorkdir: {
    why: {
      en: "WORKDIR makes the folder when it is not there. The RUN before it costs time and a layer.",
      ko: "WORKDIR는 폴더가 없으면 만들어 줍니다. 앞의 RUN은 시간과 레이어만 더합니다.",
    },
    bad: "FROM alpine:3.22\nRUN mkdir -p /app\nWORKDIR /app\n",
    good: "FROM alpine:3.22\nWORKDIR /app\n",
  },
  PathOverwritten: {
    why: {
      en: "PATH is the list of folders in which programs are looked for. A new list without `$PATH` forgets /usr/bin and all the others.",
      ko: "PATH는 프로그램을 찾는 폴더 목록입니다. `$PATH` 없이 새로 쓰면 /usr/bin을 비롯한 나머지 폴더가 빠집니다.",
    },
    bad: "FROM alpine:3.22\nENV PATH=/app/bin\n",
    good: "FROM alpine:3.22\nENV PATH=/app/bin:$PATH\n",
  },
  ProfileNotRead: {
    why: {
      en: "`.bashrc`, `.profile` and `/etc/profile` are read by a shell that somebody sits at. RUN, CMD and a program of `docker exec` start without one, so the variable is missing there. ENV holds for all of them.",
      ko: "`.bashrc`, `.profile`, `/etc/profile`은 사람이 쓰는 터미널의 셸만 읽습니다. RUN과 CMD, `docker exec`로 실행한 프로그램은 이 파일을 읽지 않으므로 변수가 없습니다. ENV는 모두에 적용됩니다.",
    },
    bad: "FROM debian:13\nRUN echo 'export PATH=/opt/tool/bin:$PATH' >> ~/.bashrc\n",
    good: 'FROM debian:13\nENV PATH="/opt/tool/bin:$PATH"\n',
  },
  RunWithoutEffect: {
    why: {
      en: "Each RUN has a shell of its own. Variables, functions and another user end with it; ENV and USER stay.",
      ko: "RUN마다 별도의 셸이 실행됩니다. 변수, 함수, 바꾼 사용자는 그 셸과 함께 사라지고 ENV와 USER는 남습니다.",
    },
    bad: "FROM alpine:3.22\nRUN export MODE=fast\n",
    good: "FROM alpine:3.22\nENV MODE=fast\n",
  },
  RunWithoutShell: {
    why: {
      en: "scratch and distroless images hold no /bin/sh. A RUN has nothing to run it, and a CMD in shell form does not start.",
      ko: "scratch와 distroless 이미지에는 /bin/sh가 없습니다. RUN을 실행할 것이 없고, 셸 형식의 CMD도 시작되지 않습니다.",
    },
    bad: "FROM scratch\nCOPY app /app\nENTRYPOINT /app\n",
    good: 'FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\n',
  },
  SecretFileCopied: {
    why: {
      en: "A copied file stays in its layer, even when a later RUN removes it. A secret mount is there while one RUN needs it and leaves nothing behind.",
      ko: "복사한 파일은 나중에 RUN으로 지워도 레이어에 남습니다. 시크릿 마운트는 필요한 RUN 동안만 존재하고 아무것도 남기지 않습니다.",
    },
    bad: "FROM node:24\nCOPY .env /app/\n",
    good: "FROM node:24\nRUN --mount=type=secret,id=env,target=/app/.env npm run build\n",
  },
  SecretInValue: {
    why: {
      en: "Tokens of well-known services have a shape of their own. One in a Dockerfile is in the repository, in the image and in its history; it has to be revoked.",
      ko: "잘 알려진 서비스의 토큰은 고유한 모양이 있습니다. Dockerfile에 적으면 저장소와 이미지, 이미지 기록에 모두 남으므로 폐기해야 합니다.",
    },
    bad: "FROM alpine:3.22\nRUN git clone https://deploy:k7Vw2pQx@git.internal.net/app.git\n",
    good: "FROM alpine:3.22\nRUN --mount=type=secret,id=netrc,target=/root/.netrc git clone https://git.internal.net/app.git\n",
  },
  ShellAsServer: {
    why: {
      en: "A shell without a terminal reads the end of its input and stops. The container of a server has to run the server.",
      ko: "터미널이 없는 셸은 입력이 끝난 것으로 보고 종료합니다. 서버 컨테이너는 서버 프로그램을 실행해야 합니다.",
    },
    bad: 'FROM debian:13\nEXPOSE 80\nCMD ["/bin/bash"]\n',
    good: 'FROM debian:13\nEXPOSE 80\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  ShellEntrypointIgnoresCmd: {
    why: {
      en: "In shell form the ENTRYPOINT runs under /bin/sh -c, which hands nothing on: CMD and the arguments of docker run are lost.",
      ko: "셸 형식의 ENTRYPOINT는 /bin/sh -c로 실행되어 인자를 넘기지 않습니다. CMD와 docker run의 인자가 사라집니다.",
    },
    bad: 'FROM alpine:3.22\nENTRYPOINT ping\nCMD ["localhost"]\n',
    good: 'FROM alpine:3.22\nENTRYPOINT ["ping"]\nCMD ["localhost"]\n',
  },
  ShellSyntaxInExec: {
    why: {
      en: "In the JSON form Docker starts the program itself. `&&`, `>` and `$HOME` are words of a shell, and there is none.",
      ko: "JSON 형식에서는 Docker가 프로그램을 직접 실행합니다. `&&`, `>`, `$HOME`은 셸이 처리하는 말인데 셸이 없습니다.",
    },
    bad: 'FROM alpine:3.22\nCMD ["echo", "$HOME"]\n',
    good: 'FROM alpine:3.22\nCMD ["/bin/sh", "-c", "echo $HOME"]\n',
  },
  SingleQuotesInJson: {
    why: {
      en: "JSON knows double quotes only. With single ones the line is a command for the shell, which looks for a program named `[nginx,`.",
      ko: "JSON은 큰따옴표만 인정합니다. 작은따옴표를 쓰면 셸 명령이 되어 `[nginx,`라는 프로그램을 찾게 됩니다.",
    },
    bad: "FROM nginx:1.29\nCMD ['nginx', '-g', 'daemon off;']\n",
    good: 'FROM nginx:1.29\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  SpaceAroundEquals: {
    why: {
      en: "`ENV NAME = value` is read in the old form, `ENV name value`: the value is then `= value`.",
      ko: "`ENV NAME = value`는 옛 형식인 `ENV 이름 값`으로 읽혀 값이 `= value`가 됩니다.",
    },
    bad: "FROM alpine:3.22\nENV MODE = fast\n",
    good: "FROM alpine:3.22\nENV MODE=fast\n",
  },
  SyntaxTooOld: {
    why: {
      en: "The # syntax= line names the frontend that reads the file. An old one refuses what came later; `docker/dockerfile:1` is always the newest.",
      ko: "# syntax= 줄은 파일을 읽을 프런트엔드를 정합니다. 오래된 버전은 나중에 나온 기능을 거부합니다. `docker/dockerfile:1`은 항상 최신입니다.",
    },
    bad: "# syntax=docker/dockerfile:1.2\nFROM alpine:3.22\nCOPY --link app /app\n",
    good: "# syntax=docker/dockerfile:1\nFROM alpine:3.22\nCOPY --link app /app\n",
  },
  SystemctlInContainer: {
    why: {
      en: "systemctl talks to systemd, and no container runs it. One container runs one program, named in CMD.",
      ko: "systemctl은 systemd에 요청하는 명령인데 컨테이너에는 systemd가 없습니다. 컨테이너는 CMD에 적힌 프로그램 하나를 실행합니다.",
    },
    bad: "FROM fedora:43\nRUN systemctl start nginx\n",
    good: 'FROM fedora:43\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  TildeNotExpanded: {
    why: {
      en: "WORKDIR, COPY and ENV are not read by a shell. The build makes a folder whose name is a tilde, and nothing is where it is looked for.",
      ko: "WORKDIR, COPY, ENV는 셸이 읽지 않습니다. 이름이 물결표인 폴더가 만들어지고, 파일은 찾는 곳에 없게 됩니다.",
    },
    bad: "FROM alpine:3.22\nWORKDIR ~/app\n",
    good: "FROM alpine:3.22\nWORKDIR /root/app\n",
  },
  TlsCheckDisabled: {
    why: {
      en: "The certificate shows that the right server answers. Without the check any machine on the way can send a file of its own, which then runs as root.",
      ko: "인증서는 올바른 서버가 응답했음을 보여 줍니다. 검증하지 않으면 경로상의 어떤 컴퓨터든 자기 파일을 보낼 수 있고, 그 파일이 root로 실행됩니다.",
    },
    bad: "FROM debian:13\nRUN curl -k https://example.com/tool -o /usr/local/bin/tool\n",
    good: "FROM debian:13\nRUN curl https://example.com/tool -o /usr/local/bin/tool\n",
  },
  TypographicQuotes: {
    why: {
      en: "Web pages and word processors turn straight quotes into curly ones. To Docker those are letters like any other.",
      ko: "웹 페이지와 워드 프로세서는 곧은따옴표를 둥근따옴표로 바꿉니다. Docker에게 둥근따옴표는 그냥 글자일 뿐입니다.",
    },
    bad: "FROM alpine:3.22\nVOLUME [“/data”]\n",
    good: 'FROM alpine:3.22\nVOLUME ["/data"]\n',
  },
  UnknownUser: {
    why: {
      en: "USER only names a user; it makes none. With a name that /etc/passwd does not hold, the next RUN and the container stop at once.",
      ko: "USER는 사용자를 지정할 뿐 만들지 않습니다. /etc/passwd에 없는 이름이면 다음 RUN과 컨테이너가 바로 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nUSER app\n",
    good: "FROM alpine:3.22\nRUN adduser -D app\nUSER app\n",
  },
  UnusedArg: {
    why: {
      en: "A build argument that nothing reads misleads people: they set it, and nothing changes.",
      ko: "아무 데서도 읽지 않는 빌드 인자는 오해를 부릅니다. 값을 바꾸어도 달라지는 것이 없습니다.",
    },
    bad: "ARG RELEASE=1.4\nFROM alpine:3.22\n",
    good: "ARG RELEASE=3.22\nFROM alpine:$RELEASE\n",
  },
  UnusedStage: {
    why: {
      en: "BuildKit builds only what the last stage needs. A stage that nothing copies from or builds on is never run.",
      ko: "BuildKit은 마지막 스테이지에 필요한 것만 빌드합니다. 아무도 가져다 쓰지 않는 스테이지는 실행되지 않습니다.",
    },
    bad: "FROM node:24\nRUN npm run build\nFROM nginx:1.29\n",
    good: "FROM node:24 AS build\nRUN npm run build\nFROM nginx:1.29\nCOPY --from=build /dist /usr/share/nginx/html\n",
  },
  WriteAfterVolume: {
    why: {
      en: "The classic builder throws away what is written below a VOLUME, and when a container starts with a volume that exists already, its old content is seen.",
      ko: "예전 빌더는 VOLUME 아래에 나중에 쓴 내용을 버립니다. 이미 있는 볼륨으로 컨테이너를 시작하면 그 볼륨의 옛 내용이 보입니다.",
    },
    bad: "FROM alpine:3.22\nVOLUME /data\nRUN touch /data/ready\n",
    good: "FROM alpine:3.22\nRUN mkdir /data && touch /data/ready\nVOLUME /data\n",
  },
  WrongPackageManager: {
    why: {
      en: "Alpine has apk, Debian and Ubuntu have apt-get, Fedora and its relatives have dnf. Lines copied from a tutorial for another system fail.",
      ko: "Alpine에는 apk, Debian과 Ubuntu에는 apt-get, Fedora 계열에는 dnf가 있습니다. 다른 시스템용 예제를 그대로 옮기면 실패합니다.",
    },
    bad: "FROM node:24-alpine\nRUN apt-get update && apt-get install -y git\n",
    good: "FROM node:24-alpine\nRUN apk add --no-cache git\n",
  },
};
