// Files with secrets that are copied into the image.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { unquote } from "../syntax/words.ts";

const SECRET =
  /(?:^|\/)(?:\.env(?:\.(?:local|prod|production|dev|development|staging|secret))?|id_(?:rsa|dsa|ecdsa|ed25519)|\.ssh\/?|\.aws\/?(?:credentials)?|\.netrc|\.git-credentials|\.pgpass|\.docker\/config\.json|kubeconfig|\.kube\/config|.*\.(?:p12|pfx|jks))$/;

export const SecretFileCopied: Rule<DockerfileDocument> = {
  code: "SecretFileCopied",
  aliases: [],
  severity: "warning",
  summary: "The file usually holds secrets; everyone who has the image can read it.",
  scope: { each: ["COPY", "ADD"] },
  check(document, report) {
    for (const keyword of ["COPY", "ADD"])
      for (const copy of document.byKeyword(keyword)) {
        if (copy.flag("from")) continue;
        for (const source of copy.words.slice(0, -1))
          if (SECRET.test(unquote(source.text)))
            report(
              source,
              t(
                "{0} usually holds secrets, and everyone who has the image can read it. Use RUN --mount=type=secret, or pass it in when the container starts.",
                unquote(source.text),
              ),
            );
      }
  },
};
