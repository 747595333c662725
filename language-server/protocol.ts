// What the extension and the language server say to each other beyond LSP. The one file of the
// server that the extension may import; so it imports nothing itself.

/** The settings under `dockwright.` that the server reads. Every one may be missing. */
export interface Settings {
  readonly lint?: {
    readonly enabled?: boolean;
    readonly preset?: "recommended" | "buildkit" | "hadolint" | "all" | "off";
    /** Severity by code. */
    readonly rules?: Readonly<Record<string, "error" | "warning" | "info" | "hint" | "off">>;
    readonly trustedRegistries?: readonly string[];
    readonly labelSchema?: Readonly<Record<string, string>>;
    readonly strictLabels?: boolean;
    /** Path of ShellCheck's program; empty: do not run it. */
    readonly shellcheckPath?: string;
    /** Severities that Docker's older language server reads, `docker.languageserver.diagnostics`. */
    readonly legacy?: Readonly<Record<string, string>>;
  };
  readonly format?: {
    readonly enabled?: boolean;
    readonly keywordCase?: "upper" | "lower" | "keep";
    /** Blanks before a continuation line; missing: what the editor says. */
    readonly indent?: number;
  };
  readonly codeLens?: {
    readonly build?: boolean;
    readonly run?: boolean;
    readonly compose?: boolean;
    readonly services?: boolean;
  };
  readonly inlayHints?: {
    readonly variables?: boolean;
    readonly layers?: boolean;
    readonly images?: boolean;
    readonly inherited?: boolean;
    readonly names?: boolean;
  };
}

/** Every field may be missing: other editors send what they like. */
export interface InitializationOptions {
  /** Texts of the person's language by the English one. */
  readonly l10n?: Readonly<Record<string, string>>;
  readonly settings?: Settings;
  /** The same, as it stands in a settings file. */
  readonly dockwright?: Settings;
  /** The environment that `docker compose` would see. */
  readonly environment?: Readonly<Record<string, string>>;
  /** The client answers {@link engineRequest}. */
  readonly engine?: boolean;
  /** Where the page of a rule lies; `{code}` stands for the rule. */
  readonly rulePages?: string;
  /** False: an untrusted workspace, in which no program may be started. */
  readonly trusted?: boolean;
}

/** Server → client: a question about the engine; the answer is `null` when it is not known. */
export const engineRequest = "dockwright/engine";

export interface EngineQuestion {
  readonly about:
    | "images"
    | "imageFacts"
    | "builtImage"
    | "usedPorts"
    | "listeners"
    | "networks"
    | "volumes"
    | "serviceStates";
  /** The image's reference, the Dockerfile's address, the project's name, or ports (`80/tcp 53/udp`). */
  readonly name?: string;
}

/** The answer to `listeners` is a list of these: programs of the engine's machine that hold a port of it. */
export interface Listener {
  readonly port: number;
  /** `tcp` or `udp` */
  readonly protocol: string;
  /** Empty: all addresses. */
  readonly address: string;
  /** The program's name, of the ports that were asked about and where the person may know it. */
  readonly program?: string;
}

/** The answer to `imageFacts`: what an image brings along into a container. */
export interface ImageFacts {
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly workdir: string;
  /** `80/tcp` */
  readonly exposed: readonly string[];
  readonly entrypoint: readonly string[] | null;
  readonly command: readonly string[] | null;
  /** The digest by which its registry knows it. */
  readonly digest: string | undefined;
  /** Bytes. */
  readonly size: number;
}

/** The answer to `builtImage`: the image that a Dockerfile was last built into. */
export interface BuiltImage {
  readonly reference: string;
  /** The oldest first, those of the base image before its own. */
  readonly layers: readonly BuiltLayer[];
}

export interface BuiltLayer {
  /** What made it, as its builder describes it. */
  readonly instruction: string;
  /** Bytes. */
  readonly size: number;
}

/** Client → server, a notification: what the server knows of the engine is out of date. */
export const engineChanged = "dockwright/engineChanged";

/**
 * Client → server: checks these files, opened or not; the parameter is a list of addresses. The
 * findings come as diagnostics; the answer is the number of files that were checked.
 */
export const lintWorkspaceRequest = "dockwright/lintWorkspace";

/**
 * Client → server: the project that a Compose file belongs to, as Compose would load it now.
 * The answer is a {@link ComposeProject}, or `null` where no file can be read.
 */
export const composeProjectRequest = "dockwright/composeProject";

/** One of `uri` and `files` must be given. What is missing is found as `docker compose` does. */
export interface ComposeProjectQuestion {
  /** Any file of the project, or the `.env` that names its files. */
  readonly uri?: string;
  /** Addresses of its files, in the order of `-f`. */
  readonly files?: readonly string[];
  /** The address at which relative paths start, with a `/` at its end. */
  readonly folder?: string;
  readonly profiles?: readonly string[];
  /** Addresses, in the order of `--env-file`. */
  readonly envFiles?: readonly string[];
  readonly name?: string;
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** A stretch of a file, lines and characters from 0. */
export interface SourceRange {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface ComposeProject {
  readonly name: string;
  /** The address of the project's folder, with a `/` at its end. */
  readonly folder: string;
  /** The files that are laid over each other, in that order. */
  readonly files: readonly string[];
  /** These, and all that were included, extended or read for variables. */
  readonly sources: readonly string[];
  /** All profiles that services bear. */
  readonly profiles: readonly string[];
  readonly services: readonly ComposeService[];
  readonly networks: readonly ComposeResource[];
  readonly volumes: readonly ComposeResource[];
  readonly secrets: readonly ComposeResource[];
  readonly configs: readonly ComposeResource[];
  readonly problems: readonly (SourceRange & {
    readonly message: string;
    readonly severity: "error" | "warning" | "info" | "hint" | "off";
  })[];
}

/** A service; its place is that of its name. */
export interface ComposeService extends SourceRange {
  readonly name: string;
  readonly profiles: readonly string[];
  /** Whether `up` starts it with the profiles that are switched on. */
  readonly enabled: boolean;
  /**
   * As `docker compose config --format json` shows it: short syntax written out, paths absolute,
   * env files read, defaults of networks and dependencies put in; `$` stands single.
   */
  readonly config: Readonly<Record<string, unknown>>;
}

/**
 * Client → server: the project of a {@link ComposeProjectQuestion} as a Compose file, everything
 * merged and filled in. The answer is an {@link EffectiveConfiguration} or `null`.
 */
export const effectiveRequest = "dockwright/effectiveConfiguration";

export interface EffectiveConfiguration {
  readonly name: string;
  readonly text: string;
  /** Addresses of the files that lines come from. */
  readonly sources: readonly string[];
  /** For each line its place: index in `sources`, line, character. `null`: Compose's own. */
  readonly origins: readonly (readonly [number, number, number] | null)[];
}

export interface ComposeResource extends SourceRange {
  readonly key: string;
  /** Its name in the engine. */
  readonly name: string;
  readonly external: boolean;
  /** The path of the file that a secret or config is. */
  readonly file?: string | undefined;
}

/** Client → server: what a build asks a Dockerfile for; the answer is {@link DockerfileFacts}. */
export const dockerfileFactsRequest = "dockwright/dockerfileFacts";

export interface DockerfileQuestion {
  readonly text: string;
}

/** Lines count from 1; defaults are as they stand in the file, without quotes. */
export interface DockerfileFacts {
  readonly stages: readonly {
    /** Its name, else its number. */
    readonly name: string;
    readonly base: string;
    readonly line: number;
  }[];
  /** Each once. */
  readonly arguments: readonly { readonly name: string; readonly defaultValue?: string }[];
  readonly instructions: readonly InstructionFact[];
  /** Ids that `RUN --mount=type=secret` wants. */
  readonly secrets: readonly string[];
  /** Ids that `RUN --mount=type=ssh` wants. */
  readonly ssh: readonly string[];
}

export interface InstructionFact {
  readonly keyword: string;
  /** As BuildKit shows it: one line, single blanks. */
  readonly text: string;
  readonly line: number;
  /** The last one, heredocs included. */
  readonly endLine: number;
  /** Index of its stage, -1 before the first FROM. */
  readonly stage: number;
}

/** Commands of the server's code actions that the extension carries out. */
export const setRuleCommand = "dockwright.lint.setRule";
