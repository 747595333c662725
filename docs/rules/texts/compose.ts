// The long texts of the rules for Compose files that are not Compose's own refusals.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  BuildAndImage: {
    why: {
      en: "Whoever reads the file expects the image to be pulled; Compose builds it and gives the build that name. Some teams want that to be said in one way only.",
      ko: "파일을 읽는 사람은 이미지를 받는다고 생각하지만, Compose는 빌드하고 그 결과에 이 이름을 붙입니다. 한 가지 방식만 쓰기로 한 팀에 알맞은 규칙입니다.",
    },
    bad: "services:\n  web:\n    build: ./app\n    image: shop/web:1\n",
    good: "services:\n  web:\n    build: ./app\n",
  },
  CutCommand: {
    why: {
      en: "Compose starts the program itself, without a shell. Of a text it keeps the words up to the first ;, &, |, < or > and drops the rest without a word, so half of the command never runs. A shell must be asked for by name.",
      ko: "Compose는 셸 없이 프로그램을 직접 실행합니다. 글로 쓴 명령에서 ;, &, |, <, > 가운데 처음 나오는 것 앞까지만 남기고 나머지는 말없이 버리므로 명령의 절반이 실행되지 않습니다. 셸이 필요하면 셸을 직접 적어야 합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    command: ./migrate && ./serve\n",
    good: 'services:\n  web:\n    image: nginx:1.27\n    command: ["sh", "-c", "./migrate && ./serve"]\n',
  },
  DatabaseVariables: {
    why: {
      en: "When such a container starts with an empty volume, its image makes the database. Without a password, or with a second user called root, it ends with an error, and the services that wait for it fail as well.",
      ko: "이런 컨테이너가 빈 볼륨으로 시작하면 이미지가 데이터베이스를 만듭니다. 비밀번호가 없거나 root라는 사용자를 하나 더 만들게 하면 오류와 함께 끝나고, 이를 기다리는 서비스도 실패합니다.",
    },
    bad: "services:\n  db:\n    image: mariadb:11\n    environment:\n      MARIADB_ROOT_PASSWORD: ${ROOT_PASSWORD:-}\n      MARIADB_USER: root\n",
    good: "services:\n  db:\n    image: mariadb:11\n    environment:\n      MARIADB_ROOT_PASSWORD: ${ROOT_PASSWORD:-}\n      MARIADB_USER: shop\n",
  },
  DependencyOrder: {
    why: {
      en: "A sorted list shows at once whether a name is there, and merges without conflicts.",
      ko: "정렬된 목록은 이름이 있는지 바로 보이고 병합할 때 충돌이 적습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - redis\n      - db\n  redis:\n    image: redis:7\n  db:\n    image: postgres:17\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n      - redis\n  redis:\n    image: redis:7\n  db:\n    image: postgres:17\n",
  },
  DeprecatedLinks: {
    why: {
      en: "Links are left over from the time before networks. Every service of a network answers to its name, and depends_on says what has to start first.",
      ko: "links는 네트워크가 없던 시절의 방식입니다. 같은 네트워크의 서비스는 이름으로 응답하고, 먼저 시작할 것은 depends_on으로 정합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    links:\n      - db\n  db:\n    image: postgres:17\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      - db\n  db:\n    image: postgres:17\n",
  },
  DuplicateExportedPort: {
    why: {
      en: "Only one process can listen on a port of the host. Compose takes the file, and the second container fails to start.",
      ko: "호스트의 포트 하나에는 프로세스 하나만 연결할 수 있습니다. Compose는 파일을 받아들이지만 두 번째 컨테이너는 시작하지 못합니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n  api:\n    image: caddy:2\n    ports: ["8080:80"]\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n  api:\n    image: caddy:2\n    ports: ["8081:80"]\n',
  },
  DuplicateMountTarget: {
    why: {
      en: "Of two mounts at one path Compose keeps the last one and says nothing, so the data of the first one is missing in the container.",
      ko: "한 경로에 마운트가 둘이면 Compose는 마지막 것만 남기고 아무 말도 하지 않으므로, 앞의 데이터가 컨테이너에 없습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data\n      - ./b:/data\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data/a\n      - ./b:/data/b\n",
  },
  FixedContainerName: {
    why: {
      en: "A container name is unique on a machine: `docker compose up --scale` refuses such a service, and the same project cannot run a second time beside the first. Other services reach it by the name of the service all the same.",
      ko: "컨테이너 이름은 한 컴퓨터에서 하나뿐입니다. `docker compose up --scale`은 이런 서비스를 거부하고, 같은 프로젝트를 나란히 한 번 더 실행할 수도 없습니다. 다른 서비스는 서비스 이름만으로도 연결할 수 있습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    container_name: web\n",
    good: "services:\n  web:\n    image: nginx:1.27\n",
  },
  HealthyWithoutHealthcheck: {
    why: {
      en: "service_healthy waits until a healthcheck succeeds. Where there is none, neither in the file nor in the image, up ends with an error. Images of the official library have none.",
      ko: "service_healthy는 헬스체크가 성공할 때까지 기다립니다. 파일에도 이미지에도 헬스체크가 없으면 up이 오류로 끝납니다. 공식 이미지에는 헬스체크가 없습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres:17\n",
    good: 'services:\n  web:\n    image: nginx:1.27\n    depends_on:\n      db:\n        condition: service_healthy\n  db:\n    image: postgres:17\n    healthcheck:\n      test: ["CMD", "pg_isready", "-U", "postgres"]\n',
  },
  InvalidImage: {
    why: {
      en: "Compose passes the name on as it is, and the engine refuses it only when the service starts.",
      ko: "Compose는 이름을 그대로 넘기고, 엔진은 서비스를 시작할 때에야 거부합니다.",
    },
    bad: "services:\n  web:\n    image: Shop/Web:1\n",
    good: "services:\n  web:\n    image: shop/web:1\n",
  },
  MissingBuildContext: {
    why: {
      en: "The file is taken by Compose; the build fails because it finds no folder or no Dockerfile.",
      ko: "Compose는 파일을 받아들이지만, 폴더나 Dockerfile을 찾지 못해 빌드가 실패합니다.",
    },
    bad: "services:\n  web:\n    build: ./ap\n",
    good: "services:\n  web:\n    build: ./app\n",
  },
  MissingExternal: {
    why: {
      en: "Compose does not make what is external. The project cannot start until somebody has made it.",
      ko: "external로 표시한 것은 Compose가 만들지 않습니다. 누군가 만들기 전에는 프로젝트가 시작되지 않습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    networks: [proxy]\nnetworks:\n  proxy:\n    external: true\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    networks: [edge]\nnetworks:\n  edge:\n    external: true\n",
  },
  MissingProjectName: {
    why: {
      en: "Without a name the project is called as its folder. Renaming the folder, or a copy of it under another name, begins with empty volumes.",
      ko: "이름이 없으면 프로젝트는 폴더 이름을 씁니다. 폴더 이름을 바꾸거나 다른 이름으로 복사하면 볼륨이 비어 있는 상태로 시작합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n",
    good: "name: shop\nservices:\n  web:\n    image: nginx:1.27\n",
  },
  NoVersionField: {
    why: {
      en: "Compose follows one specification and warns about the field at every command.",
      ko: "Compose는 하나의 명세를 따르며 명령을 실행할 때마다 이 필드에 대해 경고합니다.",
    },
    bad: 'version: "3.8"\nservices:\n  web:\n    image: nginx:1.27\n',
    good: "services:\n  web:\n    image: nginx:1.27\n",
  },
  PortNotExposed: {
    why: {
      en: "An image says with EXPOSE where it listens. A mapping to another port is often a slip: nothing answers there.",
      ko: "이미지는 EXPOSE로 수신 포트를 밝힙니다. 다른 포트로 매핑하면 응답이 없는 실수인 경우가 많습니다.",
    },
    bad: 'services:\n  web:\n    build: ./app\n    ports: ["9000:9000"]\n',
    good: 'services:\n  web:\n    build: ./app\n    ports: ["9000:8080"]\n',
  },
  PortOrder: {
    why: {
      en: "Sorted ports show at once which one is free.",
      ko: "정렬된 포트는 어느 것이 비어 있는지 바로 보입니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8443:443"\n      - "8080:80"\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80"\n      - "8443:443"\n',
  },
  PortTaken: {
    why: {
      en: "The container could not be started: another one already listens on that port of the host.",
      ko: "다른 컨테이너가 이미 그 호스트 포트에서 수신하고 있으므로 컨테이너를 시작할 수 없습니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8081:80"]\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8082:80"]\n',
  },
  QuotedMount: {
    why: {
      en: "Most files write mounts without quotes; one way of writing makes differences visible.",
      ko: "대부분의 파일은 마운트를 따옴표 없이 씁니다. 쓰는 방식이 같으면 차이가 잘 보입니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - "./a:/data"\n',
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data\n",
  },
  ScaledHostPort: {
    why: {
      en: "Each of the containers wants the same port of the host, and only the first gets it. Without a host port the engine picks a free one for each.",
      ko: "컨테이너마다 같은 호스트 포트를 쓰려고 하므로 첫 번째만 시작됩니다. 호스트 포트를 빼면 엔진이 컨테이너마다 빈 포트를 고릅니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n    deploy:\n      replicas: 3\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["80"]\n    deploy:\n      replicas: 3\n',
  },
  SecretInFile: {
    why: {
      en: "A Compose file is shared: it lies in Git, in tickets and in chats. Whoever has it has the password, too. Compose reads .env beside the file by itself; leave that file out of Git, or hand the value over as a secret.",
      ko: "Compose 파일은 Git, 티켓, 대화방 등으로 공유됩니다. 파일을 가진 사람은 비밀번호도 가집니다. Compose는 파일 옆의 .env를 스스로 읽으므로 값을 그곳에 두고 Git에서 빼거나 시크릿으로 넘기세요.",
    },
    bad: "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: hunter2\n",
    good: "services:\n  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: ${POSTGRES_PASSWORD:-}\n",
  },
  ServiceKeyOrder: {
    why: {
      en: "When every service begins with what it runs and goes on in one order, two of them can be compared line by line.",
      ko: "모든 서비스가 무엇을 실행하는지부터 같은 순서로 쓰여 있으면 한 줄씩 비교할 수 있습니다.",
    },
    bad: "services:\n  web:\n    restart: always\n    image: nginx:1.27\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    restart: always\n",
  },
  ServiceOrder: {
    why: {
      en: "In a long file a service is found faster when they are sorted.",
      ko: "긴 파일에서는 정렬되어 있을 때 서비스를 더 빨리 찾습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n  db:\n    image: postgres:17\n",
    good: "services:\n  db:\n    image: postgres:17\n  web:\n    image: nginx:1.27\n",
  },
  SexagesimalPort: {
    why: {
      en: "YAML 1.1 reads 22:22 as minutes and seconds, that is the number 1342. Compose reads it as text, other programs that read the file may not.",
      ko: "YAML 1.1은 22:22를 분과 초, 즉 1342라는 수로 읽습니다. Compose는 글로 읽지만 파일을 읽는 다른 프로그램은 그렇지 않을 수 있습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    ports:\n      - 2222:22\n",
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "2222:22"\n',
  },
  SoftAboveHard: {
    why: {
      en: "The kernel refuses a soft limit above the hard one, so the container does not start.",
      ko: "커널은 hard 제한보다 큰 soft 제한을 거부하므로 컨테이너가 시작되지 않습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    ulimits:\n      nofile:\n        soft: 40000\n        hard: 20000\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    ulimits:\n      nofile:\n        soft: 20000\n        hard: 40000\n",
  },
  SwappedPorts: {
    why: {
      en: "A mapping is HOST:CONTAINER. With the two swapped the port of the host leads to one on which nothing listens.",
      ko: "매핑은 호스트:컨테이너 순서입니다. 둘을 바꾸면 호스트 포트가 아무것도 수신하지 않는 포트로 이어집니다.",
    },
    bad: 'services:\n  web:\n    build: ./app\n    ports: ["8080:80"]\n',
    good: 'services:\n  web:\n    build: ./app\n    ports: ["80:8080"]\n',
  },
  TopLevelOrder: {
    why: {
      en: "Files whose sections come in one order are read faster.",
      ko: "구역 순서가 같은 파일은 더 빨리 읽힙니다.",
    },
    bad: "volumes:\n  data:\nservices:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\nvolumes:\n  data:\n",
  },
  TypographicQuote: {
    why: {
      en: "Word processors and web pages turn straight quotes into curly ones. YAML knows none of those, so they become part of the command, the path or the name, which then does not exist.",
      ko: "워드 프로세서와 웹 페이지는 곧은 따옴표를 둥근 따옴표로 바꿉니다. YAML은 둥근 따옴표를 모르므로 명령, 경로, 이름의 일부가 되고, 그런 것은 존재하지 않습니다.",
    },
    bad: "services:\n  web:\n    image: “nginx:1.27”\n",
    good: 'services:\n  web:\n    image: "nginx:1.27"\n',
  },
  UnboundPort: {
    why: {
      en: "Docker publishes to all addresses and past most firewalls, so a database for development is open to the whole network.",
      ko: "Docker는 모든 주소에, 대부분의 방화벽을 지나 포트를 게시하므로 개발용 데이터베이스가 네트워크 전체에 열립니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "5432:5432"\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "127.0.0.1:5432:5432"\n',
  },
  UndefinedBuildArg: {
    why: {
      en: "Arguments that the Dockerfile does not declare are dropped; often the name is misspelt.",
      ko: "Dockerfile이 선언하지 않은 인자는 버려집니다. 이름을 잘못 쓴 경우가 많습니다.",
    },
    bad: 'services:\n  web:\n    build:\n      context: ./app\n      args:\n        VERSON: "2"\n',
    good: 'services:\n  web:\n    build:\n      context: ./app\n      args:\n        VERSION: "2"\n',
  },
  UndefinedBuildTarget: {
    why: {
      en: "The build ends with an error when the target is no stage of the Dockerfile.",
      ko: "target이 Dockerfile의 스테이지가 아니면 빌드가 오류로 끝납니다.",
    },
    bad: "services:\n  web:\n    build:\n      context: ./app\n      target: biuld\n",
    good: "services:\n  web:\n    build:\n      context: ./app\n      target: build\n",
  },
  UnknownHost: {
    why: {
      en: "Inside a container localhost is the container itself. Another service answers to its own name, spelt as in the file.",
      ko: "컨테이너 안에서 localhost는 컨테이너 자신입니다. 다른 서비스는 파일에 쓴 이름으로 응답합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      DATABASE_URL: postgres://shop@localhost:5432/shop\n  db:\n    image: postgres:17\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      DATABASE_URL: postgres://shop@db:5432/shop\n  db:\n    image: postgres:17\n",
  },
  UnknownMountOption: {
    why: {
      en: "Compose drops the word without saying so, and a mount that was meant to be read-only can be written to.",
      ko: "Compose는 아무 말 없이 그 단어를 버리므로, 읽기 전용으로 만들려던 마운트에 쓸 수 있게 됩니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data:or\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data:ro\n",
  },
  UnknownRestartPolicy: {
    why: {
      en: "Compose takes any word; the engine refuses the container.",
      ko: "Compose는 어떤 단어든 받아들이지만 엔진이 컨테이너를 거부합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    restart: allways\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    restart: always\n",
  },
  UnquotedPort: {
    why: {
      en: "With quotes nobody has to know which ports a YAML reader takes for numbers.",
      ko: "따옴표가 있으면 YAML 리더가 어떤 포트를 숫자로 읽는지 알 필요가 없습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    ports:\n      - 8080:80\n",
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports:\n      - "8080:80"\n',
  },
  UnsetVariable: {
    why: {
      en: "Compose puts in an empty text and goes on, so the fault shows much later, as an empty password or a wrong path.",
      ko: "Compose는 빈 글을 넣고 계속하므로 빈 비밀번호나 잘못된 경로처럼 훨씬 나중에야 문제가 드러납니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      SHOP: ${SHOP_NAME}\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    environment:\n      SHOP: ${SHOP_NAME:-shop}\n",
  },
  UntaggedImage: {
    why: {
      en: 'Without a tag the image is "latest": what runs depends on when a machine last pulled it.',
      ko: '태그가 없으면 이미지는 "latest"입니다. 무엇이 실행될지는 그 컴퓨터가 언제 이미지를 받았는지에 달려 있습니다.',
    },
    bad: "services:\n  web:\n    image: nginx\n",
    good: "services:\n  web:\n    image: nginx:1.27\n",
  },
  UnusedDefinition: {
    why: {
      en: "Compose silently leaves it out. Often the name in the service is another one than in the definition.",
      ko: "Compose는 말없이 빼놓습니다. 서비스에 쓴 이름이 정의의 이름과 다른 경우가 많습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\nvolumes:\n  data:\n  date:\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\nvolumes:\n  data:\n",
  },
  UnusedVariable: {
    why: {
      en: "Compose does not tell of it, so a misspelt name stays unseen while the default is used. Nothing is said where a service reads an env file, as its variables are the container's then.",
      ko: "Compose는 이를 알려 주지 않으므로, 이름을 잘못 쓰면 기본값이 쓰이는 줄도 모르고 지나갑니다. env 파일을 읽는 서비스가 있으면 그 변수는 컨테이너의 것이므로 아무 말도 하지 않습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:${TAG:-1.27}\n",
    good: "services:\n  web:\n    image: nginx:${TAG:-1.27}\n    env_file: .env\n",
  },
  WindowsPath: {
    why: {
      en: "A file with such a path works on one machine only. Paths from the folder of the file work for everybody.",
      ko: "이런 경로가 있는 파일은 한 컴퓨터에서만 동작합니다. 파일이 있는 폴더를 기준으로 한 경로는 모두에게 동작합니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes: ['.\\data:/data']\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes: ['./data:/data']\n",
  },
};
