// Faults that beginners make in Compose files, and how the file looks when their first fixes are
// done. Pure data; a test asks docker compose itself about both sides.

/** Lines of a service, its neighbours below. */
export const inService = (lines: string) =>
  `services:\n  web:\n    image: nginx:1.27\n${lines.replace(/^/gm, "    ")}\n  db:\n    image: postgres:17\n`;

export const mended: readonly (readonly [wrong: string, right: string])[] = [
  ["restart:always", "restart: always"],
  ["restart:always\ntty: true", "restart: always\ntty: true"],
  ["restart：always", "restart: always"],
  ["restart:\u00a0always", "restart: always"],
  ["env:\n  A: b\ncmd: ls", "environment:\n  A: b\ncommand: ls"],
  ["cpus: 0,5\nmem_swappiness: '1'", "cpus: 0.5\nmem_swappiness: '1'"],
  ["logging: none", 'logging: {driver: "none"}'],
  ["healthcheck: curl -f http://web", 'healthcheck: {test: "curl -f http://web"}'],
  ["ports\n  - '80:80'", "ports:\n  - '80:80'"],
  ["restart always\ntty: true", "restart: always\ntty: true"],
  ["ports:\n  -80:80\n  -443:443", "ports:\n  - 80:80\n  - 443:443"],
  ["ports:\n-80:80", "ports:\n- 80:80"],
  ["environment:\n  A=b\n  C=d", "environment:\n  - A=b\n  - C=d"],
  ["environment:\n  A: b\n  C=d", "environment:\n  A: b\n  C: d"],
  ["environment:\n  - A: b\n  - C: d", "environment:\n  A: b\n  C: d"],
  ["labels:\n  - a\n  - b: c", "labels:\n  - a\n  - b=c"],
  [
    "depends_on:\n  - db:\n      condition: service_started",
    "depends_on:\n  db:\n    condition: service_started",
  ],
  ['command: "run\nrestart: always', 'command: "run"\nrestart: always'],
  ["ports: ['80:80'\nrestart: always", "ports: ['80:80']\nrestart: always"],
  ["environment:\n  A: 'it's'", 'environment:\n  A: "it\'s"'],
  ["command: echo: hi", 'command: "echo: hi"'],
  ["ports:\n  - “80:80”\nmem_limit: “1g”", 'ports:\n  - "80:80"\nmem_limit: "1g"'],
  ["command: “echo: hi”", 'command: "echo: hi"'],
  ["user: @app", 'user: "@app"'],
  ['working_dir: "C:\\data"', "working_dir: 'C:\\data'"],
  ["  restart: always", "restart: always"],
  ["healthcheck: interval: 5s", "healthcheck:\n  interval: 5s"],
  [
    "environment:\n  A: b\nrestart: always\nenvironment:\n  C: d",
    "environment:\n  A: b\n  C: d\nrestart: always",
  ],
  ["restart: always\nrestart: always", "restart: always"],
  ["replicas: 2", "deploy:\n  replicas: 2"],
  ["deploy:\nreplicas: 2", "deploy:\n  replicas: 2"],
  ["healthcheck:\n  test: ls\n  ports: ['80']", "healthcheck:\n  test: ls\nports: ['80']"],
  [
    "healthcheck:\n  test: [curl, localhost]\n  interval: 30",
    'healthcheck:\n  test: ["CMD", curl, localhost]\n  interval: 30s',
  ],
  ["ports:\nrestart: always", "restart: always"],
  [
    "ports:\n    - '80:80'\n  - '443:443'\nrestart: always",
    "ports:\n    - '80:80'\n    - '443:443'\nrestart: always",
  ],
  ["ports:\n - '80:80'\n- '443:443'\ntty: true", "ports:\n - '80:80'\n - '443:443'\ntty: true"],
  ...["80:80", "'80:80'", "80:80 # web"].map(
    (first) =>
      [
        `ports:\n  - ${first}\n     - 443:443\n  - '90:90'`,
        `ports:\n  - ${first}\n  - 443:443\n  - '90:90'`,
      ] as const,
  ),
  ["hostname: web ports:\n  - '80:80'", "hostname: web\nports:\n  - '80:80'"],
  ["hostname: 'web' tty: true", "hostname: 'web'\ntty: true"],
];

export const whole: readonly (readonly [wrong: string, right: string])[] = [
  [
    "services:\n  web:\n    image: nginx:1.27\n    ports:\n   - '80:80'\n   - '443:443'\n",
    "services:\n  web:\n    image: nginx:1.27\n    ports:\n    - '80:80'\n    - '443:443'\n",
  ],
  [
    "version: '2' services:\n  web:\n    image: nginx:1.27\n",
    "version: '2'\nservices:\n  web:\n    image: nginx:1.27\n",
  ],
  [
    "```yaml\nservices:\n  web:\n    image: nginx:1.27\n```\n",
    "services:\n  web:\n    image: nginx:1.27\n",
  ],
  [
    "services:\n\u00a0\u00a0web:\n\u00a0 \u00a0 image: nginx:1.27\n",
    "services:\n  web:\n    image: nginx:1.27\n",
  ],
  [
    "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/d]\nvolumes:\n  - data\n",
    "services:\n  web:\n    image: nginx:1.27\n    volumes: [data:/d]\nvolumes:\n  data:\n",
  ],
  [
    "services:\n  web:\n    image: a:1\n  ports:\n    - '80:80'\n  environment:\n    A: b\n  db:\n    image: b:1\n",
    "services:\n  web:\n    image: a:1\n    ports:\n      - '80:80'\n    environment:\n      A: b\n  db:\n    image: b:1\n",
  ],
  [
    "services:\n  web:\n    image: a:1\nports:\n  - '80:80'\nrestart: always\n",
    "services:\n  web:\n    image: a:1\n    ports:\n      - '80:80'\n    restart: always\n",
  ],
  [
    "web:\n  image: a:1\nservices:\n  db:\n    image: b:1\n",
    "services:\n  web:\n    image: a:1\n  db:\n    image: b:1\n",
  ],
  ["services\n  web:\n    image: a:1\n", "services:\n  web:\n    image: a:1\n"],
  ["services:\n  web\n    image: a:1\n", "services:\n  web:\n    image: a:1\n"],
  ["services:\n  web:\n    image:nginx:1\n", "services:\n  web:\n    image: nginx:1\n"],
  ["services: web:\n  image: a:1\n", "services:\n  web:\n    image: a:1\n"],
  ["services:\n  web: image: a:1\n", "services:\n  web:\n    image: a:1\n"],
  ["services:\n  - web:\n      image: a:1\n", "services:\n  web:\n    image: a:1\n"],
  ["services:\n\tweb:\n\t\timage: a:1\n", "services:\n  web:\n    image: a:1\n"],
  [
    "services:\n  web:\n    image: a:1\n   ports:\n     - '80'\n",
    "services:\n  web:\n    image: a:1\n    ports:\n      - '80'\n",
  ],
  [
    "services:\n  web:\n    image: a:1\n   db:\n     image: b:1\n",
    "services:\n  web:\n    image: a:1\n  db:\n    image: b:1\n",
  ],
  ["services:\n  web:\n    image: ./app\n", "services:\n  web:\n    build: ./app\n"],
  ["services:\n  my web:\n    image: a:1\n", "services:\n  my-web:\n    image: a:1\n"],
  [
    "services:\n  web:\n    image: a:1\n  web:\n    ports: ['80']\n",
    "services:\n  web:\n    image: a:1\n    ports: ['80']\n",
  ],
  [
    "services:\n  web:\n    image: a:1\n    secrets: [key]\nsecrets:\n  key:\n",
    "services:\n  web:\n    image: a:1\n    secrets: [key]\nsecrets:\n  key:\n    file: ./key\n",
  ],
];
