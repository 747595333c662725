// Why hadolint's and ShellCheck's rules exist, with an example each. Not bundled.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  DL1001: {
    why: {
      en: "Every such comment is a rule that someone has switched off for a line. Projects that want every rule to hold without exceptions enable this one.",
      ko: "이런 주석은 누군가 어느 줄에서 규칙을 꺼 둔 것입니다. 예외 없이 모든 규칙을 지키려는 프로젝트에서 이 규칙을 켭니다.",
    },
    bad: "# hadolint ignore=DL3006\nFROM alpine\n",
    good: "FROM alpine:3.22\n",
  },
  DL3000: {
    why: {
      en: "A relative WORKDIR continues from the previous one. That is allowed, but with an absolute path you can see the folder without reading the lines above or the base image.",
      ko: "상대 경로의 WORKDIR는 앞의 WORKDIR에서 이어집니다. 허용되지만, 절대 경로로 쓰면 윗줄이나 베이스 이미지를 보지 않아도 어느 폴더인지 알 수 있습니다.",
    },
    bad: "FROM alpine:3.22\nWORKDIR /app\nWORKDIR src\n",
    good: "FROM alpine:3.22\nWORKDIR /app\nWORKDIR /app/src\n",
  },
  DL3001: {
    why: {
      en: "Commands such as `ssh`, `service`, `mount` or `top` manage a whole machine. A container usually runs a single program, without an init system, services or a screen, so they do nothing useful in a build.",
      ko: "`ssh`, `service`, `mount`, `top` 같은 명령은 컴퓨터 전체를 관리하는 것입니다. 컨테이너는 대개 init 시스템도 서비스도 화면도 없이 프로그램 하나만 실행하므로 빌드에서 쓸모가 없습니다.",
    },
    bad: "FROM alpine:3.22\nRUN top\n",
    good: "FROM alpine:3.22\nRUN uname\n",
  },
  DL3002: {
    why: {
      en: "If an attacker takes over a program that runs as root, they can change everything in the container, and an escape to the host is easier. Switch to an ordinary user once everything is installed.",
      ko: "root로 실행되는 프로그램이 뚫리면 공격자가 컨테이너 안의 모든 것을 바꿀 수 있고 호스트로 빠져나가기도 쉬워집니다. 설치를 마친 뒤 일반 사용자로 바꾸세요.",
    },
    bad: "FROM alpine:3.22\nUSER root\n",
    good: "FROM alpine:3.22\nUSER 1000\n",
  },
  DL3003: {
    why: {
      en: "Every RUN starts in the WORKDIR again, so the `cd` is forgotten by the next one. WORKDIR applies to all instructions below and shows at a glance where they run.",
      ko: "RUN은 매번 WORKDIR에서 다시 시작하므로 `cd`는 다음 RUN에 남지 않습니다. WORKDIR는 아래의 모든 명령어에 적용되고 어디서 실행되는지 한눈에 보여 줍니다.",
    },
    bad: "FROM alpine:3.22\nRUN cd /app && make\n",
    good: "FROM alpine:3.22\nWORKDIR /app\nRUN make\n",
  },
  DL3004: {
    why: {
      en: "A build already runs as root unless USER says otherwise, and many images have no sudo at all. To run a program as another user, use USER, or `gosu` in a start script.",
      ko: "빌드는 USER로 바꾸지 않는 한 이미 root로 실행되고, sudo가 없는 이미지도 많습니다. 다른 사용자로 실행하려면 USER를 쓰거나 시작 스크립트에서 `gosu`를 쓰세요.",
    },
    bad: "FROM debian:13\nRUN sudo make\n",
    good: "FROM debian:13\nRUN make\n",
  },
  DL3006: {
    why: {
      en: "Without a tag Docker takes `latest`, whatever that is at the time. A build that worked yesterday can fail today, and two people may get different images from the same file.",
      ko: "태그가 없으면 Docker는 그때그때의 `latest`를 씁니다. 어제 되던 빌드가 오늘 실패할 수 있고, 같은 파일에서 서로 다른 이미지가 나올 수 있습니다.",
    },
    bad: "FROM node\n",
    good: "FROM node:24\n",
  },
  DL3007: {
    why: {
      en: "`latest` moves with every release, also to a new major version that breaks your program. A version tag such as `node:24` changes only when you edit it or for compatible updates.",
      ko: "`latest`는 릴리스마다 바뀌며, 프로그램이 동작하지 않게 되는 새 주 버전으로도 넘어갑니다. `node:24`처럼 버전을 쓰면 호환되는 업데이트만 받습니다.",
    },
    bad: "FROM node:latest\n",
    good: "FROM node:24\n",
  },
  DL3008: {
    why: {
      en: "Without a version, two builds of the same file can contain different packages, and an update can break the build without any change of yours. Debian removes old versions from its servers, so a pattern such as `curl=8.14.*` lasts longer than an exact version.",
      ko: "버전을 정하지 않으면 같은 파일을 빌드해도 패키지가 달라질 수 있고, 고친 것이 없는데도 업데이트 때문에 빌드가 깨질 수 있습니다. Debian은 옛 버전을 서버에서 지우므로 정확한 버전보다 `curl=8.14.*` 같은 패턴이 오래 갑니다.",
    },
    bad: "FROM debian:13\nRUN apt-get install curl\n",
    good: "FROM debian:13\nRUN apt-get install curl=8.14.1-2\n",
  },
  DL3009: {
    why: {
      en: "The package lists take tens of megabytes and are outdated soon. A later RUN cannot shrink the layer, so delete them in the RUN that fetched them.",
      ko: "패키지 목록은 수십 MB를 차지하고 곧 낡은 정보가 됩니다. 나중의 RUN으로는 레이어가 줄지 않으므로 목록을 받은 RUN에서 바로 지우세요.",
    },
    bad: "FROM debian:13\nRUN apt-get update\n",
    good: "FROM debian:13\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\n",
  },
  DL3010: {
    why: {
      en: "COPY stores the archive in a layer of its own, where it stays even after it has been unpacked. ADD unpacks a local tar archive while copying it.",
      ko: "COPY하면 압축 파일이 레이어에 저장되어 푼 뒤에도 남습니다. ADD는 로컬 tar 파일을 복사하면서 바로 풉니다.",
    },
    bad: "FROM alpine:3.22\nCOPY app.tar.gz /\nRUN tar xzf app.tar.gz\n",
    good: "FROM alpine:3.22\nADD app.tar.gz /\n",
  },
  DL3012: {
    why: {
      en: "An image keeps only the last HEALTHCHECK. Anyone who reads an earlier one believes in a check that never runs.",
      ko: "이미지에는 마지막 HEALTHCHECK만 남습니다. 앞의 것을 읽은 사람은 실행되지 않는 검사를 믿게 됩니다.",
    },
    bad: "FROM alpine:3.22\nHEALTHCHECK CMD a\nHEALTHCHECK CMD b\n",
    good: "FROM alpine:3.22\nHEALTHCHECK CMD b\n",
  },
  DL3013: {
    why: {
      en: "Without a version, each build installs whatever was published last, and a new release can break the program without any change of yours. A requirements file with versions serves the same purpose.",
      ko: "버전을 정하지 않으면 빌드할 때마다 마지막으로 공개된 것이 설치되고, 고친 것이 없는데도 새 릴리스 때문에 프로그램이 깨질 수 있습니다. 버전을 적은 requirements 파일을 써도 됩니다.",
    },
    bad: "FROM python:3.14\nRUN pip install flask\n",
    good: "FROM python:3.14\nRUN pip install flask==3.1.0\n",
  },
  DL3014: {
    why: {
      en: "Nobody can answer a question during a build, so apt-get gives up and the build fails.",
      ko: "빌드 중에는 질문에 답할 사람이 없으므로 apt-get이 설치를 그만두고 빌드가 실패합니다.",
    },
    bad: "FROM debian:13\nRUN apt-get install curl\n",
    good: "FROM debian:13\nRUN apt-get install -y curl\n",
  },
  DL3015: {
    why: {
      en: "Recommended packages are rarely needed in a container. They can make the image hundreds of megabytes larger and bring along more software to keep patched.",
      ko: "권장 패키지는 컨테이너에서 거의 필요하지 않습니다. 이미지가 수백 MB까지 커질 수 있고 보안 업데이트를 챙겨야 할 소프트웨어도 늘어납니다.",
    },
    bad: "FROM debian:13\nRUN apt-get install -y curl\n",
    good: "FROM debian:13\nRUN apt-get install -y --no-install-recommends curl\n",
  },
  DL3016: {
    why: {
      en: "Without a version, each build installs whatever was published last, and a new release can break the program without any change of yours. For an application, `npm ci` with a lock file is better still.",
      ko: "버전을 정하지 않으면 빌드할 때마다 마지막으로 공개된 것이 설치되고, 고친 것이 없는데도 새 릴리스 때문에 프로그램이 깨질 수 있습니다. 애플리케이션이라면 잠금 파일과 `npm ci`를 쓰는 편이 더 좋습니다.",
    },
    bad: "FROM node:24\nRUN npm install express\n",
    good: "FROM node:24\nRUN npm install express@5.1.0\n",
  },
  DL3018: {
    why: {
      en: "Without a version, two builds of the same file can contain different packages. Alpine removes old versions from its servers, so a range such as `curl~=8.14` lasts longer than an exact version.",
      ko: "버전을 정하지 않으면 같은 파일을 빌드해도 패키지가 달라질 수 있습니다. Alpine은 옛 버전을 서버에서 지우므로 정확한 버전보다 `curl~=8.14` 같은 범위가 오래 갑니다.",
    },
    bad: "FROM alpine:3.22\nRUN apk add curl\n",
    good: "FROM alpine:3.22\nRUN apk add curl=8.14.1-r1\n",
  },
  DL3019: {
    why: {
      en: "The finished image does not need apk's package index, which only makes the layer larger. `--no-cache` fetches the index for this command and does not store it.",
      ko: "완성된 이미지에는 apk의 패키지 색인이 필요 없으며 레이어만 커집니다. `--no-cache`를 쓰면 색인을 그 명령에만 쓰고 저장하지 않습니다.",
    },
    bad: "FROM alpine:3.22\nRUN apk add curl\n",
    good: "FROM alpine:3.22\nRUN apk add --no-cache curl\n",
  },
  DL3020: {
    why: {
      en: "ADD also unpacks archives and downloads URLs, so a reader cannot tell whether that is intended, and a file that happens to be an archive is unpacked by surprise. COPY only copies.",
      ko: "ADD는 압축을 풀고 URL도 내려받으므로 그것을 의도했는지 알 수 없고, 복사하려던 압축 파일이 뜻밖에 풀리기도 합니다. COPY는 복사만 합니다.",
    },
    bad: "FROM alpine:3.22\nADD app.js /app/\n",
    good: "FROM alpine:3.22\nCOPY app.js /app/\n",
  },
  DL3021: {
    why: {
      en: "Several sources can only go into a folder, and the slash at the end is what marks the destination as one. Without it the build stops.",
      ko: "원본이 여럿이면 폴더에만 넣을 수 있고, 끝의 슬래시가 있어야 대상이 폴더로 인정됩니다. 슬래시가 없으면 빌드가 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nCOPY a b /app\n",
    good: "FROM alpine:3.22\nCOPY a b /app/\n",
  },
  DL3022: {
    why: {
      en: "BuildKit takes a name that is not a stage of the file for an image and pulls it from the registry. A typo thus ends in “pull access denied”, or in someone else's image.",
      ko: "BuildKit은 파일에 없는 스테이지 이름을 이미지로 보고 레지스트리에서 받으려 합니다. 그래서 오타가 나면 “pull access denied”로 실패하거나 다른 사람의 이미지를 쓰게 됩니다.",
    },
    bad: "FROM alpine:3.22\nCOPY --from=biuld /a /b\n",
    good: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /a /b\n",
  },
  DL3023: {
    why: {
      en: "A stage is complete only after its last line, so nothing can be copied from it before that. To copy a file within one stage, use `RUN cp`.",
      ko: "스테이지는 마지막 줄까지 실행되어야 완성되므로 그 전에는 복사해 올 수 없습니다. 같은 스테이지 안에서 파일을 복사하려면 `RUN cp`를 쓰세요.",
    },
    bad: "FROM alpine:3.22 AS app\nCOPY --from=app /a /b\n",
    good: "FROM alpine:3.22 AS build\nFROM alpine:3.22 AS app\nCOPY --from=build /a /b\n",
  },
  DL3025: {
    why: {
      en: "The shell form needs a shell in the image, and that shell becomes an extra process between Docker and your program that usually does not pass signals on. The JSON form starts the program directly.",
      ko: "셸 형식에는 이미지에 셸이 있어야 하고, 그 셸이 Docker와 프로그램 사이에 끼어 대개 시그널을 넘기지 않습니다. JSON 형식은 프로그램을 직접 시작합니다.",
    },
    bad: "FROM alpine:3.22\nHEALTHCHECK CMD /check\n",
    good: 'FROM alpine:3.22\nHEALTHCHECK CMD ["/check"]\n',
  },
  DL3026: {
    why: {
      en: "The project's setting `trustedRegistries` lists where images may come from. Nobody has vouched for what an image from elsewhere contains.",
      ko: "프로젝트 설정 `trustedRegistries`에는 이미지를 가져와도 되는 곳이 적혀 있습니다. 다른 곳의 이미지에 무엇이 들었는지는 아무도 보증하지 않습니다.",
    },
    bad: "FROM evil.example.com/alpine:3.22\n",
    good: "FROM docker.io/alpine:3.22\n",
    lint: { trustedRegistries: ["docker.io"] },
  },
  DL3027: {
    why: {
      en: "apt is meant for people at a terminal; it warns that its command line may change between versions. apt-get and apt-cache stay stable for scripts.",
      ko: "apt는 터미널에서 사람이 쓰도록 만든 것으로, 명령줄 인터페이스가 버전마다 바뀔 수 있다고 경고합니다. 스크립트에는 안정적인 apt-get과 apt-cache를 쓰세요.",
    },
    bad: "FROM debian:13\nRUN apt list\n",
    good: "FROM debian:13\nRUN apt-cache pkgnames\n",
  },
  DL3028: {
    why: {
      en: "Without a version, each build installs whatever was published last, and a new release can break the program without any change of yours.",
      ko: "버전을 정하지 않으면 빌드할 때마다 마지막으로 공개된 것이 설치되고, 고친 것이 없는데도 새 릴리스 때문에 프로그램이 깨질 수 있습니다.",
    },
    bad: "FROM ruby:3.4\nRUN gem install bundler\n",
    good: "FROM ruby:3.4\nRUN gem install bundler:2.6.2\n",
  },
  DL3030: {
    why: {
      en: "Nobody can answer a question during a build, so yum gives up and the build fails.",
      ko: "빌드 중에는 질문에 답할 사람이 없으므로 yum이 설치를 그만두고 빌드가 실패합니다.",
    },
    bad: "FROM almalinux:9\nRUN yum install httpd-2.4.62 && yum clean all\n",
    good: "FROM almalinux:9\nRUN yum install -y httpd-2.4.62 && yum clean all\n",
  },
  DL3032: {
    why: {
      en: "Package lists and downloads are of no use in the finished image. A later RUN cannot shrink the layer, so clean up in the same RUN.",
      ko: "패키지 목록과 내려받은 파일은 완성된 이미지에서 쓸모가 없습니다. 나중의 RUN으로는 레이어가 줄지 않으므로 같은 RUN에서 지우세요.",
    },
    bad: "FROM almalinux:9\nRUN yum install -y httpd-2.4.62\n",
    good: "FROM almalinux:9\nRUN yum install -y httpd-2.4.62 && yum clean all\n",
  },
  DL3033: {
    why: {
      en: "Without a version, two builds of the same file can contain different packages, and an update can break the build without any change of yours.",
      ko: "버전을 정하지 않으면 같은 파일을 빌드해도 패키지가 달라질 수 있고, 고친 것이 없는데도 업데이트 때문에 빌드가 깨질 수 있습니다.",
    },
    bad: "FROM almalinux:9\nRUN yum install -y httpd && yum clean all\n",
    good: "FROM almalinux:9\nRUN yum install -y httpd-2.4.62 && yum clean all\n",
  },
  DL3034: {
    why: {
      en: "Nobody can answer a question during a build, so zypper gives up and the build fails.",
      ko: "빌드 중에는 질문에 답할 사람이 없으므로 zypper가 설치를 그만두고 빌드가 실패합니다.",
    },
    bad: "FROM opensuse/leap:15.6\nRUN zypper install httpd=2.4.62 && zypper clean\n",
    good: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.62 && zypper clean\n",
  },
  DL3035: {
    why: {
      en: "dist-upgrade replaces much of the base image in a layer on top of it, so the image holds both the old and the new files. A newer base image contains the updates already.",
      ko: "dist-upgrade는 베이스 이미지의 많은 파일을 그 위의 레이어에서 바꾸므로 이미지에 옛 파일과 새 파일이 모두 들어갑니다. 새 베이스 이미지에는 이미 업데이트가 들어 있습니다.",
    },
    bad: "FROM opensuse/leap:15.5\nRUN zypper dist-upgrade -y\n",
    good: "FROM opensuse/leap:15.6\n",
  },
  DL3036: {
    why: {
      en: "Package lists and downloads are of no use in the finished image. A later RUN cannot shrink the layer, so clean up in the same RUN.",
      ko: "패키지 목록과 내려받은 파일은 완성된 이미지에서 쓸모가 없습니다. 나중의 RUN으로는 레이어가 줄지 않으므로 같은 RUN에서 지우세요.",
    },
    bad: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.62\n",
    good: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.62 && zypper clean\n",
  },
  DL3037: {
    why: {
      en: "Without a version, two builds of the same file can contain different packages, and an update can break the build without any change of yours.",
      ko: "버전을 정하지 않으면 같은 파일을 빌드해도 패키지가 달라질 수 있고, 고친 것이 없는데도 업데이트 때문에 빌드가 깨질 수 있습니다.",
    },
    bad: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd && zypper clean\n",
    good: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.62 && zypper clean\n",
  },
  DL3038: {
    why: {
      en: "Nobody can answer a question during a build, so dnf gives up and the build fails.",
      ko: "빌드 중에는 질문에 답할 사람이 없으므로 dnf가 설치를 그만두고 빌드가 실패합니다.",
    },
    bad: "FROM fedora:43\nRUN dnf install httpd-2.4.62 && dnf clean all\n",
    good: "FROM fedora:43\nRUN dnf install -y httpd-2.4.62 && dnf clean all\n",
  },
  DL3040: {
    why: {
      en: "Package lists and downloads are of no use in the finished image. A later RUN cannot shrink the layer, so clean up in the same RUN.",
      ko: "패키지 목록과 내려받은 파일은 완성된 이미지에서 쓸모가 없습니다. 나중의 RUN으로는 레이어가 줄지 않으므로 같은 RUN에서 지우세요.",
    },
    bad: "FROM fedora:43\nRUN dnf install -y httpd-2.4.62\n",
    good: "FROM fedora:43\nRUN dnf install -y httpd-2.4.62 && dnf clean all\n",
  },
  DL3041: {
    why: {
      en: "Without a version, two builds of the same file can contain different packages, and an update can break the build without any change of yours.",
      ko: "버전을 정하지 않으면 같은 파일을 빌드해도 패키지가 달라질 수 있고, 고친 것이 없는데도 업데이트 때문에 빌드가 깨질 수 있습니다.",
    },
    bad: "FROM fedora:43\nRUN dnf install -y httpd && dnf clean all\n",
    good: "FROM fedora:43\nRUN dnf install -y httpd-2.4.62 && dnf clean all\n",
  },
  DL3042: {
    why: {
      en: "pip keeps everything it downloads in a cache, which nobody needs in the finished image. A cache mount is an alternative: it speeds up the next build and stays out of the image.",
      ko: "pip는 내려받은 것을 캐시에 보관하지만 완성된 이미지에는 필요 없습니다. 캐시 마운트를 쓰면 다음 빌드가 빨라지면서 이미지에는 남지 않습니다.",
    },
    bad: "FROM python:3.14\nRUN pip install flask==3.1.0\n",
    good: "FROM python:3.14\nRUN pip install --no-cache-dir flask==3.1.0\n",
  },
  DL3044: {
    why: {
      en: "BuildKit works out all values of one ENV before it sets any of them, so the variable still has its old value here, or none.",
      ko: "BuildKit은 한 ENV의 모든 값을 계산한 다음에 변수를 설정합니다. 그래서 여기서 읽는 변수는 아직 이전 값이거나 비어 있습니다.",
    },
    bad: "FROM alpine:3.22\nENV A=1 B=$A\n",
    good: "FROM alpine:3.22\nENV A=1\nENV B=$A\n",
  },
  DL3045: {
    why: {
      en: "Without a WORKDIR of your own, a relative destination depends on the base image. If a newer base image has another working folder, the file lands there and your program does not find it.",
      ko: "WORKDIR를 직접 정하지 않으면 상대 경로의 대상은 베이스 이미지에 달려 있습니다. 새 베이스 이미지의 작업 폴더가 다르면 파일이 그곳에 놓여 프로그램이 찾지 못합니다.",
    },
    bad: "FROM alpine:3.22\nCOPY app.js app.js\n",
    good: "FROM alpine:3.22\nWORKDIR /app\nCOPY app.js app.js\n",
  },
  DL3046: {
    why: {
      en: "useradd keeps a login record with an entry for every number up to the user's. With a very high number that sparse file appears to be many gigabytes long, which can fill the disk when the layer is stored. `-l` leaves the record out.",
      ko: "useradd는 사용자 번호까지 모든 번호의 자리를 둔 로그인 기록을 만듭니다. 번호가 아주 크면 이 희소 파일의 길이가 수 GB가 되어, 레이어를 저장할 때 디스크를 가득 채울 수 있습니다. `-l`을 쓰면 기록을 만들지 않습니다.",
    },
    bad: "FROM debian:13\nRUN useradd -u 1234567 app\n",
    good: "FROM debian:13\nRUN useradd -l -u 1234567 app\n",
  },
  DL3047: {
    why: {
      en: "wget's progress bar fills the build log with thousands of lines, in which an error message is easily missed.",
      ko: "wget의 진행 표시가 수천 줄로 빌드 로그를 채워 오류 메시지를 놓치기 쉽습니다.",
    },
    bad: "FROM alpine:3.22\nRUN wget https://example.com/a\n",
    good: "FROM alpine:3.22\nRUN wget -nv https://example.com/a\n",
  },
  DL3048: {
    why: {
      en: "Tools find labels by their exact keys. Docker reserves the prefixes `com.docker.`, `io.docker.` and `org.dockerproject.`; use a domain that you own, written backwards.",
      ko: "도구는 정확한 키로 레이블을 찾습니다. `com.docker.`, `io.docker.`, `org.dockerproject.`는 Docker가 예약한 접두사이므로, 자신의 도메인을 거꾸로 쓴 접두사를 사용하세요.",
    },
    bad: 'FROM alpine:3.22\nLABEL Vendor_="Kim"\n',
    good: 'FROM alpine:3.22\nLABEL vendor="Kim"\n',
  },
  DL3049: {
    why: {
      en: "The project's label schema lists the labels that every image must have, for example so that its owner and its source can be found later.",
      ko: "프로젝트의 레이블 스키마에는 이미지마다 있어야 할 레이블이 적혀 있습니다. 예를 들어 나중에 이미지의 담당자와 소스를 찾기 위해서입니다.",
    },
    bad: "FROM alpine:3.22\nRUN uname\n",
    good: 'FROM alpine:3.22\nLABEL owner="kim"\n',
    lint: { labelSchema: { owner: "text" } },
  },
  DL3050: {
    why: {
      en: "With `strict-labels`, only the labels in the project's schema are allowed. An unknown one is usually a typo.",
      ko: "`strict-labels`를 켜면 프로젝트의 스키마에 있는 레이블만 쓸 수 있습니다. 모르는 레이블은 대개 오타입니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL owner="kim"\nLABEL onwer="kim"\n',
    good: 'FROM alpine:3.22\nLABEL owner="kim"\n',
    lint: { labelSchema: { owner: "text" }, strictLabels: true },
  },
  DL3051: {
    why: {
      en: "An empty label satisfies a check for its presence but tells nobody anything.",
      ko: "빈 레이블은 있기만 할 뿐 아무것도 알려 주지 않습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL owner=""\n',
    good: 'FROM alpine:3.22\nLABEL owner="kim"\n',
    lint: { labelSchema: { owner: "text" } },
  },
  DL3052: {
    why: {
      en: "Registries and other tools show this label as a link. A value that is not a URL leads nowhere.",
      ko: "레지스트리 같은 도구는 이 레이블을 링크로 보여 줍니다. URL이 아니면 열 수 없습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL source="our repository"\n',
    good: 'FROM alpine:3.22\nLABEL source="https://example.com/app"\n',
    lint: { labelSchema: { source: "url" } },
  },
  DL3053: {
    why: {
      en: "Programs sort and compare these times and understand only the RFC 3339 form, such as `2026-01-31T12:00:00Z`.",
      ko: "이 시각은 프로그램이 정렬하고 비교하는데, `2026-01-31T12:00:00Z` 같은 RFC 3339 형식만 이해합니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL created="yesterday"\n',
    good: 'FROM alpine:3.22\nLABEL created="2026-01-31T12:00:00Z"\n',
    lint: { labelSchema: { created: "rfc3339" } },
  },
  DL3054: {
    why: {
      en: "Licence scanners recognise SPDX identifiers such as `MIT` or `Apache-2.0`. They cannot interpret free text.",
      ko: "라이선스 검사 도구는 `MIT`, `Apache-2.0` 같은 SPDX 식별자를 인식합니다. 자유롭게 쓴 글은 해석하지 못합니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL licence="free for all"\n',
    good: 'FROM alpine:3.22\nLABEL licence="MIT"\n',
    lint: { labelSchema: { licence: "spdx" } },
  },
  DL3055: {
    why: {
      en: "A commit hash leads to the exact source of an image; a branch name points elsewhere after the next commit. Write 7 or all 40 digits of it.",
      ko: "커밋 해시가 있으면 이미지의 소스를 정확히 찾을 수 있지만, 브랜치 이름은 다음 커밋부터 다른 곳을 가리킵니다. 7자리나 40자리 전체를 쓰세요.",
    },
    bad: 'FROM alpine:3.22\nLABEL revision="main"\n',
    good: 'FROM alpine:3.22\nLABEL revision="5e6748c"\n',
    lint: { labelSchema: { revision: "hash" } },
  },
  DL3056: {
    why: {
      en: "Versions such as `1.4.2` can be compared and sorted by tools; a word such as “newest” cannot.",
      ko: "`1.4.2` 같은 버전은 도구가 비교하고 정렬할 수 있지만 “newest” 같은 말은 그럴 수 없습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL version="newest"\n',
    good: 'FROM alpine:3.22\nLABEL version="1.4.2"\n',
    lint: { labelSchema: { version: "semver" } },
  },
  DL3057: {
    why: {
      en: "A program can hang while its process still runs, and Docker then shows the container as running. A HEALTHCHECK reveals it, and other services in Compose can wait until it succeeds.",
      ko: "프로세스가 살아 있어도 프로그램이 멈출 수 있고, 그때 Docker에는 컨테이너가 실행 중으로 보입니다. HEALTHCHECK가 있으면 이를 알 수 있고, Compose의 다른 서비스는 검사가 성공할 때까지 기다릴 수 있습니다.",
    },
    bad: 'FROM nginx:1.29\nCMD ["nginx", "-g", "daemon off;"]\n',
    good: 'FROM nginx:1.29\nHEALTHCHECK CMD ["curl", "-f", "http://localhost/"]\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  DL3058: {
    why: {
      en: "People with a question or a security report about the image write to this address. With an invalid one they reach nobody.",
      ko: "이미지에 대해 묻거나 보안 문제를 알리려는 사람이 이 주소로 메일을 보냅니다. 주소가 잘못되면 아무에게도 닿지 않습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL contact="kim"\n',
    good: 'FROM alpine:3.22\nLABEL contact="kim@example.com"\n',
    lint: { labelSchema: { contact: "email" } },
  },
  DL3059: {
    why: {
      en: "Each RUN makes a layer, and what a later RUN deletes stays in the earlier layer. Join commands that belong together; keep apart what should be cached apart.",
      ko: "RUN마다 레이어가 생기고, 나중의 RUN이 지운 파일은 앞의 레이어에 남습니다. 함께 할 일은 합치고, 따로 캐시해야 할 일은 나누어 두세요.",
    },
    bad: "FROM alpine:3.22\nRUN a\nRUN b\n",
    good: "FROM alpine:3.22\nRUN a && b\n",
  },
  DL3060: {
    why: {
      en: "yarn keeps everything it downloads in a cache, which nobody needs in the finished image. A later RUN cannot shrink the layer, so clean up in the same RUN.",
      ko: "yarn은 내려받은 것을 캐시에 보관하지만 완성된 이미지에는 필요 없습니다. 나중의 RUN으로는 레이어가 줄지 않으므로 같은 RUN에서 지우세요.",
    },
    bad: "FROM node:24\nRUN yarn install\n",
    good: "FROM node:24\nRUN yarn install && yarn cache clean\n",
  },
  DL3062: {
    why: {
      en: "Without a version, each build takes whatever was released last, and a new release can break the build without any change of yours.",
      ko: "버전을 정하지 않으면 빌드할 때마다 마지막 릴리스를 가져오고, 고친 것이 없는데도 새 릴리스 때문에 빌드가 깨질 수 있습니다.",
    },
    bad: "FROM golang:1.25\nRUN go install example.com/a@latest\n",
    good: "FROM golang:1.25\nRUN go install example.com/a@v1.2.3\n",
  },
  DL3064: {
    why: {
      en: "An image's history and configuration show the values of ARG and ENV to everyone who can pull it. User names belong to a login just as passwords do: pass them as a secret, or when the container starts.",
      ko: "이미지의 기록과 설정은 이미지를 받을 수 있는 누구에게나 ARG와 ENV의 값을 보여 줍니다. 사용자 이름도 비밀번호와 함께 로그인에 쓰이므로 시크릿으로 넘기거나 컨테이너를 시작할 때 넘기세요.",
    },
    bad: "FROM alpine:3.22\nARG USERNAME=jane\n",
    good: "FROM alpine:3.22\nRUN --mount=type=secret,id=username ./login\n",
  },
  DL3066: {
    why: {
      en: "Kubernetes with `runAsNonRoot` refuses to start an image whose USER is a name, because it cannot check that the name is not root. A number such as 1000 works everywhere.",
      ko: "`runAsNonRoot`를 쓰는 Kubernetes는 USER가 이름인 이미지를 시작하지 않습니다. 그 이름이 root가 아닌지 확인할 수 없기 때문입니다. 1000 같은 번호는 어디서나 동작합니다.",
    },
    bad: "FROM alpine:3.22\nUSER app\n",
    good: "FROM alpine:3.22\nUSER 1000\n",
  },
  DL3067: {
    why: {
      en: "The point of a second stage is to leave compilers and source code behind. Copying `/` brings all of it along, so the image is large again and contains what it should not.",
      ko: "두 번째 스테이지는 컴파일러와 소스 코드를 남겨 두고 오려고 만듭니다. `/`를 복사하면 모두 따라와 이미지가 다시 커지고 들어가지 말아야 할 것도 들어갑니다.",
    },
    bad: "FROM golang:1.26 AS build\nFROM alpine:3.22\nCOPY --from=build / /\n",
    good: "FROM golang:1.26 AS build\nFROM alpine:3.22\nCOPY --from=build /app /app\n",
  },
  DL4001: {
    why: {
      en: "wget and curl do the same job, so installing both only makes the image larger. Choose the one that the base image already has.",
      ko: "wget과 curl은 같은 일을 하므로 둘 다 설치하면 이미지만 커집니다. 베이스 이미지에 이미 있는 것을 쓰세요.",
    },
    bad: "FROM alpine:3.22\nRUN wget -q a && curl b\n",
    good: "FROM alpine:3.22\nRUN curl a && curl b\n",
  },
  DL4003: {
    why: {
      en: "A container starts with the last CMD; the earlier ones only mislead the reader.",
      ko: "컨테이너는 마지막 CMD로 시작합니다. 앞의 것은 읽는 사람을 헷갈리게 할 뿐입니다.",
    },
    bad: 'FROM alpine:3.22\nCMD ["a"]\nCMD ["b"]\n',
    good: 'FROM alpine:3.22\nCMD ["b"]\n',
  },
  DL4004: {
    why: {
      en: "A container starts with the last ENTRYPOINT; the earlier ones only mislead the reader.",
      ko: "컨테이너는 마지막 ENTRYPOINT로 시작합니다. 앞의 것은 읽는 사람을 헷갈리게 할 뿐입니다.",
    },
    bad: 'FROM alpine:3.22\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]\n',
    good: 'FROM alpine:3.22\nENTRYPOINT ["b"]\n',
  },
  DL4005: {
    why: {
      en: "Scripts of the system rely on the /bin/sh they were written for and may fail with another one. SHELL changes the shell for this build only.",
      ko: "시스템의 스크립트는 원래의 /bin/sh에 맞춰져 있어 다른 셸에서는 실패할 수 있습니다. SHELL은 이 빌드의 셸만 바꿉니다.",
    },
    bad: "FROM debian:13\nRUN ln -sf /bin/bash /bin/sh\n",
    good: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\n',
  },
  DL4006: {
    why: {
      en: "Without pipefail, only the last command of a pipe decides whether a RUN succeeds. If the download in `curl … | tar x` breaks off, the build may go on with half a file.",
      ko: "pipefail이 없으면 파이프의 마지막 명령만으로 RUN의 성공이 정해집니다. `curl … | tar x`에서 내려받기가 끊겨도 반쪽 파일로 빌드가 계속될 수 있습니다.",
    },
    bad: "FROM debian:13\nRUN curl -f a | tar x\n",
    good: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -f a | tar x\n',
  },
  SC2006: {
    why: {
      en: "Backticks are easily mistaken for quotes, and nested ones need escaping. `$(…)` does the same and can be nested as it is.",
      ko: "백틱은 따옴표로 잘못 보기 쉽고 중첩하려면 이스케이프해야 합니다. `$(…)`는 같은 일을 하며 그대로 중첩할 수 있습니다.",
    },
    bad: "FROM alpine:3.22\nRUN a=`b`\n",
    good: "FROM alpine:3.22\nRUN a=$(b)\n",
  },
  SC2028: {
    why: {
      en: "Some shells print `\\n` as a line break, others as the two characters `\\` and `n`. printf does the same everywhere.",
      ko: "`\\n`을 줄바꿈으로 출력하는 셸도 있고 `\\`와 `n` 두 글자로 출력하는 셸도 있습니다. printf는 어디서나 같습니다.",
    },
    bad: 'FROM alpine:3.22\nRUN echo "a\\nb" > /list\n',
    good: "FROM alpine:3.22\nRUN printf 'a\\nb\\n' > /list\n",
  },
  SC2035: {
    why: {
      en: "If a file is named `-rf`, the shell turns the pattern into `rm -rf …`, and the name acts as an option. With `./` in front it stays a file name.",
      ko: "`-rf`라는 이름의 파일이 있으면 패턴이 `rm -rf …`로 펼쳐져 이름이 옵션으로 쓰입니다. 앞에 `./`를 붙이면 파일 이름으로 남습니다.",
    },
    bad: "FROM alpine:3.22\nRUN rm *.log\n",
    good: "FROM alpine:3.22\nRUN rm ./*.log\n",
  },
  SC2043: {
    why: {
      en: "A loop over a single word runs once. Usually a `$` is missing, or quotes around a list make it one word.",
      ko: "단어 하나를 도는 반복문은 한 번만 실행됩니다. 대개 `$`가 빠졌거나, 목록을 따옴표로 감싸 한 단어가 된 것입니다.",
    },
    bad: "FROM alpine:3.22\nRUN for name in names; do echo $name; done\n",
    good: "FROM alpine:3.22\nRUN for name in a b; do echo $name; done\n",
  },
  SC2046: {
    why: {
      en: "If the output contains a space, it becomes several arguments; if it contains a `*`, it becomes a list of files. Quotes keep it a single argument.",
      ko: "출력에 공백이 있으면 여러 인자로 나뉘고 `*`가 있으면 파일 목록으로 바뀝니다. 따옴표로 감싸면 인자 하나로 남습니다.",
    },
    bad: "FROM alpine:3.22\nRUN rm $(cat list)\n",
    good: 'FROM alpine:3.22\nRUN rm "$(cat list)"\n',
  },
  SC2086: {
    why: {
      en: "If the value contains a space, it becomes several arguments; if it contains a `*`, it becomes a list of files. Quotes keep it a single argument.",
      ko: "값에 공백이 있으면 여러 인자로 나뉘고 `*`가 있으면 파일 목록으로 바뀝니다. 따옴표로 감싸면 인자 하나로 남습니다.",
    },
    bad: "FROM alpine:3.22\nRUN rm $FILES\n",
    good: 'FROM alpine:3.22\nRUN rm "$FILES"\n',
  },
  SC2153: {
    why: {
      en: "Variable names must match exactly, and an unknown one is simply empty. A name that differs by one letter from a known one is almost always a typo.",
      ko: "변수 이름은 정확히 일치해야 하며 모르는 이름은 그냥 빈 값이 됩니다. 아는 이름과 한 글자만 다르면 거의 언제나 오타입니다.",
    },
    bad: 'FROM alpine:3.22\nARG RELEASE=1\nRUN echo "$RELEASA"\n',
    good: 'FROM alpine:3.22\nARG RELEASE=1\nRUN echo "$RELEASE"\n',
  },
  SC2154: {
    why: {
      en: "The shell replaces a variable that was never set with an empty string and reports nothing, so the command runs with a piece missing.",
      ko: "셸은 설정된 적 없는 변수를 알림 없이 빈 문자열로 바꾸므로 명령이 일부가 빠진 채 실행됩니다.",
    },
    bad: 'FROM alpine:3.22\nRUN echo "$release"\n',
    good: 'FROM alpine:3.22\nARG release=1\nRUN echo "$release"\n',
  },
  SC2155: {
    why: {
      en: "`export` itself succeeds even when the command inside fails, so the build goes on with an empty value. Assign first, then export.",
      ko: "안의 명령이 실패해도 `export` 자체는 성공하므로 빈 값으로 빌드가 계속됩니다. 먼저 대입하고 그다음에 export하세요.",
    },
    bad: "FROM alpine:3.22\nRUN export A=$(b)\n",
    good: "FROM alpine:3.22\nRUN A=$(b) && export A\n",
  },
  SC2164: {
    why: {
      en: "sh goes on after a command that failed. If the folder is missing, `make` and `rm` run where the script happens to be. With `&&`, `|| exit 1` or `set -e` the build stops there; WORKDIR needs none of them.",
      ko: "sh는 명령이 실패해도 계속 실행합니다. 폴더가 없으면 `make`나 `rm`이 원래 있던 폴더에서 실행됩니다. `&&`, `|| exit 1`, `set -e`를 쓰면 빌드가 그 자리에서 멈추고, WORKDIR를 쓰면 이런 처리가 필요 없습니다.",
    },
    bad: "FROM alpine:3.22\nRUN cd /src; make\n",
    good: "FROM alpine:3.22\nWORKDIR /src\nRUN make\n",
  },
  SC3037: {
    why: {
      en: "In a plain sh such as dash, Debian's default, `echo -e` prints the `-e` as text. printf behaves the same everywhere.",
      ko: "Debian의 기본 셸인 dash 같은 sh에서는 `echo -e`가 `-e`를 글자로 출력합니다. printf는 어디서나 같습니다.",
    },
    bad: 'FROM debian:13\nRUN echo -e "a" > /list\n',
    good: "FROM debian:13\nRUN printf 'a\\n' > /list\n",
  },
  SC3046: {
    why: {
      en: "`source` is a bash word. A plain sh such as dash, Debian's default, stops with “not found”; the dot does the same in every shell.",
      ko: "`source`는 bash의 명령입니다. Debian의 기본 셸인 dash 같은 sh는 “not found”로 멈춥니다. 점(.)은 모든 셸에서 같은 일을 합니다.",
    },
    bad: "FROM debian:13\nRUN source /etc/os-release\n",
    good: "FROM debian:13\nRUN . /etc/os-release\n",
  },
};
