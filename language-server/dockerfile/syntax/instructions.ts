// The one table of Dockerfile instructions: forms, flags, documentation, and since which version
// of the frontend. Completion, hover, signature help, tokens and the flag rules read it.
import { t } from "../../l10n.ts";

/** How BuildKit's parser reads the arguments. */
export type ArgumentForm =
  | "string"
  | "list"
  | "pairs"
  | "json-or-string"
  | "json-or-list"
  | "healthcheck"
  | "trigger";

export type FlagKind = "boolean" | "text" | "duration" | "count" | "mount" | "choice";

export interface FlagFacts {
  readonly kind: FlagKind;
  readonly repeatable?: boolean;
  /** For `choice`, and proposals for others. */
  readonly values?: readonly string[];
  /** Version of docker/dockerfile that brought it. */
  readonly since?: string;
  readonly doc: () => string;
}

export interface InstructionFacts {
  readonly form: ArgumentForm;
  /** What may stand behind the keyword, as one writes it in a manual. */
  readonly forms: readonly string[];
  readonly flags: Readonly<Record<string, FlagFacts>>;
  readonly since?: string;
  readonly deprecated?: boolean;
  /** May stand before the first FROM. */
  readonly global?: boolean;
  readonly doc: () => string;
}

const platform: FlagFacts = {
  kind: "text",
  values: ["$BUILDPLATFORM", "$TARGETPLATFORM", "linux/amd64", "linux/arm64", "linux/arm/v7"],
  doc: () =>
    t("The platform of the base image to use, such as `linux/arm64`, if it exists for several."),
};
const chown: FlagFacts = {
  kind: "text",
  doc: () =>
    t("The owner of the copied files: `user[:group]`, as names or numbers. By default root."),
};
const chmod: FlagFacts = {
  kind: "text",
  values: ["755", "644", "u=rwX,go=rX"],
  since: "1.2",
  doc: () =>
    t(
      "The permissions of the copied files, octal such as `755` or symbolic such as `u=rwX,go=rX`.",
    ),
};
const link: FlagFacts = {
  kind: "boolean",
  since: "1.4",
  doc: () =>
    t(
      "Puts the files into an independent layer, which can be reused from the cache even when earlier layers have changed.",
    ),
};
const exclude: FlagFacts = {
  kind: "text",
  repeatable: true,
  since: "1.19",
  doc: () => t("Skips files that match the pattern. Can be given several times."),
};

export const instructionTable: Readonly<Record<string, InstructionFacts>> = {
  ADD: {
    form: "json-or-list",
    forms: ["[flags] source… destination", '[flags] ["source", …, "destination"]'],
    flags: {
      checksum: {
        kind: "text",
        since: "1.6",
        doc: () =>
          t(
            "The checksum that the downloaded file must have, or the commit of the Git repository. Otherwise the build stops.",
          ),
      },
      chmod,
      chown,
      exclude,
      "keep-git-dir": {
        kind: "boolean",
        since: "1.1",
        doc: () => t("Keeps the `.git` folder of an added Git repository."),
      },
      link,
      unpack: {
        kind: "boolean",
        since: "1.17",
        doc: () =>
          t(
            "Whether tar archives are unpacked. By default local ones are, downloaded ones are not.",
          ),
      },
    },
    doc: () =>
      t(
        "Adds files from the build context, a URL or a Git repository, and unpacks local tar archives. To simply copy files, use COPY.",
      ),
  },
  ARG: {
    form: "pairs",
    forms: ["name[=default] …"],
    flags: {},
    global: true,
    doc: () =>
      t(
        "Declares a build argument, which can be set with `--build-arg`. It is available until the end of the stage, but not in the running container. An ARG before the first FROM is visible only to FROM lines, unless a stage declares it again.",
      ),
  },
  CMD: {
    form: "json-or-string",
    forms: ['["program", "argument", …]', "shell command"],
    flags: {},
    doc: () =>
      t(
        "The command that a container runs by default, or the default arguments for ENTRYPOINT. Only the last CMD of a stage takes effect.",
      ),
  },
  COPY: {
    form: "json-or-list",
    forms: ["[flags] source… destination", '[flags] ["source", …, "destination"]'],
    flags: {
      chmod,
      chown,
      exclude,
      from: {
        kind: "text",
        doc: () =>
          t("The stage, image or named context to copy from, instead of the build context."),
      },
      link,
      parents: {
        kind: "boolean",
        since: "1.20",
        doc: () =>
          t(
            "Keeps the parent folders of the sources: `COPY --parents a/b.txt /dest/` creates `/dest/a/b.txt`.",
          ),
      },
    },
    doc: () =>
      t(
        "Copies files and folders into the image, from the build context, another stage or another image.",
      ),
  },
  ENTRYPOINT: {
    form: "json-or-string",
    forms: ['["program", "argument", …]', "shell command"],
    flags: {},
    doc: () =>
      t(
        "The program that every container of this image starts. In the JSON form, CMD or the arguments of `docker run` are appended to it; in shell form they are ignored.",
      ),
  },
  ENV: {
    form: "pairs",
    forms: ["name=value …"],
    flags: {},
    doc: () =>
      t(
        "Sets environment variables for the following instructions and for containers of the image.",
      ),
  },
  EXPOSE: {
    form: "list",
    forms: ["port[/protocol] …"],
    flags: {},
    doc: () =>
      t(
        "Documents which ports the container listens on. To publish them, use `docker run -p` or `ports` in Compose.",
      ),
  },
  FROM: {
    form: "list",
    forms: ["[--platform=…] image[:tag|@digest] [AS name]"],
    flags: { platform },
    global: true,
    doc: () =>
      t(
        "Starts a new build stage from a base image, from an earlier stage, or from nothing (`scratch`).",
      ),
  },
  HEALTHCHECK: {
    form: "healthcheck",
    forms: ["[flags] CMD command", "NONE"],
    flags: {
      interval: {
        kind: "duration",
        values: ["10s", "30s", "1m"],
        doc: () => t("The time between two checks. Default: 30s."),
      },
      timeout: {
        kind: "duration",
        values: ["3s", "5s", "10s"],
        doc: () => t("How long one check may take. Default: 30s."),
      },
      "start-period": {
        kind: "duration",
        values: ["5s", "30s", "1m"],
        doc: () => t("The time after the start during which failures do not count. Default: 0s."),
      },
      "start-interval": {
        kind: "duration",
        values: ["1s", "2s"],
        doc: () => t("The time between two checks during the start period. Default: 5s."),
      },
      retries: {
        kind: "count",
        values: ["3", "5"],
        doc: () => t("How many failures in a row make the container unhealthy. Default: 3."),
      },
    },
    doc: () =>
      t(
        "How the engine checks whether the container still works. Only the last HEALTHCHECK of a stage takes effect.",
      ),
  },
  LABEL: {
    form: "pairs",
    forms: ["key=value …"],
    flags: {},
    doc: () => t("Adds metadata to the image: key and value pairs that tools can read."),
  },
  MAINTAINER: {
    form: "string",
    forms: ["name"],
    flags: {},
    deprecated: true,
    doc: () => t("The author of the image. Deprecated: use LABEL instead."),
  },
  ONBUILD: {
    form: "trigger",
    forms: ["instruction"],
    flags: {},
    doc: () =>
      t("Stores an instruction that runs later, when another build uses this image as its base."),
  },
  RUN: {
    form: "json-or-string",
    forms: ["[flags] shell command", '[flags] ["program", "argument", …]', "<<EOF"],
    flags: {
      device: {
        kind: "text",
        repeatable: true,
        since: "1.14-labs",
        doc: () => t("A device (CDI) that the command may use, such as a GPU."),
      },
      mount: {
        kind: "mount",
        repeatable: true,
        since: "1.2",
        doc: () => t("Makes files available to the command without storing them in the image."),
      },
      network: {
        kind: "choice",
        values: ["default", "none", "host"],
        since: "1.3",
        doc: () => t("The network for the command: `default`, `none` or `host`."),
      },
      security: {
        kind: "choice",
        values: ["sandbox", "insecure"],
        since: "1.20",
        doc: () =>
          t("`insecure` runs the command with full privileges, `sandbox` (the default) without."),
      },
    },
    doc: () =>
      t("Runs a command while building and stores the changes as a new layer of the image."),
  },
  SHELL: {
    form: "json-or-string",
    forms: ['["program", "argument", …]'],
    flags: {},
    doc: () => t("The shell that runs the shell form of the following instructions."),
  },
  STOPSIGNAL: {
    form: "string",
    forms: ["signal"],
    flags: {},
    doc: () =>
      t("The signal that `docker stop` sends to ask the container to stop. Default: SIGTERM."),
  },
  USER: {
    form: "string",
    forms: ["user[:group]"],
    flags: {},
    doc: () =>
      t(
        "The user for the following RUN, CMD and ENTRYPOINT instructions and for containers of the image.",
      ),
  },
  VOLUME: {
    form: "json-or-list",
    forms: ["path …", '["path", …]'],
    flags: {},
    doc: () => t("Folders whose content is kept in a volume, outside the container's own layer."),
  },
  WORKDIR: {
    form: "string",
    forms: ["path"],
    flags: {},
    doc: () =>
      t(
        "The working folder for the following instructions and for containers of the image. It is created if it does not exist.",
      ),
  },
};

/** What a `RUN --mount` may say, by its type, the commonest first. */
export const mountTypes = {
  cache: ["target", "sharing", "id", "from", "source", "readonly", "mode", "uid", "gid"],
  secret: ["id", "env", "target", "required", "mode", "uid", "gid"],
  bind: ["target", "source", "from", "readwrite", "readonly"],
  ssh: ["id", "target", "required", "mode", "uid", "gid"],
  tmpfs: ["target", "size"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What each type of mount is for. */
export const mountTypeDocs: Readonly<Record<string, () => string>> = {
  cache: () =>
    t("A folder that is kept for the next build, for example for what package managers download."),
  secret: () => t("A secret given with `docker build --secret`, visible only to this command."),
  bind: () =>
    t("Files of the build context or another stage, without copying them into the image."),
  ssh: () => t("The SSH keys given with `docker build --ssh`, for private repositories."),
  tmpfs: () => t("An empty folder in memory."),
};
