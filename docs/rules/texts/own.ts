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
  ArgNotRedeclared: {
    why: {
      en: "An ARG before the first FROM belongs to no stage: only FROM lines see it. `ARG name` without a value takes it over into a stage.",
      ko: "첫 FROM 앞의 ARG는 어느 스테이지에도 속하지 않아 FROM 줄에서만 보입니다. 스테이지 안에 값 없이 `ARG 이름`을 쓰면 그 값을 이어받습니다.",
    },
    bad: 'ARG RELEASE=1.4\nFROM alpine:3.22\nRUN echo "$RELEASE" > /release\n',
    good: 'ARG RELEASE=1.4\nFROM alpine:3.22\nARG RELEASE\nRUN echo "$RELEASE" > /release\n',
  },
  BrokenJsonForm: {
    why: {
      en: "A missing comma or quote, or a remark behind the bracket, is no error to Docker: it hands the whole line to a shell, which looks for a program named `[node,`.",
      ko: "쉼표나 따옴표가 빠지거나 괄호 뒤에 주석이 있어도 Docker는 오류로 보지 않습니다. 줄 전체를 셸에 넘기고, 셸은 `[node,` 같은 이름의 프로그램을 찾게 됩니다.",
    },
    bad: 'FROM node:24\nCMD ["node" "app.js"]\n',
    good: 'FROM node:24\nCMD ["node", "app.js"]\n',
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
  PathOverwritten: {
    why: {
      en: "PATH is the list of folders in which programs are looked for. A new list without `$PATH` forgets /usr/bin and all the others.",
      ko: "PATH는 프로그램을 찾는 폴더 목록입니다. `$PATH` 없이 새로 쓰면 /usr/bin을 비롯한 나머지 폴더가 빠집니다.",
    },
    bad: "FROM alpine:3.22\nENV PATH=/app/bin\n",
    good: "FROM alpine:3.22\nENV PATH=/app/bin:$PATH\n",
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
  ShellSyntaxInExec: {
    why: {
      en: "In the JSON form Docker starts the program itself. `&&`, `>` and `$HOME` are words of a shell, and there is none.",
      ko: "JSON 형식에서는 Docker가 프로그램을 직접 실행합니다. `&&`, `>`, `$HOME`은 셸이 처리하는 말인데 셸이 없습니다.",
    },
    bad: 'FROM alpine:3.22\nCMD ["echo", "$HOME"]\n',
    good: 'FROM alpine:3.22\nCMD ["/bin/sh", "-c", "echo $HOME"]\n',
  },
  SpaceAroundEquals: {
    why: {
      en: "`ENV NAME = value` is read in the old form, `ENV name value`: the value is then `= value`.",
      ko: "`ENV NAME = value`는 옛 형식인 `ENV 이름 값`으로 읽혀 값이 `= value`가 됩니다.",
    },
    bad: "FROM alpine:3.22\nENV MODE = fast\n",
    good: "FROM alpine:3.22\nENV MODE=fast\n",
  },
  TildeNotExpanded: {
    why: {
      en: "WORKDIR, COPY and ENV are not read by a shell. The build makes a folder whose name is a tilde, and nothing is where it is looked for.",
      ko: "WORKDIR, COPY, ENV는 셸이 읽지 않습니다. 이름이 물결표인 폴더가 만들어지고, 파일은 찾는 곳에 없게 됩니다.",
    },
    bad: "FROM alpine:3.22\nWORKDIR ~/app\n",
    good: "FROM alpine:3.22\nWORKDIR /root/app\n",
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
