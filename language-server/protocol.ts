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
  };
  readonly inlayHints?: {
    readonly variables?: boolean;
    readonly layerSizes?: boolean;
    readonly images?: boolean;
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
  /** False: an untrusted workspace, in which no program may be started. */
  readonly trusted?: boolean;
}

/** Server → client: a question about the engine; the answer is `null` when it is not known. */
export const engineRequest = "dockwright/engine";

export interface EngineQuestion {
  readonly about: "images" | "imageFacts" | "usedPorts" | "networks" | "volumes" | "serviceStates";
  /** The image's reference, or the project's name. */
  readonly name?: string;
}

/** Client → server, a notification: what the server knows of the engine is out of date. */
export const engineChanged = "dockwright/engineChanged";

/** Client → server: checks all files of the workspace, opened or not. Gives the number of files. */
export const lintWorkspaceRequest = "dockwright/lintWorkspace";

/** Commands of the server's code actions that the extension carries out. */
export const setRuleCommand = "dockwright.lint.setRule";
