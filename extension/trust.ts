// What a workspace must be trusted for. Without trust only its files are read: no engine is asked and
// no program is started on its behalf.
import { workspace } from "vscode";
import { EngineError } from "./engine/errors.ts";
import { t } from "./engine/text.ts";

/** @throws EngineError in a workspace that is not trusted; `why` says what trust is needed for. */
export function requireTrust(why: string): void {
  if (!workspace.isTrusted)
    throw new EngineError("invalid", t("The workspace is not trusted."), { remedy: why });
}
