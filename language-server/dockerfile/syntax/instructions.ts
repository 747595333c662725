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
  doc: () => t("The platform of the base image, when it is made for several."),
};
const chown: FlagFacts = {
  kind: "text",
  doc: () => t("Owner of the copied files: user[:group], by name or number."),
};
const chmod: FlagFacts = {
  kind: "text",
  values: ["755", "644", "u=rwX,go=rX"],
  since: "1.2",
  doc: () => t("Permissions of the copied files: octal or symbolic."),
};
const link: FlagFacts = {
  kind: "boolean",
  since: "1.4",
  doc: () =>
    t("Puts the files into a layer of their own, which stays valid when the layers below change."),
};
const exclude: FlagFacts = {
  kind: "text",
  repeatable: true,
  since: "1.19",
  doc: () => t("Leaves out files that match the pattern. May be repeated."),
};

export const instructionTable: Readonly<Record<string, InstructionFacts>> = {
  ADD: {
    form: "json-or-list",
    forms: ["[flags] source… destination", '[flags] ["source", …, "destination"]'],
    flags: {
      checksum: {
        kind: "text",
        since: "1.6",
        doc: () => t("Digest that the downloaded file or Git commit must have."),
      },
      chmod,
      chown,
      exclude,
      "keep-git-dir": {
        kind: "boolean",
        since: "1.1",
        doc: () => t("Keeps the .git folder of an added Git repository."),
      },
      link,
      unpack: {
        kind: "boolean",
        since: "1.17",
        doc: () =>
          t("Whether an archive is unpacked: also a downloaded one, or not even a local one."),
      },
    },
    doc: () =>
      t(
        "Adds files from the build context, a URL or a Git repository. Local archives are unpacked. Use COPY where you only copy.",
      ),
  },
  ARG: {
    form: "pairs",
    forms: ["name[=default] …"],
    flags: {},
    global: true,
    doc: () =>
      t(
        "Declares a build argument. It can be set with --build-arg, holds until the end of its stage, and is not in the finished container. One before the first FROM is seen by FROM lines only, until the stage declares it again.",
      ),
  },
  CMD: {
    form: "json-or-string",
    forms: ['["program", "argument", …]', "shell command"],
    flags: {},
    doc: () =>
      t(
        "What a container runs when nothing else is asked for, or the default arguments of ENTRYPOINT. Only the last one counts.",
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
        doc: () => t("Copies from another stage, an image or a named context."),
      },
      link,
      parents: {
        kind: "boolean",
        since: "1.20",
        doc: () => t("Keeps the folders above the sources."),
      },
    },
    doc: () => t("Copies files from the build context, another stage or an image into the image."),
  },
  ENTRYPOINT: {
    form: "json-or-string",
    forms: ['["program", "argument", …]', "shell command"],
    flags: {},
    doc: () =>
      t(
        "The program that every container of the image starts. CMD and the arguments of docker run are appended in the exec form only.",
      ),
  },
  ENV: {
    form: "pairs",
    forms: ["name=value …"],
    flags: {},
    doc: () =>
      t(
        "Sets environment variables for the instructions that follow and for the finished container.",
      ),
  },
  EXPOSE: {
    form: "list",
    forms: ["port[/protocol] …"],
    flags: {},
    doc: () => t("Says which ports the container listens on. It does not publish them."),
  },
  FROM: {
    form: "list",
    forms: ["[--platform=…] image[:tag|@digest] [AS name]"],
    flags: { platform },
    global: true,
    doc: () =>
      t("Begins a build stage on a base image, on an earlier stage, or on nothing (scratch)."),
  },
  HEALTHCHECK: {
    form: "healthcheck",
    forms: ["[flags] CMD command", "NONE"],
    flags: {
      interval: { kind: "duration", doc: () => t("Time between two checks. Default 30s.") },
      timeout: { kind: "duration", doc: () => t("Longest time of one check. Default 30s.") },
      "start-period": {
        kind: "duration",
        doc: () => t("Time at the start in which failures do not count. Default 0s."),
      },
      "start-interval": {
        kind: "duration",
        doc: () => t("Time between two checks in the start period. Default 5s."),
      },
      retries: {
        kind: "count",
        doc: () => t("Failures in a row until the container counts as unhealthy. Default 3."),
      },
    },
    doc: () =>
      t("How the engine finds out whether the container still works. Only the last one counts."),
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
    doc: () => t("Author of the image. Out of date: use LABEL."),
  },
  ONBUILD: {
    form: "trigger",
    forms: ["instruction"],
    flags: {},
    doc: () => t("An instruction that runs later, when another build uses this image as its base."),
  },
  RUN: {
    form: "json-or-string",
    forms: ["[flags] shell command", '[flags] ["program", "argument", …]', "<<EOF"],
    flags: {
      device: {
        kind: "text",
        repeatable: true,
        since: "1.14-labs",
        doc: () => t("A device that the command may use."),
      },
      mount: {
        kind: "mount",
        repeatable: true,
        since: "1.2",
        doc: () => t("Files that the command sees without their ending up in the image."),
      },
      network: {
        kind: "choice",
        values: ["default", "none", "host"],
        since: "1.3",
        doc: () => t("The network that the command has."),
      },
      security: {
        kind: "choice",
        values: ["sandbox", "insecure"],
        since: "1.20",
        doc: () => t("Whether the command runs with full privileges."),
      },
    },
    doc: () => t("Runs a command and keeps what it changes as a new layer of the image."),
  },
  SHELL: {
    form: "json-or-string",
    forms: ['["program", "argument", …]'],
    flags: {},
    doc: () => t("The shell for the shell form of the instructions that follow."),
  },
  STOPSIGNAL: {
    form: "string",
    forms: ["signal"],
    flags: {},
    doc: () => t("The signal that asks the container to stop. Default SIGTERM."),
  },
  USER: {
    form: "string",
    forms: ["user[:group]"],
    flags: {},
    doc: () => t("The user for the instructions that follow and for the finished container."),
  },
  VOLUME: {
    form: "json-or-list",
    forms: ["path …", '["path", …]'],
    flags: {},
    doc: () => t("Folders whose content is kept in a volume instead of the container's own layer."),
  },
  WORKDIR: {
    form: "string",
    forms: ["path"],
    flags: {},
    doc: () =>
      t(
        "The folder for the instructions that follow and for the finished container. It is made when it does not exist.",
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
  cache: () => t("A folder that stays for the next build, for what package managers download."),
  secret: () => t("A secret of docker build --secret, seen by this command only."),
  bind: () => t("Files of the build context or of another stage, without copying them."),
  ssh: () => t("The SSH keys of docker build --ssh, for private repositories."),
  tmpfs: () => t("An empty folder in memory."),
};
