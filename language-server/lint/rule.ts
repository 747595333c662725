// What a rule is, and what it finds.
import type { Host } from "../host.ts";
import type { Span } from "../text.ts";

/** `error` only where BuildKit or `docker compose` refuses the file. */
export type Severity = "error" | "warning" | "info" | "hint" | "off";

/** One check over one kind of document. The file that holds it bears its code's name. */
export interface Rule<Document> {
  /** BuildKit's name where BuildKit has the check, else hadolint's number, else a name of ours. */
  readonly code: string;
  /** What other linters call it, where they would report too. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** One English sentence for settings and docs; its Korean stands in l10n/ko. */
  readonly summary: string;
  /** The finding marks text that has no effect or is out of date; editors draw it so. */
  readonly tags?: readonly ("unnecessary" | "deprecated")[];
  /** What the findings depend on; missing: on anything. */
  readonly scope?: RuleScope;
  check(document: Document, report: Report, context: RuleContext): void;
}

/**
 * What an edit must touch for findings to change, by keyword (`*`: any). It must hold for
 * messages, too. Fixes are made anew and do not count.
 */
export interface RuleScope {
  /** Findings stand in these (`#`: in comments), each judged by itself, its shell, and what else is named here. */
  readonly each?: readonly string[];
  /** The same, and by the names of stages: where FROM is touched, all that hold `from` are judged again. */
  readonly refers?: readonly string[];
  /** These are judged with the rest of their stage and the stages that it builds on; FROM counts always. */
  readonly stage?: readonly string[];
  /** All of these are looked at together; `RUN tar` stands for those RUNs that hold this text, `#` for comments. */
  readonly reads?: readonly string[];
  /** Text that matters wherever it stands. */
  readonly mentions?: RegExp;
  /** Messages name lines. */
  readonly namesLines?: true;
}

export interface RuleContext {
  readonly uri: string;
  readonly host: Host;
  /** Options of rules: label schema, trusted registries and the like. */
  readonly options: RuleOptions;
}

/** Options that a rule may have, from settings or .hadolint.yaml. */
export interface RuleOptions {
  readonly trustedRegistries?: readonly string[];
  readonly labelSchema?: Readonly<Record<string, string>>;
  readonly strictLabels?: boolean;
}

export type Report = (span: Span, message: string, more?: FindingExtras) => void;

export interface FindingExtras {
  /** Instead of the rule's own, for a rule that passes on the findings of another program. */
  readonly code?: string;
  /** Made only when somebody asks for them. The first one is preferred. */
  readonly fixes?: () => readonly Fix[];
  /** Instead of the rule's own. */
  readonly aliases?: readonly string[];
  readonly severity?: Severity;
  readonly related?: readonly {
    readonly span: Span;
    readonly message: string;
    readonly uri?: string;
  }[];
}

export interface Edit extends Span {
  readonly newText: string;
}

/** A change that removes a finding. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** It changes nothing but what the finding names, and may be done for all findings at once. */
  readonly safe?: boolean;
  /** Edits of other files, by address. */
  readonly otherFiles?: Readonly<Record<string, readonly Edit[]>>;
}

/** What a rule has found. */
export interface Finding extends Span, FindingExtras {
  readonly code: string;
  /** The rule whose page explains it, where that is not the code. */
  readonly page?: string;
  /** The code that clients see, where the linter that gave the code's name would not report it. */
  readonly shownAs?: string;
  readonly message: string;
  readonly severity: Exclude<Severity, "off">;
  readonly aliases: readonly string[];
  readonly tags?: readonly ("unnecessary" | "deprecated")[];
}
