// The long texts of what Docker Compose refuses in a file.
import type { RuleTexts } from "./text.ts";

/** A service of this name with a few more lines. */
const web = (...lines: readonly string[]) =>
  `services:\n  web:\n    image: nginx:1.27\n${lines.map((line) => `    ${line}\n`).join("")}`;
const built = (...lines: readonly string[]) =>
  `services:\n  web:\n    build:\n${lines.map((line) => `      ${line}\n`).join("")}`;

export const texts: RuleTexts = {
  BadCommand: {
    why: {
      en: "Compose splits a command written as one text into words, the way a shell does. Without the closing quote it cannot tell where the last word ends.",
      ko: "Compose는 한 줄로 쓴 명령을 셸처럼 단어로 나눕니다. 닫는 따옴표가 없으면 마지막 단어가 어디서 끝나는지 알 수 없습니다.",
    },
    bad: web('command: echo "hello'),
    good: web('command: echo "hello"'),
  },
  BadDevice: {
    why: {
      en: "A device is given as its path on the host, its path in the container and what may be done with it, separated by colons. A fourth part has no meaning.",
      ko: "장치는 호스트의 경로, 컨테이너 안의 경로, 권한을 콜론으로 나누어 적습니다. 네 번째 부분에는 뜻이 없습니다.",
    },
    bad: web('devices: ["/dev/a:/dev/b:rw:x"]'),
    good: web('devices: ["/dev/a:/dev/b:rw"]'),
  },
  BadDuration: {
    why: {
      en: "A number alone could mean seconds or minutes, so Compose wants the unit: `30s`, `1m30s`, `500ms`.",
      ko: "숫자만 있으면 초인지 분인지 알 수 없으므로 단위가 있어야 합니다. `30s`, `1m30s`, `500ms`처럼 적으세요.",
    },
    bad: web('stop_grace_period: "30"'),
    good: web("stop_grace_period: 30s"),
  },
  BadHost: {
    why: {
      en: "Each entry becomes a line of the container's `/etc/hosts`: a name and the address that it leads to. `host-gateway` stands for the address of the host.",
      ko: "각 항목은 컨테이너의 `/etc/hosts`에 한 줄로 들어가므로 이름과 주소가 모두 있어야 합니다. `host-gateway`는 호스트의 주소를 뜻합니다.",
    },
    bad: web('extra_hosts: ["api.local"]'),
    good: web('extra_hosts: ["api.local:host-gateway"]'),
  },
  BadMount: {
    why: {
      en: "The short form is SOURCE:TARGET:MODE, for example `./data:/data:ro`. The long form needs a `type` and the `target`, the path inside the container.",
      ko: "짧은 형식은 `./data:/data:ro`처럼 원본:대상:모드입니다. 긴 형식에는 `type`과 컨테이너 안의 경로인 `target`이 있어야 합니다.",
    },
    bad: web('volumes: ["./data::ro"]'),
    good: web('volumes: ["./data:/data:ro"]'),
  },
  BadPort: {
    why: {
      en: "A port mapping is HOST:CONTAINER, for example `8080:80`: what you type into the browser comes first. Ports end at 65535, an address in front must be an IP address, and ranges on both sides must be of the same length.",
      ko: "포트 매핑은 `8080:80`처럼 호스트:컨테이너 순서이며, 브라우저에 입력하는 포트가 앞에 옵니다. 포트는 65535까지이고, 앞에 붙이는 주소는 IP 주소여야 하며, 범위를 쓸 때는 양쪽 길이가 같아야 합니다.",
    },
    bad: web('ports: ["80:80800"]'),
    good: web('ports: ["80:8080"]'),
  },
  BadSize: {
    why: {
      en: "Sizes are a number of bytes, or a number with one of the units b, k, m and g, also as kb, mb and gb.",
      ko: "크기는 바이트 수로 적거나, 숫자 뒤에 b, k, m, g(또는 kb, mb, gb) 단위를 붙여 적습니다.",
    },
    bad: web("mem_limit: 512mega"),
    good: web("mem_limit: 512m"),
  },
  BadSsh: {
    why: {
      en: "`default` hands the keys of your SSH agent to the build. Any other key needs a name, by which the Dockerfile asks for it, and its path.",
      ko: "`default`는 SSH 에이전트의 키를 빌드에 넘깁니다. 그 밖의 키에는 Dockerfile에서 부를 이름과 경로가 있어야 합니다.",
    },
    bad: built("context: ./app", "ssh: [deploy]"),
    good: built("context: ./app", "ssh: [default]"),
  },
  BadVariable: {
    why: {
      en: "With a space before the equals sign, the space would belong to the name, and the program would never find the variable.",
      ko: "등호 앞에 공백이 있으면 공백까지 이름이 되어 프로그램이 변수를 찾지 못합니다.",
    },
    bad: web('environment: ["MODE =fast"]'),
    good: web('environment: ["MODE=fast"]'),
  },
  ContainerNameScale: {
    why: {
      en: "The name of a container is unique on an engine, so a second container of the same service could not be created. Without `container_name` Compose numbers the containers itself.",
      ko: "컨테이너 이름은 엔진에서 하나뿐이므로 같은 서비스의 두 번째 컨테이너를 만들 수 없습니다. `container_name`을 쓰지 않으면 Compose가 컨테이너에 번호를 붙입니다.",
    },
    bad: web("container_name: shop", "scale: 2"),
    good: web("scale: 2"),
  },
  ContainerNameTaken: {
    why: {
      en: "The name of a container is unique on an engine: the second container could not be created.",
      ko: "컨테이너 이름은 엔진에서 하나뿐이므로 두 번째 컨테이너를 만들 수 없습니다.",
    },
    bad: `${web("container_name: shop")}  api:\n    image: caddy:2\n    container_name: shop\n`,
    good: `${web("container_name: shop")}  api:\n    image: caddy:2\n    container_name: shop-api\n`,
  },
  CountAndIds: {
    why: {
      en: "`count` asks for any devices, so many of them; `device_ids` asks for certain ones. Together they contradict each other.",
      ko: "`count`는 아무 장치나 그 개수만큼, `device_ids`는 정해진 장치를 요청합니다. 함께 쓰면 서로 모순됩니다.",
    },
    bad: web("gpus:", "  - count: 1", '    device_ids: ["0"]'),
    good: web("gpus:", '  - device_ids: ["0"]'),
  },
  DependencyCycle: {
    why: {
      en: "Each of these services starts only after the next one, so none of them can be the first. `links`, `volumes_from` and `network_mode: service:…` make a service wait, too.",
      ko: "서비스들이 저마다 다음 서비스를 기다리므로 아무것도 먼저 시작할 수 없습니다. `links`, `volumes_from`, `network_mode: service:…`도 다른 서비스를 기다리게 합니다.",
    },
    bad: `${web("depends_on: [api]")}  api:\n    image: caddy:2\n    depends_on: [web]\n`,
    good: `${web("depends_on: [api]")}  api:\n    image: caddy:2\n`,
  },
  DisabledDependency: {
    why: {
      en: "A service with `profiles` exists only while one of them is switched on. A service that always runs cannot wait for it; give both the same profile, or neither one.",
      ko: "`profiles`가 있는 서비스는 그 프로필을 켰을 때만 존재합니다. 항상 실행되는 서비스는 이를 기다릴 수 없으므로, 두 서비스에 같은 프로필을 주거나 둘 다 주지 마세요.",
    },
    bad: `${web("depends_on: [debug]")}  debug:\n    image: caddy:2\n    profiles: [debug]\n`,
    good: `${web("depends_on: [debug]")}  debug:\n    image: caddy:2\n`,
  },
  DistinctValues: {
    why: {
      en: "Both keys set the same thing, one in the older and one in the newer form. With two values Compose could only guess which one is meant.",
      ko: "두 키는 같은 것을 정하는 옛 형식과 새 형식입니다. 값이 다르면 Compose가 어느 쪽이 맞는지 알 수 없습니다.",
    },
    bad: web("scale: 2", "deploy:", "  replicas: 3"),
    good: web("deploy:", "  replicas: 3"),
  },
  DoubleMount: {
    why: {
      en: "Only one thing can be mounted at a path of the container; the other would be hidden.",
      ko: "컨테이너의 한 경로에는 하나만 마운트할 수 있습니다. 나머지 하나는 가려집니다.",
    },
    bad: web('tmpfs: [/run, "/run:size=1m"]'),
    good: web('tmpfs: ["/run:size=1m"]'),
  },
  EmptyFile: {
    why: {
      en: "Without services there is nothing to start.",
      ko: "서비스가 없으면 시작할 것이 없습니다.",
    },
    bad: "# later\n",
    good: web(),
  },
  EnvFile: {
    why: {
      en: "Compose reads the file line by line as NAME=value. A line that it cannot read makes it refuse the whole project, so that no variable is missing unnoticed.",
      ko: "Compose는 이 파일을 이름=값 형식으로 한 줄씩 읽습니다. 읽을 수 없는 줄이 있으면 변수가 몰래 빠지지 않도록 프로젝트 전체를 거부합니다.",
    },
    bad: web("env_file: web.env"),
    good: web("env_file: web.env"),
    files: { "web.env": "MY NAME=x\n" },
    goodFiles: { "web.env": "MY_NAME=x\n" },
  },
  Exclusive: {
    why: {
      en: "Each of these keys decides the same question in another way, so Compose accepts only one of them.",
      ko: "이 키들은 같은 것을 서로 다른 방법으로 정하므로 Compose는 하나만 받아들입니다.",
    },
    bad: `${web("network_mode: host", "networks: [front]")}networks:\n  front:\n`,
    good: `${web("networks: [front]")}networks:\n  front:\n`,
  },
  ExtendsCycle: {
    why: {
      en: "A service takes over what the extended one says. In a circle there is no service to begin with.",
      ko: "`extends`는 다른 서비스의 내용을 이어받습니다. 서로 이어받으면 어디서 시작할지 알 수 없습니다.",
    },
    bad: `${web("extends: api")}  api:\n    image: caddy:2\n    extends: web\n`,
    good: `${web("extends: api")}  api:\n    image: caddy:2\n`,
  },
  ExtendsTarget: {
    why: {
      en: "`extends` takes over another service, of this file or of the one that `file` names. That service must exist there and be free of errors.",
      ko: "`extends`는 이 파일이나 `file`에 적은 파일의 서비스를 이어받습니다. 그 서비스가 있어야 하고 오류도 없어야 합니다.",
    },
    bad: `${web("extends: bse")}  base:\n    image: caddy:2\n`,
    good: `${web("extends: base")}  base:\n    image: caddy:2\n`,
  },
  ExternalConflict: {
    why: {
      en: "`external: true` says that the volume was made elsewhere and Compose only uses it. Settings for making it would have no effect.",
      ko: "`external: true`는 볼륨이 다른 곳에서 만들어졌고 Compose는 사용만 한다는 뜻입니다. 만들 때의 설정은 효과가 없습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\nvolumes:\n  data:\n    external: true\n    driver: local\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/data]\nvolumes:\n  data:\n    external: true\n",
  },
  HealthcheckTest: {
    why: {
      en: "The first item says how the rest is run: CMD starts the program directly, CMD-SHELL hands a line to the shell, NONE switches the check of the image off.",
      ko: "첫 항목은 나머지를 어떻게 실행할지 정합니다. CMD는 프로그램을 직접 시작하고, CMD-SHELL은 한 줄을 셸에 넘기며, NONE은 이미지의 검사를 끕니다.",
    },
    bad: web("healthcheck:", '  test: ["curl", "-f", "http://localhost"]'),
    good: web("healthcheck:", '  test: ["CMD", "curl", "-f", "http://localhost"]'),
  },
  IncludeConflict: {
    why: {
      en: "What an included file defines becomes part of this project. If both define the same name differently, Compose does not choose. Rename one, or change the included service in an override file.",
      ko: "포함한 파일의 정의는 이 프로젝트의 일부가 됩니다. 두 파일이 같은 이름을 다르게 정의하면 Compose는 어느 쪽도 고르지 않습니다. 하나의 이름을 바꾸거나, 재정의 파일에서 바꾸세요.",
    },
    bad: `include: [base.yaml]\n${web()}`,
    good: `include: [base.yaml]\n${web()}`,
    files: { "base.yaml": "services:\n  web:\n    image: caddy:2\n" },
    goodFiles: { "base.yaml": "services:\n  api:\n    image: caddy:2\n" },
  },
  IncludeCycle: {
    why: {
      en: "A file that includes itself, directly or through others, would never be read to its end.",
      ko: "자기 자신을 직접 또는 다른 파일을 거쳐 포함하면 끝까지 읽을 수 없습니다.",
    },
    bad: `include: [compose.yaml]\n${web()}`,
    good: `include: [base.yaml]\n${web()}`,
    goodFiles: { "base.yaml": "services:\n  api:\n    image: caddy:2\n" },
  },
  IncludedFault: {
    why: {
      en: "Compose loads all files as one project: an error in one of them stops everything. Open that file to see the error at its place.",
      ko: "Compose는 모든 파일을 하나의 프로젝트로 읽으므로 한 파일에 오류가 있으면 전부 멈춥니다. 그 파일을 열면 오류가 있는 곳이 표시됩니다.",
    },
    bad: `include: [base.yaml]\n${web()}`,
    good: `include: [base.yaml]\n${web()}`,
    files: { "base.yaml": "services:\n  api:\n    imag: caddy:2\n" },
    goodFiles: { "base.yaml": "services:\n  api:\n    image: caddy:2\n" },
  },
  MissingFile: {
    why: {
      en: "Compose stops when a file that it has to read is not there. Paths start from the folder of the Compose file; an env file that may be missing gets `required: false`.",
      ko: "읽어야 하는 파일이 없으면 Compose가 멈춥니다. 경로는 Compose 파일이 있는 폴더를 기준으로 합니다. 없어도 되는 env 파일에는 `required: false`를 적으세요.",
    },
    bad: web("env_file: web.env"),
    good: web("env_file:", "  - path: web.env", "    required: false"),
  },
  MissingKey: {
    why: {
      en: "Without this key the entry says too little for Compose to act on it.",
      ko: "이 키가 없으면 Compose가 처리할 정보가 부족합니다.",
    },
    bad: web("develop:", "  watch:", "    - path: ./src"),
    good: web("develop:", "  watch:", "    - path: ./src", "      action: rebuild"),
  },
  NoImage: {
    why: {
      en: "A container is made from an image: `image` names one to pull, `build` the folder with the Dockerfile that makes one.",
      ko: "컨테이너는 이미지로 만듭니다. `image`에는 받을 이미지를, `build`에는 이미지를 만들 Dockerfile이 있는 폴더를 적습니다.",
    },
    bad: 'services:\n  web:\n    ports: ["8080:80"]\n',
    good: web('ports: ["8080:80"]'),
  },
  NoSource: {
    why: {
      en: "The content of a secret or config comes from a file, a variable of the environment or, for a config, from `content`. Without a source there is nothing to hand to the container.",
      ko: "시크릿이나 컨피그의 내용은 파일이나 환경 변수에서 가져오고, 컨피그는 `content`에 직접 적을 수도 있습니다. 출처가 없으면 컨테이너에 넘길 것이 없습니다.",
    },
    bad: `${web("secrets: [password]")}secrets:\n  password:\n`,
    good: `${web("secrets: [password]")}secrets:\n  password:\n    file: ./password\n`,
  },
  OverrideKind: {
    why: {
      en: "Files are laid over each other: mappings are joined, lists are appended. A list cannot be laid over a mapping. Write both in the same form, or replace the whole value with `!override`.",
      ko: "파일을 겹칠 때 매핑은 합치고 목록은 뒤에 덧붙입니다. 매핑 위에 목록을 겹칠 수는 없습니다. 양쪽을 같은 형식으로 쓰거나 `!override`로 값을 통째로 바꾸세요.",
    },
    bad: `${web("logging: {driver: local}")}---\n${web("logging: [local]")}`,
    good: `${web("logging: {driver: local}")}---\n${web("logging: {driver: none}")}`,
  },
  PlatformNotBuilt: {
    why: {
      en: "`platforms` lists what the image is built for, `platform` what the container runs on. If the second is not in the list, there would be no image to start.",
      ko: "`platforms`는 이미지를 빌드할 플랫폼, `platform`은 컨테이너를 실행할 플랫폼입니다. 목록에 없으면 시작할 이미지가 없습니다.",
    },
    bad: `${built("context: ./app", "platforms: [linux/amd64]")}    platform: linux/arm64\n`,
    good: `${built("context: ./app", "platforms: [linux/amd64, linux/arm64]")}    platform: linux/arm64\n`,
  },
  RequiredVariable: {
    why: {
      en: "`${NAME:?message}` says that the project must not start without this variable. Set it in `.env` or in the shell. Your shell may know it already, so this is only an information here.",
      ko: "`${NAME:?메시지}`는 이 변수가 없으면 프로젝트를 시작하지 말라는 뜻입니다. `.env`나 셸에서 값을 정하세요. 셸에 이미 있을 수도 있으므로 여기서는 정보로만 표시합니다.",
    },
    bad: web("hostname: ${HOST_NAME:?give a name}"),
    good: web("hostname: ${HOST_NAME:-web}"),
  },
  UndefinedReference: {
    why: {
      en: "Volumes, networks, secrets, configs and models that a service uses must be defined at the top level of the project; a service that another one waits for must exist. A folder of the host begins with `./` or `/`, so that it is not taken for a volume.",
      ko: "서비스가 쓰는 볼륨, 네트워크, 시크릿, 컨피그, 모델은 프로젝트의 최상위에 정의해야 하고, 기다리는 서비스도 있어야 합니다. 호스트의 폴더는 볼륨으로 읽히지 않도록 `./`나 `/`로 시작하세요.",
    },
    bad: web("volumes: [data:/data]"),
    good: `${web("volumes: [data:/data]")}volumes:\n  data:\n`,
  },
  UnknownKey: {
    why: {
      en: "Compose refuses a key that it does not know, since it is nearly always a misspelling or stands at the wrong level. Keys of your own begin with `x-`.",
      ko: "모르는 키는 대개 오타이거나 잘못된 위치에 있으므로 Compose가 거부합니다. 직접 정한 키는 `x-`로 시작하세요.",
    },
    bad: web('port: ["8080:80"]'),
    good: web('ports: ["8080:80"]'),
  },
  VariableSyntax: {
    why: {
      en: "Compose replaces `$NAME` and `${NAME}` in every value. A dollar sign that should stay, as in a password or a shell command, is written twice: `$$`.",
      ko: "Compose는 모든 값에서 `$NAME`과 `${NAME}`을 바꿉니다. 비밀번호나 셸 명령처럼 그대로 두어야 하는 달러 기호는 `$$`로 두 번 적으세요.",
    },
    bad: web("hostname: ${HOST.NAME}"),
    good: web("hostname: ${HOST_NAME:-web}"),
  },
  WatchPath: {
    why: {
      en: "`docker compose watch` observes `path`. Every action other than `rebuild` also needs `target`, the place in the container that the files are copied to.",
      ko: "`docker compose watch`는 `path`를 지켜봅니다. `rebuild`가 아닌 동작에는 파일을 복사할 컨테이너 안의 위치인 `target`도 있어야 합니다.",
    },
    bad: web("develop:", "  watch:", "    - path: ./src", "      action: sync"),
    good: web(
      "develop:",
      "  watch:",
      "    - path: ./src",
      "      action: sync",
      "      target: /src",
    ),
  },
  WrongType: {
    why: {
      en: "Each key wants a certain kind of value: text, a number, true or false, a list or a mapping. What looks like a number or a date is one for YAML; in quotes it is text.",
      ko: "키마다 텍스트, 숫자, true 또는 false, 목록, 매핑 중 정해진 종류의 값이 필요합니다. 숫자나 날짜처럼 보이는 값은 YAML이 그렇게 읽으므로, 텍스트로 쓰려면 따옴표로 감싸세요.",
    },
    bad: web('ports: "8080:80"'),
    good: web('ports: ["8080:80"]'),
  },
  WrongValue: {
    why: {
      en: "For this key Compose knows a fixed set of values, a range or a form. Completion shows what is possible.",
      ko: "이 키에 쓸 수 있는 값, 범위, 형식은 정해져 있습니다. 자동 완성에서 가능한 값을 볼 수 있습니다.",
    },
    bad: web("pull_policy: allways"),
    good: web("pull_policy: always"),
  },
  YamlSyntax: {
    why: {
      en: "If the text cannot be read as YAML, nothing else of the file can be understood. Indentation with spaces, the space after a colon and closed quotes are what most often goes wrong.",
      ko: "YAML로 읽을 수 없으면 파일의 나머지도 이해할 수 없습니다. 공백 들여쓰기, 콜론 뒤의 공백, 닫지 않은 따옴표에서 실수가 가장 많습니다.",
    },
    bad: 'services:\n  web:\n    image: "nginx:1.27\n',
    good: 'services:\n  web:\n    image: "nginx:1.27"\n',
  },
};
