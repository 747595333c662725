// Why BuildKit's checks and refusals are what they are, with an example each. Not bundled.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  ArgumentCount: {
    why: {
      en: "BuildKit stops at an instruction that lacks an argument or has one too many. Blanks part arguments; a path with a blank needs the JSON form.",
      ko: "인자가 모자라거나 남으면 BuildKit은 그 명령어에서 멈춥니다. 인자는 공백으로 나뉘므로 공백이 든 경로는 JSON 형식으로 써야 합니다.",
    },
    bad: "FROM alpine:3.22\nCOPY app.js\n",
    good: "FROM alpine:3.22\nCOPY app.js /app/\n",
  },
  CircularStage: {
    why: {
      en: "A stage can use only what stands above it: something must be finished before it can be copied.",
      ko: "스테이지는 자기보다 위에 있는 것만 쓸 수 있습니다. 복사하려면 그 전에 만들어져 있어야 합니다.",
    },
    bad: "FROM alpine:3.22 AS app\nCOPY --from=app /a /b\n",
    good: "FROM alpine:3.22 AS build\nFROM alpine:3.22 AS app\nCOPY --from=build /a /b\n",
  },
  ConsistentInstructionCasing: {
    why: {
      en: "Docker takes any case. People read faster when all instructions look alike; most write them in capitals.",
      ko: "Docker는 대소문자를 가리지 않습니다. 모양이 같으면 읽기 쉬우며 보통 대문자로 씁니다.",
    },
    bad: "FROM alpine:3.22\nRun uname\nCMD ls\n",
    good: "FROM alpine:3.22\nRUN uname\nCMD ls\n",
  },
  CopyIgnoredFile: {
    why: {
      en: "What .dockerignore names is not sent to the builder. COPY looks for it there and stops with “not found”, although the file lies in the folder.",
      ko: ".dockerignore에 적힌 파일은 빌더로 전달되지 않습니다. 폴더에 파일이 있어도 COPY는 “not found”로 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nCOPY notes.txt /\n",
    good: "FROM alpine:3.22\nCOPY app.js /\n",
    files: { ".dockerignore": "*.txt\n", "notes.txt": "", "app.js": "" },
  },
  DuplicateStageName: {
    why: {
      en: "Of two stages with one name the last one is meant from then on; the first can be reached by its number only.",
      ko: "이름이 같은 스테이지가 둘이면 그 뒤로는 마지막 것을 뜻하며, 앞의 것은 번호로만 쓸 수 있습니다.",
    },
    bad: "FROM alpine:3.22 AS build\nFROM alpine:3.22 AS build\n",
    good: "FROM alpine:3.22 AS build\nFROM alpine:3.22 AS test\n",
  },
  ExposeInvalidFormat: {
    why: {
      en: "EXPOSE says on which ports the program listens inside the container. Which port of the host leads there is decided by docker run -p or by Compose.",
      ko: "EXPOSE는 컨테이너 안에서 프로그램이 수신하는 포트를 적는 것입니다. 호스트의 어느 포트와 연결할지는 docker run -p나 Compose에서 정합니다.",
    },
    bad: "FROM nginx:1.29\nEXPOSE 8080:80\n",
    good: "FROM nginx:1.29\nEXPOSE 80\n",
  },
  ExposeProtoCasing: {
    why: {
      en: "Tools that read the image compare the protocol as it is written, and expect small letters.",
      ko: "이미지를 읽는 도구는 프로토콜을 적힌 그대로 비교하며 소문자를 기대합니다.",
    },
    bad: "FROM nginx:1.29\nEXPOSE 80/TCP\n",
    good: "FROM nginx:1.29\nEXPOSE 80/tcp\n",
  },
  FromAsCasing: {
    why: {
      en: "FROM and AS belong together. Written in one case they are found at a glance.",
      ko: "FROM과 AS는 한 짝입니다. 대소문자를 맞추면 한눈에 보입니다.",
    },
    bad: "FROM alpine:3.22 as build\n",
    good: "FROM alpine:3.22 AS build\n",
  },
  FromPlatformFlagConstDisallowed: {
    why: {
      en: "With a fixed platform `docker build --platform` cannot choose another one, and computers with another processor run the image slowly or not at all.",
      ko: "플랫폼을 고정하면 `docker build --platform`으로 바꿀 수 없고, 프로세서가 다른 컴퓨터에서는 느리거나 실행되지 않습니다.",
    },
    bad: "FROM --platform=linux/amd64 alpine:3.22\n",
    good: "FROM alpine:3.22\n",
  },
  InstructionBeforeFrom: {
    why: {
      en: "Every instruction works on an image, and FROM begins one. Only ARG may stand above, for use in FROM lines.",
      ko: "모든 명령어는 이미지 위에서 동작하고, 이미지는 FROM에서 시작합니다. 그 앞에는 FROM 줄에서 쓸 ARG만 올 수 있습니다.",
    },
    bad: "RUN uname\nFROM alpine:3.22\n",
    good: "FROM alpine:3.22\nRUN uname\n",
  },
  InvalidBaseImage: {
    why: {
      en: "An image is named `registry/name:tag`: small letters, one colon before the tag, no blank.",
      ko: "이미지 이름은 `레지스트리/이름:태그` 형식입니다. 소문자로 쓰고 태그 앞에 콜론 하나를 두며 공백은 넣지 않습니다.",
    },
    bad: "FROM alpine:::3.22\n",
    good: "FROM alpine:3.22\n",
  },
  InvalidCopySource: {
    why: {
      en: "COPY takes files of the build context, of a stage or of an image. Downloads are ADD's work.",
      ko: "COPY는 빌드 컨텍스트, 스테이지, 이미지의 파일만 복사합니다. 내려받기는 ADD가 합니다.",
    },
    bad: "FROM alpine:3.22\nCOPY https://example.com/tool /tool\n",
    good: "FROM alpine:3.22\nADD https://example.com/tool /tool\n",
  },
  InvalidDefaultArgInFrom: {
    why: {
      en: "Who builds without --build-arg gets the defaults. With them the name of the base image should be a valid one.",
      ko: "--build-arg 없이 빌드하면 기본값이 쓰입니다. 기본값만으로도 베이스 이미지 이름이 올바르게 되어야 합니다.",
    },
    bad: "ARG RELEASE\nFROM alpine:$RELEASE\n",
    good: "ARG RELEASE=3.22\nFROM alpine:$RELEASE\n",
  },
  InvalidDefinitionDescription: {
    why: {
      en: "`docker build --call=outline` shows the comments above ARGs and stages, if they begin with the name that they describe.",
      ko: "`docker build --call=outline`은 ARG와 스테이지 위의 주석을 보여 주는데, 주석이 그 이름으로 시작해야 합니다.",
    },
    bad: "# check=experimental=all\nFROM alpine:3.22\n# the release to build\nARG RELEASE\n",
    good: "# check=experimental=all\nFROM alpine:3.22\n# RELEASE is the release to build\nARG RELEASE\n",
  },
  InvalidDirective: {
    why: {
      en: "The first lines of a file may hold `# syntax=`, `# escape=` and `# check=`, each once. The escape character is a backslash or a backtick.",
      ko: "파일의 첫 줄들에는 `# syntax=`, `# escape=`, `# check=`을 한 번씩 쓸 수 있습니다. 이스케이프 문자는 역슬래시나 백틱입니다.",
    },
    bad: "# escape=^\nFROM alpine:3.22\n",
    good: "# escape=`\nFROM alpine:3.22\n",
  },
  InvalidExpansion: {
    why: {
      en: "A brace or quote that is never closed swallows the rest of the line, so BuildKit stops.",
      ko: "닫히지 않은 중괄호나 따옴표는 줄의 나머지를 삼키므로 BuildKit이 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nARG A=1\nENV B=${A\n",
    good: "FROM alpine:3.22\nARG A=1\nENV B=${A}\n",
  },
  InvalidFlag: {
    why: {
      en: "Each instruction knows its own flags only. A flag that is misspelt is not skipped: the build stops.",
      ko: "명령어마다 쓸 수 있는 플래그가 정해져 있습니다. 잘못 쓴 플래그는 무시되지 않고 빌드를 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nCOPY --chwon=1000 app /app\n",
    good: "FROM alpine:3.22\nCOPY --chown=1000 app /app\n",
  },
  InvalidHealthcheck: {
    why: {
      en: "HEALTHCHECK wants the word CMD before the command, or NONE alone. Times need a unit: 30s, 1m30s.",
      ko: "HEALTHCHECK에는 명령 앞에 CMD가 있거나 NONE만 있어야 합니다. 시간에는 30s, 1m30s처럼 단위를 붙입니다.",
    },
    bad: "FROM nginx:1.29\nHEALTHCHECK --interval=30 CMD true\n",
    good: "FROM nginx:1.29\nHEALTHCHECK --interval=30s CMD true\n",
  },
  InvalidHeredoc: {
    why: {
      en: "A heredoc ends at a line that holds its delimiter and nothing else. Without that line it runs to the end of the file.",
      ko: "heredoc은 구분자만 있는 줄에서 끝납니다. 그 줄이 없으면 파일 끝까지 이어집니다.",
    },
    bad: "FROM alpine:3.22\nRUN <<EOF\nuname\n",
    good: "FROM alpine:3.22\nRUN <<EOF\nuname\nEOF\n",
  },
  InvalidJsonForm: {
    why: {
      en: "The JSON form is a list of strings, numbers too in quotes. SHELL has no other form.",
      ko: "JSON 형식은 문자열의 목록이며 숫자도 따옴표로 감쌉니다. SHELL에는 이 형식만 쓸 수 있습니다.",
    },
    bad: 'FROM alpine:3.22\nCMD ["sleep", 10]\n',
    good: 'FROM alpine:3.22\nCMD ["sleep", "10"]\n',
  },
  InvalidKeyValue: {
    why: {
      en: "ENV and LABEL need a name and a value for each pair. A blank ends a value, unless the value stands in quotes.",
      ko: "ENV와 LABEL에는 쌍마다 이름과 값이 필요합니다. 따옴표로 감싸지 않으면 공백에서 값이 끝납니다.",
    },
    bad: "FROM alpine:3.22\nENV A=1 B\n",
    good: 'FROM alpine:3.22\nENV A="1 B"\n',
  },
  InvalidMount: {
    why: {
      en: "The options of --mount depend on its type. What BuildKit does not know stops the build.",
      ko: "--mount의 옵션은 종류(type)에 따라 다릅니다. BuildKit이 모르는 옵션이 있으면 빌드가 멈춥니다.",
    },
    bad: "FROM golang:1.26\nRUN --mount=type=cahce,target=/root/.cache go build\n",
    good: "FROM golang:1.26\nRUN --mount=type=cache,target=/root/.cache go build\n",
  },
  InvalidPort: {
    why: {
      en: "Ports are numbers up to 65535, with /tcp, /udp or /sctp behind them.",
      ko: "포트는 65535까지의 숫자이며 뒤에 /tcp, /udp, /sctp를 붙일 수 있습니다.",
    },
    bad: "FROM nginx:1.29\nEXPOSE 80/http\n",
    good: "FROM nginx:1.29\nEXPOSE 80/tcp\n",
  },
  InvalidSignal: {
    why: {
      en: "STOPSIGNAL names the signal with which docker stop asks the program to end, such as SIGTERM or SIGQUIT.",
      ko: "STOPSIGNAL은 docker stop이 프로그램에 종료를 요청할 때 보내는 시그널입니다. SIGTERM, SIGQUIT 등을 씁니다.",
    },
    bad: "FROM nginx:1.29\nSTOPSIGNAL SIGSTOPP\n",
    good: "FROM nginx:1.29\nSTOPSIGNAL SIGQUIT\n",
  },
  InvalidSourceDateEpoch: {
    why: {
      en: "BuildKit writes the time of this argument into the image, so that two builds are the same to the byte. It has to be a number of seconds since 1970.",
      ko: "BuildKit은 이 인자의 시각을 이미지에 적어 빌드 결과를 바이트까지 같게 만듭니다. 1970년부터의 초 단위 숫자여야 합니다.",
    },
    bad: "ARG SOURCE_DATE_EPOCH=today\nFROM alpine:3.22\n",
    good: "ARG SOURCE_DATE_EPOCH=1735689600\nFROM alpine:3.22\n",
  },
  InvalidStageName: {
    why: {
      en: "Stages are also counted, 0, 1, 2; a name that begins with a digit could be taken for such a number.",
      ko: "스테이지는 0, 1, 2처럼 번호로도 부릅니다. 숫자로 시작하는 이름은 번호와 헷갈립니다.",
    },
    bad: "FROM alpine:3.22 AS 1st\n",
    good: "FROM alpine:3.22 AS first\n",
  },
  InvalidTrigger: {
    why: {
      en: "ONBUILD keeps an instruction for builds on this image. FROM, MAINTAINER and another ONBUILD cannot be kept.",
      ko: "ONBUILD는 이 이미지를 베이스로 쓰는 빌드에서 실행할 명령어를 적어 둡니다. FROM, MAINTAINER, 또 다른 ONBUILD는 적을 수 없습니다.",
    },
    bad: "FROM alpine:3.22\nONBUILD ONBUILD RUN uname\n",
    good: "FROM alpine:3.22\nONBUILD RUN uname\n",
  },
  JSONArgsRecommended: {
    why: {
      en: "In shell form the first process is /bin/sh, which does not pass signals on: docker stop waits ten seconds and then kills the program.",
      ko: "셸 형식에서는 첫 프로세스가 /bin/sh인데 시그널을 넘기지 않습니다. docker stop이 10초를 기다린 뒤 프로그램을 강제로 끝냅니다.",
    },
    bad: "FROM node:24\nCMD node app.js\n",
    good: 'FROM node:24\nCMD ["node", "app.js"]\n',
  },
  LegacyKeyValueFormat: {
    why: {
      en: "The form without `=` takes one pair only and is out of date. With `=` several pairs fit on a line, and blanks are seen.",
      ko: "`=` 없는 형식은 한 쌍만 쓸 수 있고 더 이상 권장되지 않습니다. `=`를 쓰면 여러 쌍을 쓸 수 있고 공백이 분명해집니다.",
    },
    bad: "FROM alpine:3.22\nENV MODE fast\n",
    good: "FROM alpine:3.22\nENV MODE=fast\n",
  },
  LineTooLong: {
    why: {
      en: "BuildKit reads lines of up to 65,535 bytes. Long data belongs into a file that is copied.",
      ko: "BuildKit은 한 줄을 65,535바이트까지만 읽습니다. 긴 데이터는 파일로 만들어 복사하세요.",
    },
    bad: `FROM alpine:3.22\nENV DATA=${"a".repeat(65_535)}\n`,
    good: "FROM alpine:3.22\nCOPY data.txt /data.txt\n",
  },
  MaintainerDeprecated: {
    why: {
      en: "A label can be asked for with docker inspect like all others, and has a name that tools know.",
      ko: "레이블은 다른 정보처럼 docker inspect로 볼 수 있고, 도구들이 아는 이름이 정해져 있습니다.",
    },
    bad: "FROM alpine:3.22\nMAINTAINER kim@example.com\n",
    good: 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="kim@example.com"\n',
  },
  MultipleInstructionsDisallowed: {
    why: {
      en: "An image has one CMD, one ENTRYPOINT and one HEALTHCHECK. The last one counts; the others are forgotten without a word.",
      ko: "이미지에는 CMD, ENTRYPOINT, HEALTHCHECK가 하나씩만 있습니다. 마지막 것만 적용되고 나머지는 아무 말 없이 버려집니다.",
    },
    bad: 'FROM alpine:3.22\nCMD ["ls"]\nCMD ["ps"]\n',
    good: 'FROM alpine:3.22\nCMD ["ps"]\n',
  },
  NoEmptyContinuation: {
    why: {
      en: "A blank line looks like the end of an instruction and is none. Future versions of Docker will refuse it.",
      ko: "빈 줄은 명령어가 끝난 것처럼 보이지만 끝이 아닙니다. 앞으로 나올 Docker는 이를 거부합니다.",
    },
    bad: "FROM alpine:3.22\nRUN uname && \\\n\n  ls\n",
    good: "FROM alpine:3.22\nRUN uname && \\\n  ls\n",
  },
  NothingToBuild: {
    why: {
      en: "An image begins with FROM. A file without it has nothing to build.",
      ko: "이미지는 FROM으로 시작합니다. FROM이 없으면 빌드할 것이 없습니다.",
    },
    bad: "ARG RELEASE=1\n",
    good: "ARG RELEASE=3.22\nFROM alpine:$RELEASE\n",
  },
  RedundantTargetPlatform: {
    why: {
      en: "FROM takes the image for the target platform anyway. `--platform=$BUILDPLATFORM` is the one that changes something.",
      ko: "FROM은 원래 대상 플랫폼의 이미지를 씁니다. 의미가 있는 것은 `--platform=$BUILDPLATFORM`입니다.",
    },
    bad: "FROM --platform=$TARGETPLATFORM alpine:3.22\n",
    good: "FROM alpine:3.22\n",
  },
  ReservedStageName: {
    why: {
      en: "`scratch` is the empty image and `context` the build context. A stage of that name cannot be told from them.",
      ko: "`scratch`는 빈 이미지, `context`는 빌드 컨텍스트를 뜻합니다. 같은 이름의 스테이지는 구별할 수 없습니다.",
    },
    bad: "FROM alpine:3.22 AS scratch\n",
    good: "FROM alpine:3.22 AS build\n",
  },
  SecretsUsedInArgOrEnv: {
    why: {
      en: "docker history and docker inspect show the values of ARG and ENV to everybody who has the image. A secret mount is seen by one RUN and kept nowhere.",
      ko: "docker history와 docker inspect는 이미지를 가진 누구에게나 ARG와 ENV의 값을 보여 줍니다. 시크릿 마운트는 한 RUN에서만 보이고 어디에도 남지 않습니다.",
    },
    bad: "FROM node:24\nARG NPM_TOKEN\nRUN npm ci\n",
    good: "FROM node:24\nRUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci\n",
  },
  StageNameCasing: {
    why: {
      en: "Stage names are compared without regard to case. Small letters, as in image names, leave nothing to guess.",
      ko: "스테이지 이름은 대소문자를 구분하지 않습니다. 이미지 이름처럼 소문자로 쓰면 헷갈리지 않습니다.",
    },
    bad: "FROM alpine:3.22 AS Build\n",
    good: "FROM alpine:3.22 AS build\n",
  },
  UndefinedArgInFrom: {
    why: {
      en: "FROM sees only ARGs that stand before the first FROM, and the platform arguments that BuildKit sets itself.",
      ko: "FROM에서는 첫 FROM 앞의 ARG와 BuildKit이 정하는 플랫폼 인자만 보입니다.",
    },
    bad: "FROM alpine:$RELEASE\n",
    good: "ARG RELEASE=3.22\nFROM alpine:$RELEASE\n",
  },
  UndefinedVar: {
    why: {
      en: "A variable that nothing declares is replaced by nothing. A slip of the pen makes a path such as `/bin` out of `$HMOE/bin`.",
      ko: "선언되지 않은 변수는 빈 문자열로 바뀝니다. 오타 하나로 `$HMOE/bin`이 `/bin`이 될 수 있습니다.",
    },
    bad: "FROM scratch\nENV FOLDER=/app\nWORKDIR $FODLER\n",
    good: "FROM scratch\nENV FOLDER=/app\nWORKDIR $FOLDER\n",
  },
  UnknownInstruction: {
    why: {
      en: "A line begins with an instruction. An unknown word there is a slip of the pen, a missing blank, or a line that belongs to the one above and lacks its `\\`.",
      ko: "줄은 명령어로 시작합니다. 모르는 단어가 있으면 오타이거나 공백이 빠졌거나, 윗줄 끝의 `\\`가 빠진 것입니다.",
    },
    bad: "FROM alpine:3.22\nRUNN uname\n",
    good: "FROM alpine:3.22\nRUN uname\n",
  },
  WorkdirRelativePath: {
    why: {
      en: "A relative folder begins where the base image ends. When that changes, the files are somewhere else.",
      ko: "상대 경로는 베이스 이미지의 작업 폴더에서 시작합니다. 그것이 바뀌면 파일의 위치도 달라집니다.",
    },
    bad: "FROM alpine:3.22\nWORKDIR app\n",
    good: "FROM alpine:3.22\nWORKDIR /app\n",
  },
};
