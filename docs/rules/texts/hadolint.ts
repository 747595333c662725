// Why hadolint's and ShellCheck's rules exist, with an example each. Not bundled.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
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
  DL3025: {
    why: {
      en: "An image without a shell cannot run the shell form, and with one there is a process more between Docker and the program.",
      ko: "셸이 없는 이미지는 셸 형식을 실행할 수 없고, 셸이 있으면 Docker와 프로그램 사이에 프로세스가 하나 더 생깁니다.",
    },
    bad: "FROM alpine:3.22\nHEALTHCHECK CMD /check\n",
    good: 'FROM alpine:3.22\nHEALTHCHECK CMD ["/check"]\n',
  },
  DL3027: {
    why: {
      en: "apt promises no stable behaviour to scripts.",
      ko: "apt는 스크립트에서의 안정적인 동작을 보장하지 않습니다.",
    },
    bad: "FROM debian:13\nRUN apt list\n",
    good: "FROM debian:13\nRUN apt-cache pkgnames\n",
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
  DL3047: {
    why: {
      en: "Thousands of lines of progress hide what matters in the log.",
      ko: "수천 줄의 진행 표시가 로그의 중요한 내용을 가립니다.",
    },
    bad: "FROM alpine:3.22\nRUN wget https://example.com/a\n",
    good: "FROM alpine:3.22\nRUN wget -nv https://example.com/a\n",
  },
  DL3059: {
    why: {
      en: "Fewer layers make a smaller image that is quicker to read.",
      ko: "레이어가 적을수록 이미지가 작아지고 읽기 쉬워집니다.",
    },
    bad: "FROM alpine:3.22\nRUN a\nRUN b\n",
    good: "FROM alpine:3.22\nRUN a && b\n",
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
  SC2155: {
    why: {
      en: "export succeeds even when the command fails, so the build goes on.",
      ko: "명령이 실패해도 export는 성공하므로 빌드가 계속됩니다.",
    },
    bad: "FROM alpine:3.22\nRUN export A=$(b)\n",
    good: "FROM alpine:3.22\nRUN A=$(b) && export A\n",
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
