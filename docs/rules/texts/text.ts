// The shape of the long texts of rules. They are not bundled: the pages docs/rules/CODE.md are
// made from them and from the rule itself (name, severity, summary, aliases).

import type { Settings } from "../../../language-server/protocol.ts";

/** What a rule's page says beside the rule's own summary. Each area exports `texts`. */
export type RuleTexts = Readonly<Record<string, RuleText>>;

export interface RuleText {
  /** Why it matters, in one to three sentences. */
  readonly why: { readonly en: string; readonly ko: string };
  /** A short file that the rule marks. */
  readonly bad: string;
  /** The same file put right. */
  readonly good: string;
  /** Settings of rules that do nothing without them. */
  readonly lint?: Settings["lint"];
  /** What lies beside the bad file, by name; a name that ends in `/` is a folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** What lies beside the good one, if that is something else. */
  readonly goodFiles?: Readonly<Record<string, string>>;
}
