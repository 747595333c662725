// Why hadolint's and ShellCheck's rules exist, with an example each. Not bundled.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  DL1001: {
    why: {
      en: "Each pragma is a rule that somebody has waved through. A project that wants none of them switches this rule on.",
      ko: "주석으로 끈 규칙은 누군가 그냥 넘긴 것입니다. 그런 곳을 허용하지 않는 프로젝트에서 이 규칙을 켭니다.",
    },
    bad: "# hadolint ignore=DL3006\nFROM alpine\n",
    good: "FROM alpine:3.22\n",
  },
  DL3000: {
    why: {
      en: "A relative WORKDIR goes on from the one before. That is allowed; an absolute one can be read without looking up.",
      ko: "상대 경로의 WORKDIR는 앞의 WORKDIR에서 이어집니다. 허용되지만 절대 경로로 쓰면 앞을 찾아보지 않아도 됩니다.",
    },
    bad: "FROM alpine:3.22\nWORKDIR /app\nWORKDIR src\n",
    good: "FROM alpine:3.22\nWORKDIR /app\nWORKDIR /app/src\n",
  },
  DL3001: {
    why: {
      en: "A container has no init, no services of its own and no screen to look at.",
      ko: "컨테이너에는 init도, 자체 서비스도, 볼 화면도 없습니다.",
    },
    bad: "FROM alpine:3.22\nRUN top\n",
    good: "FROM alpine:3.22\nRUN uname\n",
  },
  DL3002: {
    why: {
      en: "A program that runs as root and is broken into gives away everything that the container can reach.",
      ko: "root로 실행되는 프로그램이 뚫리면 컨테이너가 닿는 모든 것을 내주게 됩니다.",
    },
    bad: "FROM alpine:3.22\nUSER root\n",
    good: "FROM alpine:3.22\nUSER 1000\n",
  },
  DL3003: {
    why: {
      en: "Each RUN starts in the WORKDIR again, so cd has no effect on the next one.",
      ko: "RUN은 매번 WORKDIR에서 다시 시작하므로 cd는 다음 RUN에 영향을 주지 않습니다.",
    },
    bad: "FROM alpine:3.22\nRUN cd /app && make\n",
    good: "FROM alpine:3.22\nWORKDIR /app\nRUN make\n",
  },
  DL3004: {
    why: {
      en: "The build is root already; sudo only adds a package and trouble with signals.",
      ko: "빌드는 이미 root이므로 sudo는 패키지와 시그널 문제만 더합니다.",
    },
    bad: "FROM debian:13\nRUN sudo make\n",
    good: "FROM debian:13\nRUN make\n",
  },
  DL3006: {
    why: {
      en: "Without a tag the newest image is taken, and a build that worked yesterday fails today.",
      ko: "태그가 없으면 최신 이미지를 받아 어제 되던 빌드가 오늘 실패할 수 있습니다.",
    },
    bad: "FROM node\n",
    good: "FROM node:24\n",
  },
  DL3007: {
    why: {
      en: "The tag latest means another image after each release.",
      ko: "latest 태그는 릴리스 때마다 다른 이미지를 뜻합니다.",
    },
    bad: "FROM node:latest\n",
    good: "FROM node:24\n",
  },
  DL3008: {
    why: {
      en: "A package whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 패키지는 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM debian:13\nRUN apt-get install curl\n",
    good: "FROM debian:13\nRUN apt-get install curl=8.14.1-2\n",
  },
  DL3009: {
    why: {
      en: "What one RUN leaves behind stays in its layer, even if a later one removes it.",
      ko: "한 RUN이 남긴 것은 나중에 지워도 레이어에 그대로 남습니다.",
    },
    bad: "FROM debian:13\nRUN apt-get update\n",
    good: "FROM debian:13\nRUN apt-get update && rm -rf /var/lib/apt/lists/*\n",
  },
  DL3010: {
    why: {
      en: "COPY puts the archive into a layer of its own, where it stays after it was unpacked. ADD unpacks it on the way.",
      ko: "COPY하면 압축 파일이 레이어에 남아 푼 뒤에도 없어지지 않습니다. ADD는 복사하면서 바로 풉니다.",
    },
    bad: "FROM alpine:3.22\nCOPY app.tar.gz /\nRUN tar xzf app.tar.gz\n",
    good: "FROM alpine:3.22\nADD app.tar.gz /\n",
  },
  DL3012: {
    why: {
      en: "Docker keeps one HEALTHCHECK for an image; whoever reads the first one believes in a check that never runs.",
      ko: "Docker는 이미지에 HEALTHCHECK 하나만 남깁니다. 앞의 것을 읽은 사람은 실행되지 않는 검사를 믿게 됩니다.",
    },
    bad: "FROM alpine:3.22\nHEALTHCHECK CMD a\nHEALTHCHECK CMD b\n",
    good: "FROM alpine:3.22\nHEALTHCHECK CMD b\n",
  },
  DL3013: {
    why: {
      en: "A package whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 패키지는 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM python:3.14\nRUN pip install flask\n",
    good: "FROM python:3.14\nRUN pip install flask==3.1.0\n",
  },
  DL3014: {
    why: {
      en: "A build has nobody who could answer a question, so it fails.",
      ko: "빌드 중에는 질문에 답할 사람이 없어 실패합니다.",
    },
    bad: "FROM debian:13\nRUN apt-get install curl\n",
    good: "FROM debian:13\nRUN apt-get install -y curl\n",
  },
  DL3015: {
    why: {
      en: "Recommended packages make the image larger and give attackers more to use.",
      ko: "권장 패키지는 이미지를 키우고 공격에 쓰일 것을 늘립니다.",
    },
    bad: "FROM debian:13\nRUN apt-get install -y curl\n",
    good: "FROM debian:13\nRUN apt-get install -y --no-install-recommends curl\n",
  },
  DL3016: {
    why: {
      en: "A package whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 패키지는 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM node:24\nRUN npm install express\n",
    good: "FROM node:24\nRUN npm install express@5.1.0\n",
  },
  DL3018: {
    why: {
      en: "A package whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 패키지는 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM alpine:3.22\nRUN apk add curl\n",
    good: "FROM alpine:3.22\nRUN apk add curl=8.14.1-r1\n",
  },
  DL3019: {
    why: {
      en: "The index is of no use in the finished image.",
      ko: "완성된 이미지에서 색인은 쓸모가 없습니다.",
    },
    bad: "FROM alpine:3.22\nRUN apk add curl\n",
    good: "FROM alpine:3.22\nRUN apk add --no-cache curl\n",
  },
  DL3020: {
    why: {
      en: "ADD does more than copy, and a reader cannot tell what was meant.",
      ko: "ADD는 복사 이상의 일을 하므로 읽는 사람이 의도를 알 수 없습니다.",
    },
    bad: "FROM alpine:3.22\nADD app.js /app/\n",
    good: "FROM alpine:3.22\nCOPY app.js /app/\n",
  },
  DL3021: {
    why: {
      en: "Without the slash, the destination looks like a file.",
      ko: "슬래시가 없으면 대상이 파일처럼 보입니다.",
    },
    bad: "FROM alpine:3.22\nCOPY a b /app\n",
    good: "FROM alpine:3.22\nCOPY a b /app/\n",
  },
  DL3022: {
    why: {
      en: "A name that is no stage is pulled as an image from the registry.",
      ko: "스테이지가 아닌 이름은 레지스트리에서 이미지로 받습니다.",
    },
    bad: "FROM alpine:3.22\nCOPY --from=biuld /a /b\n",
    good: "FROM alpine:3.22 AS build\nFROM alpine:3.22\nCOPY --from=build /a /b\n",
  },
  DL3023: {
    why: {
      en: "A stage is finished when its last line has run, so nothing can be copied from it before.",
      ko: "스테이지는 마지막 줄까지 실행되어야 완성되므로 그 전에는 자기 자신에서 복사할 수 없습니다.",
    },
    bad: "FROM alpine:3.22 AS app\nCOPY --from=app /a /b\n",
    good: "FROM alpine:3.22 AS build\nFROM alpine:3.22 AS app\nCOPY --from=build /a /b\n",
  },
  DL3025: {
    why: {
      en: "An image without a shell cannot run the shell form, and with one there is a process more between Docker and the program.",
      ko: "셸이 없는 이미지는 셸 형식을 실행할 수 없고, 셸이 있으면 Docker와 프로그램 사이에 프로세스가 하나 더 생깁니다.",
    },
    bad: "FROM alpine:3.22\nHEALTHCHECK CMD /check\n",
    good: 'FROM alpine:3.22\nHEALTHCHECK CMD ["/check"]\n',
  },
  DL3026: {
    why: {
      en: "A project can say in `trustedRegistries` where its images may come from. Others may hold anything.",
      ko: "프로젝트는 `trustedRegistries`로 이미지를 가져와도 되는 곳을 정할 수 있습니다. 다른 곳의 이미지에는 무엇이 들었을지 모릅니다.",
    },
    bad: "FROM evil.example.com/alpine:3.22\n",
    good: "FROM docker.io/alpine:3.22\n",
    lint: { trustedRegistries: ["docker.io"] },
  },
  DL3027: {
    why: {
      en: "apt promises no stable behaviour to scripts.",
      ko: "apt는 스크립트에서의 안정적인 동작을 보장하지 않습니다.",
    },
    bad: "FROM debian:13\nRUN apt list\n",
    good: "FROM debian:13\nRUN apt-cache pkgnames\n",
  },
  DL3028: {
    why: {
      en: "A gem whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 gem은 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM ruby:3.4\nRUN gem install bundler\n",
    good: "FROM ruby:3.4\nRUN gem install bundler:2.6.2\n",
  },
  DL3030: {
    why: {
      en: "A build has nobody who could answer a question, so it fails.",
      ko: "빌드 중에는 질문에 답할 사람이 없어 실패합니다.",
    },
    bad: "FROM almalinux:9\nRUN yum install httpd-2.4.62 && yum clean all\n",
    good: "FROM almalinux:9\nRUN yum install -y httpd-2.4.62 && yum clean all\n",
  },
  DL3032: {
    why: {
      en: "Package lists and downloads are of no use in the finished image. Only clean-up in the same RUN makes it smaller.",
      ko: "패키지 목록과 내려받은 파일은 완성된 이미지에서 쓸모가 없습니다. 같은 RUN에서 지워야 이미지가 작아집니다.",
    },
    bad: "FROM almalinux:9\nRUN yum install -y httpd-2.4.62\n",
    good: "FROM almalinux:9\nRUN yum install -y httpd-2.4.62 && yum clean all\n",
  },
  DL3033: {
    why: {
      en: "A package whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 패키지는 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM almalinux:9\nRUN yum install -y httpd && yum clean all\n",
    good: "FROM almalinux:9\nRUN yum install -y httpd-2.4.62 && yum clean all\n",
  },
  DL3034: {
    why: {
      en: "A build has nobody who could answer a question, so it fails.",
      ko: "빌드 중에는 질문에 답할 사람이 없어 실패합니다.",
    },
    bad: "FROM opensuse/leap:15.6\nRUN zypper install httpd=2.4.62 && zypper clean\n",
    good: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.62 && zypper clean\n",
  },
  DL3035: {
    why: {
      en: "dist-upgrade replaces nearly every file of the base image, in a layer above it. The newer base image has them already.",
      ko: "dist-upgrade는 베이스 이미지의 거의 모든 파일을 위의 레이어에서 다시 바꿉니다. 새 베이스 이미지에는 이미 반영되어 있습니다.",
    },
    bad: "FROM opensuse/leap:15.5\nRUN zypper dist-upgrade -y\n",
    good: "FROM opensuse/leap:15.6\n",
  },
  DL3036: {
    why: {
      en: "Package lists and downloads are of no use in the finished image. Only clean-up in the same RUN makes it smaller.",
      ko: "패키지 목록과 내려받은 파일은 완성된 이미지에서 쓸모가 없습니다. 같은 RUN에서 지워야 이미지가 작아집니다.",
    },
    bad: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.62\n",
    good: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.62 && zypper clean\n",
  },
  DL3037: {
    why: {
      en: "A package whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 패키지는 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd && zypper clean\n",
    good: "FROM opensuse/leap:15.6\nRUN zypper install -y httpd=2.4.62 && zypper clean\n",
  },
  DL3038: {
    why: {
      en: "A build has nobody who could answer a question, so it fails.",
      ko: "빌드 중에는 질문에 답할 사람이 없어 실패합니다.",
    },
    bad: "FROM fedora:43\nRUN dnf install httpd-2.4.62 && dnf clean all\n",
    good: "FROM fedora:43\nRUN dnf install -y httpd-2.4.62 && dnf clean all\n",
  },
  DL3040: {
    why: {
      en: "Package lists and downloads are of no use in the finished image. Only clean-up in the same RUN makes it smaller.",
      ko: "패키지 목록과 내려받은 파일은 완성된 이미지에서 쓸모가 없습니다. 같은 RUN에서 지워야 이미지가 작아집니다.",
    },
    bad: "FROM fedora:43\nRUN dnf install -y httpd-2.4.62\n",
    good: "FROM fedora:43\nRUN dnf install -y httpd-2.4.62 && dnf clean all\n",
  },
  DL3041: {
    why: {
      en: "A package whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 패키지는 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM fedora:43\nRUN dnf install -y httpd && dnf clean all\n",
    good: "FROM fedora:43\nRUN dnf install -y httpd-2.4.62 && dnf clean all\n",
  },
  DL3042: {
    why: {
      en: "The downloads are of no use in the finished image.",
      ko: "완성된 이미지에서 내려받은 파일은 쓸모가 없습니다.",
    },
    bad: "FROM python:3.14\nRUN pip install flask==3.1.0\n",
    good: "FROM python:3.14\nRUN pip install --no-cache-dir flask==3.1.0\n",
  },
  DL3044: {
    why: {
      en: "All values of one ENV are worked out before any of them is set.",
      ko: "한 ENV의 값은 모두 설정되기 전에 계산됩니다.",
    },
    bad: "FROM alpine:3.22\nENV A=1 B=$A\n",
    good: "FROM alpine:3.22\nENV A=1\nENV B=$A\n",
  },
  DL3045: {
    why: {
      en: "The file lands in another place as soon as the base image changes its WORKDIR.",
      ko: "베이스 이미지의 WORKDIR가 바뀌면 파일이 다른 곳에 놓입니다.",
    },
    bad: "FROM alpine:3.22\nCOPY app.js app.js\n",
    good: "FROM alpine:3.22\nWORKDIR /app\nCOPY app.js app.js\n",
  },
  DL3046: {
    why: {
      en: "useradd keeps a log with a place for every number up to the user's. For a high number the file is gigabytes long on its face, and the image grows with it.",
      ko: "useradd는 사용자 번호까지의 자리를 모두 가진 기록 파일을 만듭니다. 번호가 크면 파일이 수 기가바이트로 보이고 이미지도 커집니다.",
    },
    bad: "FROM debian:13\nRUN useradd -u 1234567 app\n",
    good: "FROM debian:13\nRUN useradd -l -u 1234567 app\n",
  },
  DL3047: {
    why: {
      en: "Thousands of lines of progress hide what matters in the log.",
      ko: "수천 줄의 진행 표시가 로그의 중요한 내용을 가립니다.",
    },
    bad: "FROM alpine:3.22\nRUN wget https://example.com/a\n",
    good: "FROM alpine:3.22\nRUN wget -nv https://example.com/a\n",
  },
  DL3048: {
    why: {
      en: "Tools look for labels by their keys, and the prefixes com.docker and io.docker belong to Docker.",
      ko: "도구는 키로 레이블을 찾으며 com.docker와 io.docker로 시작하는 키는 Docker의 것입니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL Vendor_="Kim"\n',
    good: 'FROM alpine:3.22\nLABEL vendor="Kim"\n',
  },
  DL3049: {
    why: {
      en: "The project's label schema names labels that each image must have, so that its owner and source can be found.",
      ko: "프로젝트의 레이블 스키마는 이미지마다 있어야 할 레이블을 정합니다. 그래야 이미지의 담당자와 출처를 찾을 수 있습니다.",
    },
    bad: "FROM alpine:3.22\nRUN uname\n",
    good: 'FROM alpine:3.22\nLABEL owner="kim"\n',
    lint: { labelSchema: { owner: "text" } },
  },
  DL3050: {
    why: {
      en: "With strict labels the schema names all that there may be. Another one is mostly misspelt.",
      ko: "strict-labels를 켜면 스키마에 있는 레이블만 쓸 수 있습니다. 다른 이름은 대개 오타입니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL owner="kim"\nLABEL onwer="kim"\n',
    good: 'FROM alpine:3.22\nLABEL owner="kim"\n',
    lint: { labelSchema: { owner: "text" }, strictLabels: true },
  },
  DL3051: {
    why: {
      en: "A label that is there and empty passes for known, and says nothing.",
      ko: "있지만 비어 있는 레이블은 아는 것처럼 보일 뿐 아무것도 알려 주지 않습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL owner=""\n',
    good: 'FROM alpine:3.22\nLABEL owner="kim"\n',
    lint: { labelSchema: { owner: "text" } },
  },
  DL3052: {
    why: {
      en: "Tools make a link of it, and it leads nowhere.",
      ko: "도구가 링크로 만들지만 열리지 않습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL source="our repository"\n',
    good: 'FROM alpine:3.22\nLABEL source="https://example.com/app"\n',
    lint: { labelSchema: { source: "url" } },
  },
  DL3053: {
    why: {
      en: "Times are compared by programs, which read this form only.",
      ko: "시각은 프로그램이 비교하며 이 형식만 읽습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL created="yesterday"\n',
    good: 'FROM alpine:3.22\nLABEL created="2026-01-31T12:00:00Z"\n',
    lint: { labelSchema: { created: "rfc3339" } },
  },
  DL3054: {
    why: {
      en: "Licences have short names that tools know, such as MIT or Apache-2.0.",
      ko: "라이선스에는 MIT, Apache-2.0처럼 도구가 아는 짧은 이름이 있습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL licence="free for all"\n',
    good: 'FROM alpine:3.22\nLABEL licence="MIT"\n',
    lint: { labelSchema: { licence: "spdx" } },
  },
  DL3055: {
    why: {
      en: "With the hash the very source of an image can be found: 7 or all 40 digits of it.",
      ko: "커밋 해시가 있으면 이미지의 소스를 정확히 찾을 수 있습니다. 7자리 또는 40자리 전체를 씁니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL revision="main"\n',
    good: 'FROM alpine:3.22\nLABEL revision="5e6748c"\n',
    lint: { labelSchema: { revision: "hash" } },
  },
  DL3056: {
    why: {
      en: "Versions such as 1.4.2 can be sorted; other words cannot.",
      ko: "1.4.2 같은 버전은 순서를 매길 수 있지만 다른 말은 그럴 수 없습니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL version="newest"\n',
    good: 'FROM alpine:3.22\nLABEL version="1.4.2"\n',
    lint: { labelSchema: { version: "semver" } },
  },
  DL3057: {
    why: {
      en: "A program may hang and its process go on. A HEALTHCHECK notices it, and Compose can wait for it.",
      ko: "프로세스는 살아 있어도 프로그램이 멈출 수 있습니다. HEALTHCHECK가 있으면 알 수 있고 Compose에서 기다릴 수도 있습니다.",
    },
    bad: 'FROM nginx:1.29\nCMD ["nginx", "-g", "daemon off;"]\n',
    good: 'FROM nginx:1.29\nHEALTHCHECK CMD ["curl", "-f", "http://localhost/"]\nCMD ["nginx", "-g", "daemon off;"]\n',
  },
  DL3058: {
    why: {
      en: "Who has a question about the image writes there, and the mail comes back.",
      ko: "이미지에 대해 물으려고 메일을 보내도 되돌아옵니다.",
    },
    bad: 'FROM alpine:3.22\nLABEL contact="kim"\n',
    good: 'FROM alpine:3.22\nLABEL contact="kim@example.com"\n',
    lint: { labelSchema: { contact: "email" } },
  },
  DL3059: {
    why: {
      en: "Fewer layers make a smaller image that is quicker to read.",
      ko: "레이어가 적을수록 이미지가 작아지고 읽기 쉬워집니다.",
    },
    bad: "FROM alpine:3.22\nRUN a\nRUN b\n",
    good: "FROM alpine:3.22\nRUN a && b\n",
  },
  DL3060: {
    why: {
      en: "The downloads are of no use in the finished image.",
      ko: "완성된 이미지에서 내려받은 파일은 쓸모가 없습니다.",
    },
    bad: "FROM node:24\nRUN yarn install\n",
    good: "FROM node:24\nRUN yarn install && yarn cache clean\n",
  },
  DL3062: {
    why: {
      en: "A program whose version is open makes builds that cannot be repeated.",
      ko: "버전을 정하지 않은 프로그램은 빌드를 재현할 수 없게 만듭니다.",
    },
    bad: "FROM golang:1.25\nRUN go install example.com/a@latest\n",
    good: "FROM golang:1.25\nRUN go install example.com/a@v1.2.3\n",
  },
  DL3064: {
    why: {
      en: "The history and the configuration of an image show the values of ARG and ENV to everybody who can pull it.",
      ko: "이미지의 기록과 설정에는 ARG와 ENV의 값이 남아, 이미지를 받을 수 있는 사람은 누구나 볼 수 있습니다.",
    },
    bad: "FROM alpine:3.22\nARG USERNAME=jane\n",
    good: "FROM alpine:3.22\nRUN --mount=type=secret,id=username ./login\n",
  },
  DL3066: {
    why: {
      en: "Kubernetes refuses a user by name where it must not be root.",
      ko: "Kubernetes는 root가 아니어야 하는 곳에서 이름으로 지정한 사용자를 거부합니다.",
    },
    bad: "FROM alpine:3.22\nUSER app\n",
    good: "FROM alpine:3.22\nUSER 1000\n",
  },
  DL3067: {
    why: {
      en: "The second stage was begun to leave compilers and sources behind; this brings all of them along.",
      ko: "두 번째 스테이지는 컴파일러와 소스를 남겨 두려고 만든 것인데 이렇게 하면 모두 따라옵니다.",
    },
    bad: "FROM golang:1.26 AS build\nFROM alpine:3.22\nCOPY --from=build / /\n",
    good: "FROM golang:1.26 AS build\nFROM alpine:3.22\nCOPY --from=build /app /app\n",
  },
  DL4001: {
    why: {
      en: "Two programs for one thing make the image larger.",
      ko: "같은 일을 하는 프로그램이 둘이면 이미지만 커집니다.",
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
      en: "Other scripts of the image count on the /bin/sh that they know.",
      ko: "이미지의 다른 스크립트는 원래의 /bin/sh를 전제로 합니다.",
    },
    bad: "FROM debian:13\nRUN ln -sf /bin/bash /bin/sh\n",
    good: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\n',
  },
  DL4006: {
    why: {
      en: "A download that fails in the middle of a pipe goes unnoticed.",
      ko: "파이프 중간에서 실패한 다운로드가 드러나지 않습니다.",
    },
    bad: "FROM debian:13\nRUN curl -f a | tar x\n",
    good: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -f a | tar x\n',
  },
  SC2006: {
    why: {
      en: "Backticks are hard to see and hard to nest.",
      ko: "백틱은 알아보기도 중첩하기도 어렵습니다.",
    },
    bad: "FROM alpine:3.22\nRUN a=`b`\n",
    good: "FROM alpine:3.22\nRUN a=$(b)\n",
  },
  SC2028: {
    why: {
      en: "What echo does with \\n depends on the shell. printf does the same everywhere.",
      ko: "echo가 \\n을 처리하는 방식은 셸마다 다릅니다. printf는 어디서나 같습니다.",
    },
    bad: 'FROM alpine:3.22\nRUN echo "a\\nb" > /list\n',
    good: "FROM alpine:3.22\nRUN printf 'a\\nb\\n' > /list\n",
  },
  SC2035: {
    why: {
      en: "A file named `-rf` becomes an option of rm. `./` before the pattern keeps it a file.",
      ko: "이름이 `-rf`인 파일은 rm의 옵션이 됩니다. 패턴 앞에 `./`를 붙이면 파일로 남습니다.",
    },
    bad: "FROM alpine:3.22\nRUN rm *.log\n",
    good: "FROM alpine:3.22\nRUN rm ./*.log\n",
  },
  SC2043: {
    why: {
      en: "A loop over one word runs once. Mostly a `$` is missing, or a list stands in quotes.",
      ko: "단어 하나를 도는 반복문은 한 번만 실행됩니다. 대개 `$`가 빠졌거나 목록을 따옴표로 감싼 것입니다.",
    },
    bad: "FROM alpine:3.22\nRUN for name in names; do echo $name; done\n",
    good: "FROM alpine:3.22\nRUN for name in a b; do echo $name; done\n",
  },
  SC2046: {
    why: {
      en: "A blank or a star in the output becomes several words.",
      ko: "출력에 공백이나 별표가 있으면 여러 단어가 됩니다.",
    },
    bad: "FROM alpine:3.22\nRUN rm $(cat list)\n",
    good: 'FROM alpine:3.22\nRUN rm "$(cat list)"\n',
  },
  SC2086: {
    why: {
      en: "A blank or a star in the value becomes several words.",
      ko: "값에 공백이나 별표가 있으면 여러 단어가 됩니다.",
    },
    bad: "FROM alpine:3.22\nRUN rm $FILES\n",
    good: 'FROM alpine:3.22\nRUN rm "$FILES"\n',
  },
  SC2153: {
    why: {
      en: "Names of variables are compared letter by letter. One that differs in a letter from another is a slip of the pen.",
      ko: "변수 이름은 한 글자라도 다르면 다른 변수입니다. 비슷한 이름은 대개 오타입니다.",
    },
    bad: 'FROM alpine:3.22\nARG RELEASE=1\nRUN echo "$RELEASA"\n',
    good: 'FROM alpine:3.22\nARG RELEASE=1\nRUN echo "$RELEASE"\n',
  },
  SC2154: {
    why: {
      en: "The shell puts nothing in the place of a variable without a value, and says nothing.",
      ko: "셸은 값이 없는 변수를 아무 말 없이 빈 문자열로 바꿉니다.",
    },
    bad: 'FROM alpine:3.22\nRUN echo "$release"\n',
    good: 'FROM alpine:3.22\nARG release=1\nRUN echo "$release"\n',
  },
  SC2155: {
    why: {
      en: "export succeeds even when the command fails, so the build goes on.",
      ko: "명령이 실패해도 export는 성공하므로 빌드가 계속됩니다.",
    },
    bad: "FROM alpine:3.22\nRUN export A=$(b)\n",
    good: "FROM alpine:3.22\nRUN A=$(b) && export A\n",
  },
  SC3037: {
    why: {
      en: "A plain sh such as dash prints `-e` instead of reading it.",
      ko: "dash 같은 sh는 `-e`를 해석하지 않고 그대로 출력합니다.",
    },
    bad: 'FROM debian:13\nRUN echo -e "a" > /list\n',
    good: "FROM debian:13\nRUN printf 'a\\n' > /list\n",
  },
  SC3046: {
    why: {
      en: "A plain sh such as dash knows only the dot.",
      ko: "dash 같은 sh는 점(.)만 압니다.",
    },
    bad: "FROM debian:13\nRUN source /etc/os-release\n",
    good: "FROM debian:13\nRUN . /etc/os-release\n",
  },
};
