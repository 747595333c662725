// What a rule for Compose files may say of itself besides what every rule says.
import type { Rule, RuleContext } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import type { Entry } from "../yaml/tree.ts";

/** Of scope `services` it judges each service by itself, and is not asked again while that is the same. */
export interface ComposeRule extends Rule<ComposeModel> {
  /** What it looks at besides the service, the very same value while that is the same. Missing: nothing. */
  outside?(service: Entry, model: ComposeModel, context: RuleContext): unknown;
}
