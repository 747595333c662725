// What docker compose refuses, and near misses that it takes, as the file compose.yaml of a folder
// with a few neighbours. Pure data; a test asks docker compose itself about each.

export const neighbours: Readonly<Record<string, string>> = {
  "base.yaml": "services:\n  base:\n    image: nginx\n",
  "broken.yaml": "services:\n  b:\n    image: 4\n",
  ".env": "TAG=1\n",
  "good.env": "A=1\n# text\nexport B='x y'\n",
  "bad.env": "A B=1\n",
  "asks.yaml": "services:\n  b: {image: x}\n  c: {image: y, tty: '1'}\n",
};

export const service = (lines: string) =>
  `services:\n  a:\n    image: x\n${lines.replace(/^/gm, "    ")}\n`;

/** The text, and the finding as `CODE text`. */
export const wrong: readonly (readonly [string, string])[] = [
  [service("prots: []"), "UnknownKey prots"],
  ["web:\n  image: x\n", "UnknownKey web"],
  [service("tty: 1"), "WrongType 1"],
  [service("cgroup: guest"), "WrongValue guest"],
  [service("ports: ['80:99999']"), "BadPort '80:99999'"],
  [service("volumes: ['./a::ro']"), "BadMount './a::ro'"],
  [service("volumes: ['data:/d']"), "UndefinedReference 'data:/d'"],
  [service("networks: [back]"), "UndefinedReference back"],
  [service("depends_on: [b]"), "UndefinedReference b"],
  [service("networks: [x-n]\n").replace(/$/, "networks: {x-n: }\n"), "UndefinedReference x-n"],
  [service("group_add: [a, a]"), "WrongValue a"],
  [service("expose: [1.5]"), "BadPort 1.5"],
  [service("container_name: ${UNSET}"), "WrongValue ${UNSET}"],
  [service("secrets: [{}]"), "UndefinedReference {}"],
  [service("depends_on: [a]"), "DependencyCycle a"],
  [service("mem_limit: 1x"), "BadSize 1x"],
  [service("stop_grace_period: ten"), "BadDuration ten"],
  [service("command: ${A"), "VariableSyntax ${A"],
  [service("command: ${1A}"), "VariableSyntax ${1A}"],
  [service("scale: ${N:-two}"), "WrongType ${N:-two}"],
  [service("environment:\n  DAY: 2020-01-01"), "WrongType 2020-01-01"],
  [service("env_file: none.env"), "MissingFile none.env"],
  [service("env_file: bad.env"), "EnvFile bad.env"],
  [service("extends: {file: base.yaml, service: bse}"), "ExtendsTarget bse"],
  [service("healthcheck: {test: [curl]}"), "HealthcheckTest curl"],
  ["services:\n  a:\n    command: x\n", "NoImage a"],
  ["include: [none.yaml]\n", "MissingFile none.yaml"],
  ["include: [broken.yaml]\n", "IncludedFault broken.yaml"],
  ["include: [compose.yaml]\n", "IncludeCycle compose.yaml"],
  ["services:\n  a:\n    image: x\n    image: y\n", "YamlSyntax image"],
  ["services:\n\ta:\n\t\timage: x\n", "YamlSyntax \t"],
  ["services:\n  a: *none\n", "YamlSyntax *none"],
  ["secrets:\n  s: {}\n", "NoSource s"],
  [service("tty: '1'"), "WrongType '1'"],
  [service('command: "it\'s"'), 'BadCommand "it\'s"'],
  [service("command: sh -c (ls)"), "BadCommand sh -c (ls)"],
  [service("mem_limit: '-1'"), "BadSize '-1'"],
  [service("group_add: [1.5]"), "WrongType 1.5"],
  [service("ports: [{target: 80, published: 1e3}]"), "WrongType 1e3"],
  [
    service("secrets: [{source: s, mode: '8'}]\n").concat("secrets: {s: {file: f}}\n"),
    "WrongType '8'",
  ],
  [service("networks: {default: {priority: '1'}}"), "WrongType '1'"],
  [service("devices: [{source: /dev/a}]"), "BadDevice {source: /dev/a}"],
  [service("links: ['b:x:y']"), "UndefinedReference 'b:x:y'"],
  [service("network_mode: 'service:'"), "UndefinedReference 'service:'"],
  [service("links: [b]").concat("  b: {image: y, profiles: [p]}\n"), "DisabledDependency b"],
  [service("deploy: {k: !override x}"), "UnknownKey k"],
  [service("env_file: ."), "MissingFile ."],
  [service("extends: {file: asks.yaml, service: b}"), "ExtendsTarget asks.yaml"],
  ["services:\n  b: {image: x}\n---\nservices:\n  a: {image: x, extends: b}\n", "ExtendsTarget b"],
  ["x-a: &a\nservices:\n  a:\n    <<: *a\n    image: x\n", "YamlSyntax "],
];

export const right: readonly string[] = [
  service("env_file: [{path: none.env, required: false, format: zz}]"),
  service("ports: ['80', '127.0.0.1:8080:80/udp', 3000-3001:80-81]"),
  service("volumes: [./a:/b:ro, '~/x:/y', /z]"),
  `${service("depends_on: [b]\ncap_add: [A, A]\nprivileged: yes")}  b: {image: y}\n`,
  service("image2: &i x\n").replace(
    "    image2: &i x\n",
    "    command: $1 $(x) $$A ${A:-${B:-c}}\n",
  ),
  service("env_file: [good.env, {path: none.env, required: false}]"),
  service("ports: !reset null"),
  service("extends: {file: base.yaml, service: base}"),
  "include: [base.yaml]\nservices:\n  a:\n    image: x:${TAG}\n    depends_on: [base]\n",
  "x-a: &a\n  image: x\nservices:\n  a:\n    <<: *a\n    tty: true\n",
  service("mem_limit: '+1.5e3'\ncpus: '1_0'\ndevices: ['', ':/x']\nvolumes: [a:/b]"),
  service("profiles: ['']\nsecrets: [{source: s, mode: '0440'}]").concat(
    "secrets: {s: {file: base.yaml}}\n",
  ),
  service("command: echo a && echo b"),
  "services:\n  a:\n    ports: ['80']\n---\nservices:\n  a:\n    image: y\n",
];
