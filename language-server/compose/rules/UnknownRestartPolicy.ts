import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, requoted, servicesOf } from "../project/services.ts";
import { nearest } from "../schema/nearest.ts";
import { at } from "../yaml/tree.ts";

const policies = ["no", "always", "unless-stopped", "on-failure"];

/** `restart: yes` is to start again. */
const meant = (text: string) =>
  /^(?:yes|true|on)$/i.test(text) ? ["always"] : nearest(text, policies);

export const UnknownRestartPolicy: Rule<ComposeModel> = {
  code: "UnknownRestartPolicy",
  aliases: [],
  severity: "warning",
  summary: "The restart policy must be no, always, on-failure[:TIMES] or unless-stopped.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { node } of servicesOf(model)) {
      const policy = certain(at(node, "restart"));
      if (!policy || policy.source !== model.source || policy.text === "") continue;
      if (/^(?:no|always|unless-stopped|on-failure(?::\d+)?)$/.test(policy.text)) continue;
      report(
        policy,
        t(
          '"{0}" is not a restart policy; the engine knows: {1}.',
          policy.text,
          policies.join(", "),
        ),
        {
          fixes: () =>
            [...new Set([...meant(policy.text), ...policies])].slice(0, 4).map((name) => ({
              title: t("Change to {0}", name),
              edits: [
                {
                  start: policy.start,
                  end: policy.end,
                  newText:
                    name === "no" && !/["']/.test(policy.source.text[policy.start] ?? "")
                      ? '"no"'
                      : requoted(policy, name),
                },
              ],
            })),
        },
      );
    }
  },
};
