// Typical faults of Compose files, for the page docs/compose-faults.md and for the tests that
// compare our verdict with that of docker compose. Pure data.

export interface Fault {
  readonly name: string;
  readonly text: string;
  /** Files beside compose.yaml. */
  readonly files?: Readonly<Record<string, string>>;
}

const web = (lines: string) =>
  `services:\n  web:\n    image: nginx:1.27\n${lines.replace(/^/gm, "    ")}\n`;
const db = "  db:\n    image: postgres:17\n";
const fault = (name: string, text: string, files?: Fault["files"]): Fault => ({
  name,
  text,
  ...(files && { files }),
});

export const faults: readonly Fault[] = [
  fault("A service at the top of the file", "web:\n  image: nginx:1.27\n"),
  fault("A mistyped key", web("enviroment:\n  A: b")),
  fault("A mistyped section", "service:\n  web:\n    image: nginx:1.27\n"),
  fault(
    "A key of the service one level too high",
    'services:\n  web:\n    image: nginx:1.27\n  ports:\n    - "80:80"\n',
  ),
  fault(
    "A key of the service at the top",
    'services:\n  web:\n    image: nginx:1.27\nports:\n  - "80:80"\n',
  ),
  fault("A key in the wrong place", web('build:\n  context: .\n  ports: ["80:80"]')),
  fault("Tabs as indentation", "services:\n\tweb:\n\t\timage: nginx:1.27\n"),
  fault(
    "Uneven indentation",
    'services:\n  web:\n    image: nginx:1.27\n   ports:\n    - "80:80"\n',
  ),
  fault(
    "A missing space after the colon",
    "services:\n  web:\n    image:nginx\n    restart: always\n",
  ),
  fault("A key twice", web('ports: ["80:80"]\nports: ["81:81"]')),
  fault("A quote that is not closed", web('command: "run\nrestart: always')),
  fault("A bracket that is not closed", web('ports: ["80:80"')),
  fault("A value that begins with @", web("user: @app")),
  fault("A percent sign at the beginning", web("user: %app")),
  fault("A backslash in double quotes", web('volumes:\n  - "C:\\data:/data"')),
  fault("An alias without an anchor", web("environment: *common")),
  fault(
    "A merge of something that is no mapping",
    "x-a: &a text\nservices:\n  web:\n    <<: *a\n    image: nginx:1.27\n",
  ),
  fault("An empty file", ""),
  fault("A list instead of a mapping of services", "services:\n  - web\n"),
  fault("A service without content", "services:\n  web:\n"),
  fault("A service without image and build", 'services:\n  web:\n    ports: ["80:80"]\n'),
  fault("Text instead of a list", web('ports: "80:80"')),
  fault("A mapping instead of a list", web("ports:\n  80: 80")),
  fault("A number as the name of a key", web("environment:\n  1: x")),
  fault("A number where text is wanted", "services:\n  web:\n    image: 3\n"),
  fault("A word where true or false is wanted", web('tty: "ja"')),
  fault("A date without quotes", web("environment:\n  RELEASED: 2024-01-31")),
  fault("A list item that has become a mapping", web("environment:\n  - A: b")),
  fault("A port that is too large", web('ports: ["80:80800"]')),
  fault("A host name in a port", web('ports: ["localhost:8080:80"]')),
  fault("A port with an unknown protocol", web('ports: ["53:53/upd"]')),
  fault("Port ranges of different length", web('ports: ["8000-8002:80-81"]')),
  fault("A long port without target", web('ports:\n  - published: "8080"')),
  fault("A mount with an empty part", web('volumes: ["./data::ro"]')),
  fault("A mount with too many colons", web('volumes: ["./a:/b:ro:z"]')),
  fault("A volume that is not defined", web('volumes: ["data:/data"]')),
  fault("A mistyped volume", `${web('volumes: ["date:/data"]')}volumes:\n  data:\n`),
  fault("A network that is not defined", web("networks: [back]")),
  fault("A secret that is not defined", web("secrets: [password]")),
  fault("A config that is not defined", web("configs: [nginx]")),
  fault("A secret without a source", `${web("secrets: [password]")}secrets:\n  password: {}\n`),
  fault("A mistyped service in depends_on", `${web("depends_on: [bd]")}${db}`),
  fault("An unknown condition", `${web("depends_on:\n  db:\n    condition: healthy")}${db}`),
  fault(
    "Services that wait for each other",
    `${web("depends_on: [db]")}${db}    depends_on: [web]\n`,
  ),
  fault(
    "A dependency whose profile is off",
    `${web("depends_on: [db]")}${db}    profiles: [data]\n`,
  ),
  fault(
    "Two services with one container name",
    `${web("container_name: shop")}${db}    container_name: shop\n`,
  ),
  fault("A container name and replicas", web("container_name: shop\ndeploy:\n  replicas: 2")),
  fault("A container name of one letter", web("container_name: w")),
  fault("A healthcheck without CMD", web("healthcheck:\n  test: [curl, -f, http://localhost]")),
  fault("A duration without a unit", web('healthcheck:\n  test: curl localhost\n  interval: "30"')),
  fault("A size with an unknown unit", web("mem_limit: 512mega")),
  fault(
    "network_mode together with networks",
    `${web("network_mode: host\nnetworks: [back]")}networks:\n  back:\n`,
  ),
  fault("An env file that is not there", web("env_file: web.env")),
  fault("An env file with a broken line", web("env_file: web.env"), { "web.env": "A B=1\n" }),
  fault("A variable whose brace is not closed", web("command: echo ${NAME")),
  fault("A variable with a dot", web("command: echo ${app.name}")),
  fault("A dollar sign meant as text", web("command: echo ${1}")),
  fault("A required variable without value", web("command: echo ${NAME:?give a name}")),
  fault("extends of a service that is not there", web("extends:\n  service: base")),
  fault("extends of a file that is not there", web("extends:\n  file: base.yaml\n  service: base")),
  fault(
    "include of a file that is not there",
    `include:\n  - base.yaml\n${web("restart: always")}`,
  ),
  fault("A fault in an included file", `include:\n  - base.yaml\n${web("restart: always")}`, {
    "base.yaml": "services:\n  base:\n    imag: x\n",
  }),
  fault("A scale that is no number", web("scale: two")),
  fault("scale and replicas that differ", web("scale: 2\ndeploy:\n  replicas: 3")),
  fault(
    "An external volume with a driver",
    `${web('volumes: ["data:/data"]')}volumes:\n  data:\n    external: true\n    driver: local\n`,
  ),
  fault("An unknown pull policy", web("pull_policy: allways")),
];
