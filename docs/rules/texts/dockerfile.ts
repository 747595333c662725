// Why BuildKit's checks and refusals are what they are, with an example each. Not bundled.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  ArgumentCount: {
    why: {
      en: 'The build stops at an instruction that has too few or too many arguments. Spaces separate arguments, so a path that contains a space must be written in the JSON form: `COPY ["my file", "/app/"]`.',
      ko: '인자가 모자라거나 남으면 빌드가 그 명령어에서 멈춥니다. 인자는 공백으로 나뉘므로 공백이 든 경로는 `COPY ["my file", "/app/"]`처럼 JSON 형식으로 써야 합니다.',
    },
    bad: "FROM alpine:3.22\nCOPY app.js\n",
    good: "FROM alpine:3.22\nCOPY app.js /app/\n",
  },
  CircularStage: {
    why: {
      en: "A stage can only copy from, or build on, a stage that is already finished. When stages need each other in a circle, none of them can ever be built, so the build stops.",
      ko: "스테이지는 이미 완성된 스테이지만 복사하거나 바탕으로 쓸 수 있습니다. 서로를 필요로 하는 스테이지들은 어느 것도 만들 수 없으므로 빌드가 멈춥니다.",
    },
    bad: "FROM alpine:3.22 AS app\nCOPY --from=app /a /b\n",
    good: "FROM alpine:3.22 AS build\nFROM alpine:3.22 AS app\nCOPY --from=build /a /b\n",
  },
  ConsistentInstructionCasing: {
    why: {
      en: "Docker accepts instructions in any case, so this is only about readability: a file is easier to scan when all of them look alike. The usual style is capitals.",
      ko: "Docker는 명령어의 대소문자를 가리지 않으므로 읽기 쉬움의 문제입니다. 모두 같은 모양이면 훑어보기 쉬우며, 보통 대문자로 씁니다.",
    },
    bad: "FROM alpine:3.22\nRun uname\nCMD ls\n",
    good: "FROM alpine:3.22\nRUN uname\nCMD ls\n",
  },
  CopyIgnoredFile: {
    why: {
      en: "Files that match .dockerignore are never sent to the builder. COPY then fails with “not found”, even though you can see the file in the folder. Either remove the pattern, or add an exception such as `!notes.txt`.",
      ko: ".dockerignore와 일치하는 파일은 빌더로 전달되지 않습니다. 그래서 폴더에 파일이 있는데도 COPY가 “not found”로 실패합니다. 패턴을 지우거나 `!notes.txt`처럼 예외를 추가하세요.",
    },
    bad: "FROM alpine:3.22\nCOPY notes.txt /\n",
    good: "FROM alpine:3.22\nCOPY app.js /\n",
    files: { ".dockerignore": "*.txt\n", "notes.txt": "", "app.js": "" },
  },
  DuplicateStageName: {
    why: {
      en: "When two stages share a name, every later `FROM name` or `COPY --from=name` uses the last one, and the earlier one can be reached only by its number. Readers easily take the wrong one.",
      ko: "두 스테이지의 이름이 같으면 그 뒤의 `FROM 이름`이나 `COPY --from=이름`은 마지막 것을 쓰고, 앞의 것은 번호로만 가리킬 수 있습니다. 읽는 사람이 혼동하기 쉽습니다.",
    },
    bad: "FROM alpine:3.22 AS build\nFROM alpine:3.22 AS build\n",
    good: "FROM alpine:3.22 AS build\nFROM alpine:3.22 AS test\n",
  },
  ExposeInvalidFormat: {
    why: {
      en: "EXPOSE only records which ports the program listens on inside the container. Which port of the host leads there is decided when the container starts: with `docker run -p 8080:80`, or with `ports` in Compose.",
      ko: "EXPOSE는 컨테이너 안에서 프로그램이 수신하는 포트를 기록할 뿐입니다. 호스트의 어느 포트와 연결할지는 컨테이너를 시작할 때 `docker run -p 8080:80`이나 Compose의 `ports`로 정합니다.",
    },
    bad: "FROM nginx:1.29\nEXPOSE 8080:80\n",
    good: "FROM nginx:1.29\nEXPOSE 80\n",
  },
  ExposeProtoCasing: {
    why: {
      en: "Docker accepts any case here, but some tools that read the image compare the protocol letter by letter and expect lower case. `80/tcp` works everywhere.",
      ko: "Docker는 대소문자를 가리지 않지만, 이미지를 읽는 일부 도구는 프로토콜을 글자 그대로 비교하며 소문자를 기대합니다. `80/tcp`로 쓰면 어디서나 동작합니다.",
    },
    bad: "FROM nginx:1.29\nEXPOSE 80/TCP\n",
    good: "FROM nginx:1.29\nEXPOSE 80/tcp\n",
  },
  FromAsCasing: {
    why: {
      en: "FROM and AS belong together; written in the same case, they are seen as a pair at a glance. The build works either way.",
      ko: "FROM과 AS는 한 짝이므로 대소문자를 맞추면 한눈에 들어옵니다. 빌드는 어느 쪽이든 됩니다.",
    },
    bad: "FROM alpine:3.22 as build\n",
    good: "FROM alpine:3.22 AS build\n",
  },
  FromPlatformFlagConstDisallowed: {
    why: {
      en: "A constant platform overrides `docker build --platform`. On computers with another processor, such as Apple silicon, the image then runs slowly under emulation or not at all. Leave the flag out, or use `$BUILDPLATFORM` for a stage that only compiles.",
      ko: "플랫폼을 상수로 고정하면 `docker build --platform`이 무시됩니다. Apple Silicon처럼 프로세서가 다른 컴퓨터에서는 이미지가 에뮬레이션으로 느리게 실행되거나 실행되지 않습니다. 플래그를 빼거나, 컴파일만 하는 스테이지라면 `$BUILDPLATFORM`을 쓰세요.",
    },
    bad: "FROM --platform=linux/amd64 alpine:3.22\n",
    good: "FROM alpine:3.22\n",
  },
  InstructionBeforeFrom: {
    why: {
      en: "Every instruction changes an image, and FROM is where an image begins. Only ARG may come before the first FROM, for values that FROM lines use.",
      ko: "모든 명령어는 이미지를 바꾸는 것이고 이미지는 FROM에서 시작합니다. 첫 FROM 앞에는 FROM 줄에서 쓸 ARG만 올 수 있습니다.",
    },
    bad: "RUN uname\nFROM alpine:3.22\n",
    good: "FROM alpine:3.22\nRUN uname\n",
  },
  InvalidBaseImage: {
    why: {
      en: "An image is written `registry/name:tag`: the name in lower case, one colon before the tag, no spaces. The build stops at anything else.",
      ko: "이미지는 `레지스트리/이름:태그` 형식으로 씁니다. 이름은 소문자로 쓰고 태그 앞에 콜론 하나를 두며 공백은 넣지 않습니다. 형식이 다르면 빌드가 멈춥니다.",
    },
    bad: "FROM alpine:::3.22\n",
    good: "FROM alpine:3.22\n",
  },
  InvalidCopySource: {
    why: {
      en: "COPY takes files from the build context, from a stage or from an image. To download something from a URL, use ADD.",
      ko: "COPY는 빌드 컨텍스트, 스테이지, 이미지에 있는 파일을 복사합니다. URL에서 내려받으려면 ADD를 쓰세요.",
    },
    bad: "FROM alpine:3.22\nCOPY https://example.com/tool /tool\n",
    good: "FROM alpine:3.22\nADD https://example.com/tool /tool\n",
  },
  InvalidDefaultArgInFrom: {
    why: {
      en: "Someone who builds without --build-arg gets the defaults of the ARGs. If those leave the tag or the whole name blank, the build fails right at FROM; with sensible defaults a plain `docker build .` works.",
      ko: "--build-arg 없이 빌드하면 ARG의 기본값이 쓰입니다. 기본값으로 태그나 이름이 비게 되면 FROM에서 바로 실패합니다. 적당한 기본값이 있으면 `docker build .`만으로 빌드됩니다.",
    },
    bad: "ARG RELEASE\nFROM alpine:$RELEASE\n",
    good: "ARG RELEASE=3.22\nFROM alpine:$RELEASE\n",
  },
  InvalidDefinitionDescription: {
    why: {
      en: "`docker build --call=outline` and `--call=targets` show the comment above an ARG or a stage as its description, but only if the comment begins with the name of what it describes.",
      ko: "`docker build --call=outline`과 `--call=targets`는 ARG나 스테이지 위의 주석을 설명으로 보여 줍니다. 다만 주석이 설명하는 대상의 이름으로 시작해야 합니다.",
    },
    bad: "# check=experimental=all\nFROM alpine:3.22\n# the release to build\nARG RELEASE\n",
    good: "# check=experimental=all\nFROM alpine:3.22\n# RELEASE is the release to build\nARG RELEASE\n",
  },
  InvalidDirective: {
    why: {
      en: "The first lines of a file may hold the directives `# syntax=`, `# escape=` and `# check=`, each at most once. The escape character can only be a backslash or a backtick.",
      ko: "파일의 첫머리에는 지시문 `# syntax=`, `# escape=`, `# check=`을 한 번씩만 쓸 수 있습니다. 이스케이프 문자는 역슬래시나 백틱만 쓸 수 있습니다.",
    },
    bad: "# escape=^\nFROM alpine:3.22\n",
    good: "# escape=`\nFROM alpine:3.22\n",
  },
  InvalidExpansion: {
    why: {
      en: "A brace or quote that is never closed swallows the rest of the line, and the build stops. To write a plain dollar sign, put a backslash in front of it: `\\$`.",
      ko: "닫히지 않은 중괄호나 따옴표는 줄의 나머지를 삼키므로 빌드가 멈춥니다. 달러 기호 자체를 쓰려면 `\\$`처럼 앞에 역슬래시를 붙이세요.",
    },
    bad: "FROM alpine:3.22\nARG A=1\nENV B=${A\n",
    good: "FROM alpine:3.22\nARG A=1\nENV B=${A}\n",
  },
  InvalidFlag: {
    why: {
      en: "Each instruction accepts only its own flags. A misspelt one is not skipped: the build stops there.",
      ko: "명령어마다 쓸 수 있는 플래그가 정해져 있습니다. 철자가 틀린 플래그는 무시되지 않고 빌드를 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nCOPY --chwon=1000 app /app\n",
    good: "FROM alpine:3.22\nCOPY --chown=1000 app /app\n",
  },
  InvalidHealthcheck: {
    why: {
      en: "HEALTHCHECK is followed either by CMD and a command, or by NONE alone. Times need a unit, such as `30s` or `1m30s`.",
      ko: "HEALTHCHECK 뒤에는 CMD와 명령을 쓰거나 NONE만 씁니다. 시간에는 `30s`, `1m30s`처럼 단위를 붙여야 합니다.",
    },
    bad: "FROM nginx:1.29\nHEALTHCHECK --interval=30 CMD true\n",
    good: "FROM nginx:1.29\nHEALTHCHECK --interval=30s CMD true\n",
  },
  InvalidHeredoc: {
    why: {
      en: "A heredoc ends at a line that holds its delimiter and nothing else, not even a trailing space. Without such a line it runs to the end of the file and swallows every instruction below.",
      ko: "heredoc은 구분자만 있는 줄에서 끝나며, 그 줄에는 뒤따르는 공백도 없어야 합니다. 그런 줄이 없으면 파일 끝까지 이어져 아래의 명령어를 모두 삼킵니다.",
    },
    bad: "FROM alpine:3.22\nRUN <<EOF\nuname\n",
    good: "FROM alpine:3.22\nRUN <<EOF\nuname\nEOF\n",
  },
  InvalidJsonForm: {
    why: {
      en: "The JSON form is a list of strings, so numbers need quotes too. SHELL accepts no other form.",
      ko: "JSON 형식은 문자열의 목록이므로 숫자도 따옴표로 감싸야 합니다. SHELL에는 이 형식만 쓸 수 있습니다.",
    },
    bad: 'FROM alpine:3.22\nCMD ["sleep", 10]\n',
    good: 'FROM alpine:3.22\nCMD ["sleep", "10"]\n',
  },
  InvalidKeyValue: {
    why: {
      en: "ENV and LABEL take pairs `NAME=value`. A space ends a value unless the value is quoted, so what follows it is read as the next pair.",
      ko: "ENV와 LABEL은 `이름=값` 쌍으로 씁니다. 따옴표로 감싸지 않으면 공백에서 값이 끝나므로 그 뒤는 다음 쌍으로 읽힙니다.",
    },
    bad: "FROM alpine:3.22\nENV A=1 B\n",
    good: 'FROM alpine:3.22\nENV A="1 B"\n',
  },
  InvalidMount: {
    why: {
      en: "Which options --mount accepts depends on its type: cache, bind, secret, ssh or tmpfs. The build stops at an option or a type that BuildKit does not know.",
      ko: "--mount에 쓸 수 있는 옵션은 종류(cache, bind, secret, ssh, tmpfs)에 따라 다릅니다. BuildKit이 모르는 옵션이나 종류가 있으면 빌드가 멈춥니다.",
    },
    bad: "FROM golang:1.26\nRUN --mount=type=cahce,target=/root/.cache go build\n",
    good: "FROM golang:1.26\nRUN --mount=type=cache,target=/root/.cache go build\n",
  },
  InvalidPort: {
    why: {
      en: "A port is a number up to 65535, optionally followed by /tcp, /udp or /sctp. Names such as http are not ports.",
      ko: "포트는 65535까지의 숫자이며 뒤에 /tcp, /udp, /sctp를 붙일 수 있습니다. http 같은 이름은 포트가 아닙니다.",
    },
    bad: "FROM nginx:1.29\nEXPOSE 80/http\n",
    good: "FROM nginx:1.29\nEXPOSE 80/tcp\n",
  },
  InvalidSignal: {
    why: {
      en: "STOPSIGNAL is the signal with which `docker stop` asks the program to end, such as SIGTERM or SIGQUIT. With a misspelt name the build stops.",
      ko: "STOPSIGNAL은 `docker stop`이 프로그램에 종료를 요청할 때 보내는 시그널로, SIGTERM이나 SIGQUIT 등을 씁니다. 이름이 틀리면 빌드가 멈춥니다.",
    },
    bad: "FROM nginx:1.29\nSTOPSIGNAL SIGSTOPP\n",
    good: "FROM nginx:1.29\nSTOPSIGNAL SIGQUIT\n",
  },
  InvalidSourceDateEpoch: {
    why: {
      en: "BuildKit uses this value as the time of everything in the image, so that two builds of the same source are identical to the byte. It must be a whole number of seconds since 1970.",
      ko: "BuildKit은 이 값을 이미지의 시각으로 써서, 같은 소스의 빌드 결과가 바이트까지 같아지게 합니다. 1970년부터 센 초 단위의 정수여야 합니다.",
    },
    bad: "ARG SOURCE_DATE_EPOCH=today\nFROM alpine:3.22\n",
    good: "ARG SOURCE_DATE_EPOCH=1735689600\nFROM alpine:3.22\n",
  },
  InvalidStageName: {
    why: {
      en: "Stages can also be addressed by number: 0, 1, 2. A name therefore has to begin with a letter, so that it cannot be mistaken for a number.",
      ko: "스테이지는 0, 1, 2처럼 번호로도 가리킬 수 있습니다. 번호와 혼동되지 않도록 이름은 글자로 시작해야 합니다.",
    },
    bad: "FROM alpine:3.22 AS 1st\n",
    good: "FROM alpine:3.22 AS first\n",
  },
  InvalidTrigger: {
    why: {
      en: "ONBUILD stores an instruction that runs later, when another image is built on this one. FROM, MAINTAINER and ONBUILD itself cannot be stored that way, and the build stops.",
      ko: "ONBUILD는 이 이미지를 바탕으로 다른 이미지를 빌드할 때 실행할 명령어를 저장합니다. FROM, MAINTAINER, ONBUILD는 저장할 수 없어 빌드가 멈춥니다.",
    },
    bad: "FROM alpine:3.22\nONBUILD ONBUILD RUN uname\n",
    good: "FROM alpine:3.22\nONBUILD RUN uname\n",
  },
  JSONArgsRecommended: {
    why: {
      en: "In shell form the container's first process is a shell, which usually does not pass signals on to the program. `docker stop` then waits ten seconds and kills it, so it cannot finish requests or save its data.",
      ko: "셸 형식에서는 컨테이너의 첫 프로세스가 셸이며, 셸은 대개 시그널을 프로그램에 넘기지 않습니다. 그래서 `docker stop`이 10초를 기다린 뒤 프로그램을 강제로 끝내고, 프로그램은 처리 중인 요청을 마치거나 데이터를 저장하지 못합니다.",
    },
    bad: "FROM node:24\nCMD node app.js\n",
    good: 'FROM node:24\nCMD ["node", "app.js"]\n',
  },
  LegacyKeyValueFormat: {
    why: {
      en: "The form without `=` takes a single pair per line and is outdated. With `=` several pairs fit on one line, and it is clear where a value ends.",
      ko: "`=` 없는 형식은 한 줄에 한 쌍만 쓸 수 있고 더 이상 권장되지 않습니다. `=`를 쓰면 한 줄에 여러 쌍을 쓸 수 있고 값이 어디서 끝나는지 분명합니다.",
    },
    bad: "FROM alpine:3.22\nENV MODE fast\n",
    good: "FROM alpine:3.22\nENV MODE=fast\n",
  },
  LineTooLong: {
    why: {
      en: "BuildKit reads lines of up to 65,535 bytes and stops at a longer one. Put long data into a file and copy that.",
      ko: "BuildKit은 한 줄을 65,535바이트까지만 읽고 더 길면 멈춥니다. 긴 데이터는 파일에 담아 복사하세요.",
    },
    bad: `FROM alpine:3.22\nENV DATA=${"a".repeat(65_535)}\n`,
    good: "FROM alpine:3.22\nCOPY data.txt /data.txt\n",
  },
  MaintainerDeprecated: {
    why: {
      en: "MAINTAINER is deprecated in favour of labels. The label `org.opencontainers.image.authors` is a standard name that tools and registries know.",
      ko: "MAINTAINER는 더 이상 권장되지 않으며 레이블이 대신합니다. `org.opencontainers.image.authors`는 도구와 레지스트리가 아는 표준 레이블입니다.",
    },
    bad: "FROM alpine:3.22\nMAINTAINER kim@example.com\n",
    good: 'FROM alpine:3.22\nLABEL org.opencontainers.image.authors="kim@example.com"\n',
  },
  MultipleInstructionsDisallowed: {
    why: {
      en: "An image has one CMD, one ENTRYPOINT and one HEALTHCHECK. The last of each in a stage wins and the earlier ones are silently ignored, so what you read at the top is not what runs.",
      ko: "이미지에는 CMD, ENTRYPOINT, HEALTHCHECK가 하나씩만 있습니다. 한 스테이지에서 마지막 것만 적용되고 앞의 것은 알림 없이 무시되므로, 위에서 읽은 것과 다른 것이 실행됩니다.",
    },
    bad: 'FROM alpine:3.22\nCMD ["ls"]\nCMD ["ps"]\n',
    good: 'FROM alpine:3.22\nCMD ["ps"]\n',
  },
  NoEmptyContinuation: {
    why: {
      en: "A blank line after a `\\` looks like the end of the instruction, but the instruction goes on below it. Docker has deprecated this and will refuse it in a future version.",
      ko: "`\\` 다음의 빈 줄은 명령어가 끝난 것처럼 보이지만 그 아래로 이어집니다. Docker에서 더 이상 권장하지 않으며 앞으로 나올 버전은 거부합니다.",
    },
    bad: "FROM alpine:3.22\nRUN uname && \\\n\n  ls\n",
    good: "FROM alpine:3.22\nRUN uname && \\\n  ls\n",
  },
  NothingToBuild: {
    why: {
      en: "Every image starts from a base, named by FROM; use `FROM scratch` for an empty one. A file without FROM has nothing to build.",
      ko: "모든 이미지는 FROM으로 정한 베이스에서 시작하며, 빈 이미지에서 시작하려면 `FROM scratch`를 씁니다. FROM이 없으면 빌드할 것이 없습니다.",
    },
    bad: "ARG RELEASE=1\n",
    good: "ARG RELEASE=3.22\nFROM alpine:$RELEASE\n",
  },
  RedundantTargetPlatform: {
    why: {
      en: "FROM already uses the target platform by default, so this flag changes nothing. The useful one is `--platform=$BUILDPLATFORM`, for a stage that compiles for other platforms at full speed.",
      ko: "FROM은 원래 대상 플랫폼을 쓰므로 이 플래그는 아무것도 바꾸지 않습니다. 쓸모 있는 것은 `--platform=$BUILDPLATFORM`으로, 다른 플랫폼용으로 컴파일하는 스테이지를 제 속도로 실행합니다.",
    },
    bad: "FROM --platform=$TARGETPLATFORM alpine:3.22\n",
    good: "FROM alpine:3.22\n",
  },
  ReservedStageName: {
    why: {
      en: "`scratch` means the empty image and `context` the build context, so BuildKit does not let a stage take either name.",
      ko: "`scratch`는 빈 이미지, `context`는 빌드 컨텍스트를 뜻하므로 스테이지 이름으로 쓸 수 없습니다.",
    },
    bad: "FROM alpine:3.22 AS scratch\n",
    good: "FROM alpine:3.22 AS build\n",
  },
  SecretsUsedInArgOrEnv: {
    why: {
      en: "`docker history` and `docker inspect` show the values of ARG and ENV to everyone who has the image. A secret mount is visible to one RUN only and is not stored in the image.",
      ko: "`docker history`와 `docker inspect`는 이미지를 가진 누구에게나 ARG와 ENV의 값을 보여 줍니다. 시크릿 마운트는 한 RUN에서만 보이고 이미지에 저장되지 않습니다.",
    },
    bad: "FROM node:24\nARG NPM_TOKEN\nRUN npm ci\n",
    good: "FROM node:24\nRUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci\n",
  },
  StageNameCasing: {
    why: {
      en: "Stage names are compared without regard to case, so `Build` and `build` are the same stage. Lower case, as in image names, leaves no doubt.",
      ko: "스테이지 이름은 대소문자를 구분하지 않아 `Build`와 `build`는 같은 스테이지입니다. 이미지 이름처럼 소문자로 쓰면 헷갈리지 않습니다.",
    },
    bad: "FROM alpine:3.22 AS Build\n",
    good: "FROM alpine:3.22 AS build\n",
  },
  UndefinedArgInFrom: {
    why: {
      en: "FROM sees only the ARGs before the first FROM, and the platform variables that BuildKit sets itself. Any other variable is empty, and the name of the image is then usually invalid.",
      ko: "FROM에서는 첫 FROM 앞의 ARG와 BuildKit이 정하는 플랫폼 변수만 보입니다. 다른 변수는 비어 있어 이미지 이름이 대개 잘못됩니다.",
    },
    bad: "FROM alpine:$RELEASE\n",
    good: "ARG RELEASE=3.22\nFROM alpine:$RELEASE\n",
  },
  UndefinedVar: {
    why: {
      en: "A variable that nothing declares is replaced by an empty string, without an error. One typo turns `$HMOE/bin` into `/bin`.",
      ko: "선언되지 않은 변수는 오류 없이 빈 문자열로 바뀝니다. 오타 하나로 `$HMOE/bin`이 `/bin`이 됩니다.",
    },
    bad: "FROM scratch\nENV FOLDER=/app\nWORKDIR $FODLER\n",
    good: "FROM scratch\nENV FOLDER=/app\nWORKDIR $FOLDER\n",
  },
  UnknownInstruction: {
    why: {
      en: "Every line starts with an instruction. An unknown word there is a typo, lacks a space after it, or belongs to the line above, which is missing its `\\`.",
      ko: "모든 줄은 명령어로 시작합니다. 모르는 단어가 있으면 오타이거나, 뒤에 공백이 빠졌거나, 윗줄 끝에 `\\`가 빠진 것입니다.",
    },
    bad: "FROM alpine:3.22\nRUNN uname\n",
    good: "FROM alpine:3.22\nRUN uname\n",
  },
  WorkdirRelativePath: {
    why: {
      en: "A relative path starts from the base image's working folder. If a newer base image has another one, your files silently end up somewhere else.",
      ko: "상대 경로는 베이스 이미지의 작업 폴더에서 시작합니다. 새 베이스 이미지의 작업 폴더가 다르면 파일이 모르는 사이에 다른 곳에 놓입니다.",
    },
    bad: "FROM alpine:3.22\nWORKDIR app\n",
    good: "FROM alpine:3.22\nWORKDIR /app\n",
  },
};
