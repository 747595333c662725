// What a registry's refusals mean, and what helps. Knows no engine.
import { clean, EngineError } from "../errors.ts";
import { t } from "../text.ts";

interface Refused {
  readonly status: number;
  readonly body: string;
}

/** The error for an answer that is not good; `anonymous`: the registry was not told who asks. */
export function refusal(host: string, { status, body }: Refused, anonymous: boolean): EngineError {
  const said = messageOf(body);
  const known = status === 401 && anonymous ? wanted : meanings[status];
  if (known)
    return new EngineError(known.kind, known.said(host), { status, remedy: known.remedy() });
  const words = t("{0} answered with status {1}.", host, status);
  return new EngineError("failed", [words, said].filter(Boolean).join(" "), { status });
}

interface Meaning {
  readonly kind: EngineError["kind"];
  said(host: string): string;
  remedy(): string;
}

const logIn = () => t("Log in to the registry and try again.");

const wanted: Meaning = {
  kind: "unauthorized",
  said: (host) => t("{0} requires a login.", host),
  remedy: logIn,
};

const meanings: Readonly<Record<number, Meaning>> = {
  401: {
    kind: "unauthorized",
    said: (host) => t("{0} refused the user name or password.", host),
    remedy: logIn,
  },
  403: {
    kind: "unauthorized",
    said: (host) => t("{0} does not allow this.", host),
    remedy: () => t("Log in as a user who is allowed to do this."),
  },
  404: {
    kind: "notFound",
    said: (host) => t("Not found in {0}.", host),
    remedy: () => t("It may have been removed in the meantime; refresh the view."),
  },
  405: {
    kind: "unsupported",
    said: (host) => t("Deletion is switched off in {0}.", host),
    remedy: () =>
      t(
        "On a registry of your own, set storage.delete.enabled: true in its configuration, or REGISTRY_STORAGE_DELETE_ENABLED=true.",
      ),
  },
  429: {
    kind: "failed",
    said: (host) => t("Too many requests to {0}.", host),
    remedy: () => t("Log in to the registry, or wait: it limits anonymous pulls."),
  },
};

/** The error for a registry that gave no answer at all. */
export function silence(host: string, error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const { name = "", code = "", message = "" } = (error ?? {}) as NodeJS.ErrnoException;
  if (name === "TimeoutError")
    return new EngineError("timeout", t("No answer from {0}.", host), {
      cause: error,
      remedy: checkIt(),
    });
  if (name === "AbortError") return new EngineError("cancelled", t("Cancelled."), { cause: error });
  if (/CERT|SELF_SIGNED|LEAF_SIGNATURE/.test(code))
    return new EngineError(
      "wrongTls",
      t("Certificate not trusted: {0} ({1})", host, clean(message)),
      {
        cause: error,
        remedy: t("Add its authority to this machine's certificates and restart the editor."),
      },
    );
  return new EngineError("unreachable", t("Cannot reach {0}: {1}", host, clean(message || code)), {
    cause: error,
    remedy: checkIt(),
  });
}

const checkIt = () => t("Check its name, the network and the proxy.");

/** The registry's own words, in the shape of the distribution's errors. */
function messageOf(body: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors?: readonly { message?: unknown }[] };
    return clean(String(errors?.[0]?.message ?? ""), 300);
  } catch {
    return "";
  }
}

/** An answer as JSON. @throws EngineError for what is none, as pages of proxies and of other servers are */
export function jsonOf(host: string, body: string): object {
  try {
    return (JSON.parse(body) as object | null) ?? {};
  } catch (cause) {
    throw new EngineError("badAnswer", t("{0} is not a registry.", host), { cause });
  }
}
