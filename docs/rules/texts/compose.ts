// The long texts of the rules for Compose files that are not Compose's own refusals.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  BuildAndImage: {
    why: {
      en: "Someone who reads `image` expects it to be pulled, but Compose builds the service and uses this name for the result. This rule is for teams that want one or the other.",
      ko: "`image`를 읽는 사람은 이미지를 받는다고 생각하지만, Compose는 서비스를 빌드하고 그 결과에 이 이름을 붙입니다. 둘 중 하나만 쓰기로 한 팀을 위한 규칙입니다.",
    },
    bad: "services:\n  web:\n    build: ./app\n    image: shop/web:1\n",
    good: "services:\n  web:\n    build: ./app\n",
  },
  CutCommand: {
    why: {
      en: 'Compose starts the program itself, without a shell. From a command written as one string it keeps only what comes before the first `;`, `&`, `|`, `<` or `>` and drops the rest without a warning, so half of it never runs. If you need a shell, name it: `["sh", "-c", "…"]`.',
      ko: 'Compose는 셸 없이 프로그램을 직접 시작합니다. 문자열로 쓴 명령에서는 처음 나오는 `;`, `&`, `|`, `<`, `>` 앞까지만 남기고 나머지는 경고 없이 버리므로 명령의 절반이 실행되지 않습니다. 셸이 필요하면 `["sh", "-c", "…"]`처럼 직접 적으세요.',
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    command: ./migrate && ./serve\n",
    good: 'services:\n  web:\n    image: nginx:1.27\n    command: ["sh", "-c", "./migrate && ./serve"]\n',
  },
  DatabaseVariables: {
    why: {
      en: "When such a container starts with an empty volume, its image first creates the database. Without a password, or with a second user named root, it exits with an error, and services that wait for it fail too.",
      ko: "이런 컨테이너가 빈 볼륨으로 시작하면 이미지가 먼저 데이터베이스를 만듭니다. 비밀번호가 없거나 root라는 사용자를 하나 더 만들게 하면 오류와 함께 종료되고, 이를 기다리는 서비스도 실패합니다.",
    },
    bad: "services:\n  db:\n    image: mariadb:11\n    environment:\n      MARIADB_ROOT_PASSWORD: ${ROOT_PASSWORD:-}\n      MARIADB_USER: root\n",
    good: "services:\n  db:\n    image: mariadb:11\n    environment:\n      MARIADB_ROOT_PASSWORD: ${ROOT_PASSWORD:-}\n      MARIADB_USER: shop\n",
  },
  DependencyOrder: {
    why: {
      en: "In a sorted list you see at once whether a name is already there, and changes from two branches rarely conflict.",
      ko: "정렬된 목록에서는 이름이 이미 있는지 바로 보이고, 두 브랜치의 변경이 충돌하는 일도 적습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - redis\n      - db\n  redis:\n    image: redis:7\n  db:\n    image: postgres:17\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n      - redis\n  redis:\n    image: redis:7\n  db:\n    image: postgres:17\n",
  },
  DeprecatedLinks: {
    why: {
      en: "Links date from the time before Docker had networks. Services on the same network already reach each other by name, and `depends_on` says what has to start first.",
      ko: "links는 Docker에 네트워크가 없던 시절의 방식입니다. 같은 네트워크의 서비스는 이름만으로 서로 연결할 수 있고, 먼저 시작할 것은 `depends_on`으로 정합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    links:\n      - db\n  db:\n    image: postgres:17\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n  db:\n    image: postgres:17\n",
  },
  DuplicateExportedPort: {
    why: {
      en: "A port of the host can lead to one container only. Compose accepts the file, and the second container fails to start with “port is already allocated”.",
      ko: "호스트의 포트 하나는 컨테이너 하나에만 연결할 수 있습니다. Compose는 파일을 받아들이지만 두 번째 컨테이너는 “port is already allocated”로 시작하지 못합니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n  api:\n    image: caddy:2\n    ports: ["8080:80"]\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n  api:\n    image: caddy:2\n    ports: ["8081:80"]\n',
  },
  DuplicateMountTarget: {
    why: {
      en: "When two mounts have the same path in the container, Compose keeps only the last one and says nothing. The data of the first is missing in the container.",
      ko: "컨테이너 안의 경로가 같은 마운트가 둘이면 Compose는 알림 없이 마지막 것만 남깁니다. 그래서 첫 번째의 데이터가 컨테이너에 없습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data\n      - ./b:/data\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data/a\n      - ./b:/data/b\n",
  },
  FixedContainerName: {
    why: {
      en: "A container name can exist only once on a machine, so the service cannot be scaled, and a second copy of the project cannot run beside the first. You do not need the name to connect: other services use the service's name.",
      ko: "컨테이너 이름은 한 컴퓨터에 하나만 있을 수 있으므로 서비스를 여러 개로 늘릴 수 없고, 같은 프로젝트를 나란히 하나 더 실행할 수도 없습니다. 다른 서비스는 서비스 이름으로 연결하므로 이 이름이 없어도 됩니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    container_name: web\n",
    good: "services:\n  web:\n    image: nginx:1.27\n",
  },
  HealthyWithoutHealthcheck: {
    why: {
      en: "`service_healthy` waits until a healthcheck succeeds. If neither the file nor the image defines one, `docker compose up` ends with an error. Most official images, databases included, define none.",
      ko: "`service_healthy`는 헬스체크가 성공할 때까지 기다립니다. 파일에도 이미지에도 헬스체크가 없으면 `docker compose up`이 오류로 끝납니다. 데이터베이스를 포함한 공식 이미지 대부분에는 헬스체크가 없습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres:17\n",
    good: 'services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres:17\n    healthcheck:\n      test: ["CMD", "pg_isready", "-U", "postgres"]\n',
  },
  InvalidImage: {
    why: {
      en: "Compose passes the name on without checking it, so the error comes from the engine, and only when the service starts. Image names are written in lower case.",
      ko: "Compose는 이름을 확인하지 않고 넘기므로 서비스를 시작할 때에야 엔진이 오류를 냅니다. 이미지 이름은 소문자로 씁니다.",
    },
    bad: "services:\n  web:\n    image: Shop/Web:1\n",
    good: "services:\n  web:\n    image: shop/web:1\n",
  },
  MissingBuildContext: {
    why: {
      en: "Compose accepts the file, but the build fails because the folder or the Dockerfile does not exist. Paths are relative to the Compose file.",
      ko: "Compose는 파일을 받아들이지만 폴더나 Dockerfile이 없어 빌드가 실패합니다. 경로는 Compose 파일이 있는 폴더를 기준으로 합니다.",
    },
    bad: "services:\n  web:\n    build: ./ap\n",
    good: "services:\n  web:\n    build: ./app\n",
  },
  MissingExternal: {
    why: {
      en: "Compose does not create what is marked as external, and `docker compose up` stops if it is missing. Create it first, for example with `docker network create`.",
      ko: "Compose는 external로 표시된 것을 만들지 않으며, 없으면 `docker compose up`이 멈춥니다. `docker network create` 등으로 먼저 만드세요.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    networks: [proxy]\nnetworks:\n  proxy:\n    external: true\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    networks: [edge]\nnetworks:\n  edge:\n    external: true\n",
  },
  MissingProjectName: {
    why: {
      en: "Without `name`, Compose names the project after its folder, and its volumes after the project. If the folder is renamed or copied, the project starts with empty volumes, although the old data is still there.",
      ko: "`name`이 없으면 Compose는 폴더 이름을 프로젝트 이름으로, 프로젝트 이름을 볼륨 이름의 앞부분으로 씁니다. 폴더 이름을 바꾸거나 복사하면 옛 데이터가 남아 있어도 빈 볼륨으로 시작합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n",
    good: "name: shop\nservices:\n  web:\n    image: nginx:1.27\n",
  },
  NoVersionField: {
    why: {
      en: "Current Compose follows a single specification, ignores the field, and warns about it with every command.",
      ko: "지금의 Compose는 하나의 명세만 따르므로 이 필드를 무시하고, 명령을 실행할 때마다 경고합니다.",
    },
    bad: 'version: "3.8"\nservices:\n  web:\n    image: nginx:1.27\n',
    good: "services:\n  web:\n    image: nginx:1.27\n",
  },
  PortNotExposed: {
    why: {
      en: "With EXPOSE an image says which port its program listens on. A mapping to any other container port is often a typo, and then nothing answers there.",
      ko: "이미지는 프로그램이 연결을 받는 포트를 EXPOSE로 알립니다. 다른 컨테이너 포트로 연결한 것은 오타인 경우가 많고, 그러면 아무 응답이 없습니다.",
    },
    bad: 'services:\n  web:\n    build: ./app\n    ports: ["9000:9000"]\n',
    good: 'services:\n  web:\n    build: ./app\n    ports: ["9000:8080"]\n',
  },
  PortOrder: {
    why: {
      en: "In a sorted list you see at once which ports are taken and which are free.",
      ko: "정렬된 목록에서는 어느 포트가 쓰이고 어느 포트가 비어 있는지 바로 보입니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8443:443"\n      - "8080:80"\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80"\n      - "8443:443"\n',
  },
  PortTaken: {
    why: {
      en: "A running container, or a program on this machine such as a database of its own, already holds this port of the host, so the container will not start. Stop it, or choose another host port, the number before the colon.",
      ko: "실행 중인 다른 컨테이너나 이 컴퓨터에 설치된 데이터베이스 같은 프로그램이 이미 이 호스트 포트를 쓰고 있어 컨테이너를 시작할 수 없습니다. 그것을 중지하거나 콜론 앞의 호스트 포트를 바꾸세요.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8081:80"]\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8082:80"]\n',
  },
  QuotedMount: {
    why: {
      en: "Mounts work with or without quotes, and most files leave them out. One style makes real differences easier to see.",
      ko: "마운트는 따옴표가 있어도 없어도 동작하며 대부분의 파일에서는 쓰지 않습니다. 방식을 통일하면 실제로 다른 점이 잘 보입니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - "./a:/data"\n',
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data\n",
  },
  ScaledHostPort: {
    why: {
      en: "All containers of the service ask for the same port of the host, so only the first one starts. Without a host port, the engine picks a free one for each; a range such as `8080-8082:80` works too.",
      ko: "서비스의 모든 컨테이너가 같은 호스트 포트를 요청하므로 첫 번째만 시작됩니다. 호스트 포트를 빼면 엔진이 컨테이너마다 빈 포트를 고르며, `8080-8082:80` 같은 범위를 써도 됩니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n    deploy:\n      replicas: 3\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["80"]\n    deploy:\n      replicas: 3\n',
  },
  SecretInFile: {
    why: {
      en: "Compose files are shared in Git, tickets and chats, and everyone who has the file then has the password. Put the value into `.env` beside the file, which Compose reads by itself, and keep that out of Git; or pass it as a secret.",
      ko: "Compose 파일은 Git, 티켓, 메신저로 공유되며, 파일을 가진 사람은 비밀번호도 갖게 됩니다. 값을 Compose가 자동으로 읽는 옆의 `.env`에 두고 Git에서 제외하거나, 시크릿으로 넘기세요.",
    },
    bad: "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: hunter2\n",
    good: "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-}\n",
  },
  ServiceKeyOrder: {
    why: {
      en: "When every service starts with its image or build and lists its keys in the same order, two services can be compared line by line.",
      ko: "모든 서비스가 image나 build로 시작해 같은 순서로 쓰여 있으면 두 서비스를 한 줄씩 비교할 수 있습니다.",
    },
    bad: "services:\n  web:\n    restart: always\n    image: nginx:1.27\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    restart: always\n",
  },
  ServiceOrder: {
    why: {
      en: "In a long file, a service is found faster when the services are sorted by name.",
      ko: "긴 파일에서는 서비스가 이름순으로 정렬되어 있으면 더 빨리 찾을 수 있습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n  db:\n    image: postgres:17\n",
    good: "services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n",
  },
  SexagesimalPort: {
    why: {
      en: "YAML 1.1 reads `22:22` as a number in base 60, that is 1342. Compose itself reads it as text, but other tools that read the file may not; quotes settle it.",
      ko: "YAML 1.1은 `22:22`를 60진수, 즉 1342로 읽습니다. Compose는 글자로 읽지만 파일을 읽는 다른 도구는 그렇지 않을 수 있으므로 따옴표로 감싸면 확실합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    ports:\n      - 2222:22\n",
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "2222:22"\n',
  },
  SoftAboveHard: {
    why: {
      en: "The soft limit is what applies now, and the hard limit is the most it may be raised to. The kernel refuses a soft limit above the hard one, so the container does not start.",
      ko: "soft는 지금 적용되는 제한이고 hard는 그 제한을 올릴 수 있는 최대값입니다. 커널은 hard보다 큰 soft를 거부하므로 컨테이너가 시작되지 않습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    ulimits:\n      nofile:\n        soft: 40000\n        hard: 20000\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    ulimits:\n      nofile:\n        soft: 20000\n        hard: 40000\n",
  },
  SwallowedItem: {
    why: {
      en: "In YAML a line that is indented deeper goes on with the text above it, and its dash is a character like any other. So two items become one, and the second is missing: `A=1` and `B=2` give a variable A with the value `1 - B=2`. Docker Compose often accepts that without a word.",
      ko: "YAML에서 더 깊게 들여쓴 줄은 위의 텍스트에 이어지고, 그 줄의 대시는 보통 글자로 읽힙니다. 그래서 두 항목이 하나가 되고 두 번째 항목은 사라집니다. `A=1`과 `B=2`가 값이 `1 - B=2`인 변수 A 하나가 되는 식입니다. Docker Compose는 이것을 아무 말 없이 받아들일 때가 많습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      - A=1\n        - B=2\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      - A=1\n      - B=2\n",
  },
  SwappedPorts: {
    why: {
      en: "A mapping is HOST:CONTAINER. Swapped, the port of the host leads to a container port on which nothing listens, and the browser gets no answer.",
      ko: "매핑은 호스트:컨테이너 순서입니다. 뒤바뀌면 호스트 포트가 아무것도 수신하지 않는 컨테이너 포트로 연결되어 브라우저에 응답이 없습니다.",
    },
    bad: 'services:\n  web:\n    build: ./app\n    ports: ["8080:80"]\n',
    good: 'services:\n  web:\n    build: ./app\n    ports: ["80:8080"]\n',
  },
  TopLevelOrder: {
    why: {
      en: "When the sections of every file come in the same order, you know where to look. Compose itself does not mind.",
      ko: "파일마다 섹션의 순서가 같으면 어디를 볼지 알 수 있습니다. Compose는 순서를 따지지 않습니다.",
    },
    bad: "volumes:\n  data:\nservices:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\nvolumes:\n  data:\n",
  },
  TypographicQuote: {
    why: {
      en: "Word processors and web pages turn straight quotes into curly ones. YAML does not treat those as quotes, so they become part of the command, path or name, which then does not exist.",
      ko: "워드 프로세서와 웹 페이지는 곧은 따옴표를 둥근 따옴표로 바꿉니다. YAML은 둥근 따옴표를 따옴표로 보지 않으므로 명령, 경로, 이름의 일부가 되고 그런 것은 존재하지 않습니다.",
    },
    bad: "services:\n  web:\n    image: “nginx:1.27”\n",
    good: 'services:\n  web:\n    image: "nginx:1.27"\n',
  },
  UnboundPort: {
    why: {
      en: "Docker publishes a port on all addresses of the machine and past most firewalls, so a database meant for development is open to the whole network. With `127.0.0.1:` in front, only this machine can connect.",
      ko: "Docker는 포트를 컴퓨터의 모든 주소에 게시하고 대부분의 방화벽도 지나가므로, 개발용 데이터베이스가 네트워크 전체에 열립니다. 앞에 `127.0.0.1:`을 붙이면 이 컴퓨터에서만 접속할 수 있습니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "5432:5432"\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "127.0.0.1:5432:5432"\n',
  },
  UndefinedBuildArg: {
    why: {
      en: "An argument that the Dockerfile does not declare with ARG has no effect. Usually its name is misspelt, and the build silently uses the default.",
      ko: "Dockerfile이 ARG로 선언하지 않은 인자는 아무 효과가 없습니다. 대개 이름이 틀린 것이며, 빌드는 알림 없이 기본값을 씁니다.",
    },
    bad: 'services:\n  web:\n    build:\n      context: ./app\n      args:\n        VERSON: "2"\n',
    good: 'services:\n  web:\n    build:\n      context: ./app\n      args:\n        VERSION: "2"\n',
  },
  UndefinedBuildTarget: {
    why: {
      en: "`target` must be the name of a stage in the Dockerfile, given after AS. Otherwise the build ends with “target stage … could not be found”.",
      ko: "`target`은 Dockerfile의 AS 뒤에 쓴 스테이지 이름이어야 합니다. 그렇지 않으면 빌드가 “target stage … could not be found”로 끝납니다.",
    },
    bad: "services:\n  web:\n    build:\n      context: ./app\n      target: biuld\n",
    good: "services:\n  web:\n    build:\n      context: ./app\n      target: build\n",
  },
  UnknownHost: {
    why: {
      en: "Inside a container, localhost is the container itself, not your computer and not another service. Another service is reached by its name, spelt exactly as in the file.",
      ko: "컨테이너 안에서 localhost는 사용자의 컴퓨터나 다른 서비스가 아니라 컨테이너 자신입니다. 다른 서비스에는 파일에 쓴 이름 그대로 연결합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      DATABASE_URL: postgres://shop@localhost:5432/shop\n  db:\n    image: postgres:17\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      DATABASE_URL: postgres://shop@db:5432/shop\n  db:\n    image: postgres:17\n",
  },
  UnknownMountOption: {
    why: {
      en: "Compose drops an option that it does not know, without a warning. A mount that was meant to be read-only can then be written to.",
      ko: "Compose는 모르는 옵션을 경고 없이 버립니다. 그러면 읽기 전용으로 만들려던 마운트에 쓸 수 있게 됩니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data:or\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data:ro\n",
  },
  UnknownRestartPolicy: {
    why: {
      en: "Compose passes any word on, and only the engine refuses it when the container is created. `unless-stopped` is the usual choice for a server.",
      ko: "Compose는 어떤 단어든 넘기고, 컨테이너를 만들 때에야 엔진이 거부합니다. 서버에는 보통 `unless-stopped`를 씁니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    restart: allways\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    restart: always\n",
  },
  UnquotedPort: {
    why: {
      en: "Some YAML readers take a value such as `22:22` for a number. With quotes around every port, nobody has to know which ones.",
      ko: "일부 YAML 도구는 `22:22` 같은 값을 숫자로 읽습니다. 포트를 모두 따옴표로 감싸면 어느 것이 그런지 알 필요가 없습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    ports:\n      - 8080:80\n",
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80"\n',
  },
  UnsetVariable: {
    why: {
      en: "Compose replaces the variable with an empty string and goes on with a warning, so the problem shows up only later, as an empty password or a wrong path. `${NAME:-default}` gives it a default; `${NAME:?}` stops instead.",
      ko: "Compose는 변수를 빈 문자열로 바꾸고 경고만 한 채 계속하므로, 나중에 빈 비밀번호나 잘못된 경로로 문제가 드러납니다. `${NAME:-기본값}`은 기본값을 주고, `${NAME:?}`는 값이 없으면 멈춥니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      SHOP: ${SHOP_NAME}\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      SHOP: ${SHOP_NAME:-shop}\n",
  },
  UntaggedImage: {
    why: {
      en: "Without a tag the image is `latest`, so what runs depends on when a machine last pulled it. For a database, an unplanned new major version may not be able to read the old data.",
      ko: "태그가 없으면 `latest`이므로, 컴퓨터가 마지막으로 이미지를 받은 때에 따라 실행되는 것이 달라집니다. 데이터베이스라면 뜻하지 않게 주 버전이 바뀌어 옛 데이터를 읽지 못할 수 있습니다.",
    },
    bad: "services:\n  web:\n    image: nginx\n",
    good: "services:\n  web:\n    image: nginx:1.27\n",
  },
  UnusedDefinition: {
    why: {
      en: "Compose silently skips it. Often the service uses a slightly different name than the definition.",
      ko: "Compose는 알림 없이 건너뜁니다. 서비스에 쓴 이름이 정의한 이름과 조금 다른 경우가 많습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\nvolumes:\n  data:\n  date:\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\nvolumes:\n  data:\n",
  },
  UnusedVariable: {
    why: {
      en: "Compose does not report it, so with a misspelt name the default is used and nobody notices. Nothing is reported once a service has an `env_file`, because the variables may then be meant for the container.",
      ko: "Compose가 알려 주지 않으므로 이름이 틀리면 모르는 사이에 기본값이 쓰입니다. `env_file`을 쓰는 서비스가 있으면 컨테이너가 쓰는 변수일 수 있으므로 알리지 않습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:${TAG:-1.27}\n",
    good: "services:\n  web:\n    image: nginx:${TAG:-1.27}\n    env_file: .env\n",
  },
  WindowsPath: {
    why: {
      en: "A path with a drive or backslashes works on one kind of machine only. A path relative to the Compose file, with forward slashes, works for everyone.",
      ko: "드라이브 문자나 역슬래시가 있는 경로는 한 종류의 컴퓨터에서만 동작합니다. Compose 파일을 기준으로 한 상대 경로를 슬래시로 쓰면 누구에게나 동작합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes: ['.\\data:/data']\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes: ['./data:/data']\n",
  },
};
