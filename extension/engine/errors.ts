// Every failure of the engine layer as one kind of error, whose message says what to do next. Knows no screen.
import { type EngineInfo, unsupportedHere } from "./dialect.ts";
import { remedyOf, takenName } from "./remedies.ts";
import { t } from "./text.ts";

export type EngineErrorKind =
  | "unreachable"
  | "denied"
  | "wrongTls"
  | "tooOld"
  | "notFound"
  | "conflict"
  | "unauthorized"
  | "unsupported"
  | "invalid"
  | "badAnswer"
  | "timeout"
  | "cancelled"
  | "failed";

/** What went wrong, in the reader's language; `said` keeps the engine's own words (cleaned). */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly kind: EngineErrorKind;
  /** The HTTP status, if the engine answered. */
  readonly status: number | undefined;
  /** The engine's (or the system's) own words. */
  readonly said: string;
  /** What to do next; also part of `message`. */
  readonly remedy: string;

  constructor(kind: EngineErrorKind, said: string, options: ErrorDetails = {}) {
    const remedy = options.remedy ?? "";
    super(inSentences(said, remedy), { cause: options.cause });
    this.kind = kind;
    this.said = said;
    this.remedy = remedy;
    this.status = options.status;
  }
}

/** Engines end what they say without a full stop. */
function inSentences(said: string, remedy: string): string {
  if (!said || !remedy) return said || remedy;
  return /[.!?…:]["”')]?$/.test(said) ? `${said} ${remedy}` : `${said}. ${remedy}`;
}

export interface ErrorDetails {
  remedy?: string;
  status?: number;
  cause?: unknown;
}

/** Engine text without control characters and bidirectional tricks, at most `limit` characters long. */
export function clean(text: string, limit = 2000): string {
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  return safe.length > limit ? `${safe.slice(0, limit)}…` : safe;
}

/** The error for an answer with a status of 300 or more; `info` is what the engine is, if that is known. */
export function errorOfStatus(status: number, body: string, info?: EngineInfo): EngineError {
  const said = messageOf(body) || t("The engine answered with status {0}.", status);
  if (status < 400)
    return new EngineError(
      "invalid",
      t("The engine redirected the request; it was not followed."),
      {
        status,
        remedy: t("Check the name: it may contain characters that are not allowed."),
      },
    );
  if (/HTTP request to an HTTPS server/i.test(said))
    return new EngineError(
      "wrongTls",
      t("The engine expects TLS, but this connection does not use it."),
      {
        status,
        remedy: t("Give the Docker context its certificates, or set DOCKER_TLS_VERIFY."),
      },
    );
  if (/client version .* is too (old|new)/i.test(said))
    return new EngineError("tooOld", said, {
      status,
      remedy: t("Update the engine, or unset DOCKER_API_VERSION if it is set."),
    });
  const kind = kindOfStatus(status, said);
  if (kind === "unsupported" && (unknownPath.test(said) || status === 405)) {
    const here = unsupportedHere(info);
    return new EngineError(kind, here.said, { status, remedy: here.remedy });
  }
  return new EngineError(kind, said, { status, ...remedyFor(kind, said) });
}

const unknownPath = /^page not found|^not found$/i;

function kindOfStatus(status: number, said: string): EngineErrorKind {
  if (status === 501 || unknownPath.test(said)) return "unsupported";
  if (/unauthorized|authentication required|no basic auth|access .*denied/i.test(said))
    return "unauthorized";
  // Podman says so with the status of a failure.
  if (takenName.test(said)) return "conflict";
  return statusKinds[status] ?? "failed";
}

const statusKinds: Record<number, EngineErrorKind> = {
  400: "invalid",
  401: "unauthorized",
  403: "unauthorized",
  404: "notFound",
  405: "unsupported",
  409: "conflict",
};

/** What helps, by what the engine says. */
export function remedyFor(kind: EngineErrorKind, said: string): { remedy?: string } {
  const known = remedyOf(said);
  if (known) return { remedy: known };
  if (kind === "unauthorized") return { remedy: t("Log in to the registry and try again.") };
  if (kind === "unsupported") return { remedy: t("This engine does not support that.") };
  if (kind === "notFound")
    return { remedy: t("It may have been removed in the meantime; refresh the view.") };
  return {};
}

function messageOf(body: string): string {
  try {
    const { message, cause } = JSON.parse(body) as { message?: unknown; cause?: unknown };
    if (typeof message === "string" && message) return clean(message);
    if (typeof cause === "string") return clean(cause);
  } catch {
    // not JSON: the text itself is the message
  }
  return clean(body, 500);
}

/**
 * Any error as an EngineError: system codes, TLS codes, aborts. Leaves an EngineError as it is. What a file of
 * this machine is the matter with says nothing of the engine.
 */
export function toEngineError(error: unknown): EngineError {
  if (error instanceof EngineError) return error;
  const {
    code = "",
    name = "",
    message = String(error),
    ...more
  } = (error ?? {}) as NodeJS.ErrnoException;
  if (name === "AbortError" || code === "ABORT_ERR")
    return new EngineError("cancelled", t("Cancelled."), { cause: error });
  const { path, syscall = "" } = more;
  if (path !== undefined && syscall !== "connect") {
    const isProgram = syscall.startsWith("spawn");
    const said = fileTrouble(isProgram ? "spawn" : code, clean(path, 500)) ?? clean(message);
    return new EngineError("failed", said, { cause: error });
  }
  const known = systemErrors.find(([pattern]) => pattern.test(code));
  if (!known)
    return new EngineError("failed", clean(message) || t("The engine failed."), { cause: error });
  const [, kind, said, remedy] = known;
  return new EngineError(kind, said(clean(message)), { cause: error, remedy: remedy() });
}

/** The engine has gone under what it ran, whether the connection was cut or it is not there any more. */
export function cutOff(cause: EngineError): EngineError {
  return new EngineError("unreachable", wasCut(), { cause, remedy: cause.remedy });
}

function fileTrouble(code: string, path: string): string | undefined {
  switch (code) {
    case "ENOENT":
      return t("{0} does not exist.", path);
    case "EACCES":
    case "EPERM":
      return t("You have no permission to use {0}.", path);
    case "spawn":
      return t("The program {0} cannot be started.", path);
    default:
      return undefined;
  }
}

type SystemError = [RegExp, EngineErrorKind, (message: string) => string, () => string];

const wasCut = () => t("The connection to the engine was cut.");
const unanswered = () => t("The engine does not answer.");
const restartIt = () =>
  t("It may be busy: wait, restart it, or pick another engine in the Engines view.");
const startIt = () => t("Start Docker, or pick another engine in the Engines view.");

const systemErrors: SystemError[] = [
  [
    /^(ENOENT|ECONNREFUSED)$/,
    "unreachable",
    () => t("No engine listens at this address."),
    startIt,
  ],
  [
    /^(EACCES|EPERM)$/,
    "denied",
    () => t("You have no permission to use the engine."),
    () => t("Pick another engine in the Engines view."),
  ],
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    "unreachable",
    (m) => t("The engine's host name is unknown: {0}", m),
    () => t("Check the address of the Docker context."),
  ],
  [
    /^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/,
    "unreachable",
    () => t("The engine's host cannot be reached."),
    () => t("Check the network or the VPN."),
  ],
  [/^(ECONNRESET|EPIPE|ECONNABORTED)$/, "unreachable", wasCut, startIt],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT)$/, "timeout", unanswered, restartIt],
  [
    /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT.*)$/,
    "wrongTls",
    () => t("The engine's certificate is signed by an authority that this context does not trust."),
    () => t("Put the right ca.pem into the Docker context (or DOCKER_CERT_PATH)."),
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    "wrongTls",
    () => t("The engine's certificate is for another host name."),
    () => t("Use the name in the certificate, or make a certificate for this one."),
  ],
  [
    /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/,
    "wrongTls",
    () => t("The engine's certificate is not valid now."),
    () => t("Renew the certificate, or set the clock."),
  ],
  [
    /ALERT_CERTIFICATE_(EXPIRED|REVOKED)/,
    "wrongTls",
    () => t("The engine refused the client certificate: it has expired or was revoked."),
    () => t("Renew cert.pem and key.pem of the Docker context."),
  ],
  [
    /CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|CERTIFICATE_UNKNOWN/,
    "wrongTls",
    () => t("The engine refused the client certificate."),
    () => t("Put cert.pem and key.pem, signed by the engine's authority, into the Docker context."),
  ],
  [
    /^ERR_(OSSL_|MISSING_PASSPHRASE|CRYPTO_)/,
    "wrongTls",
    (m) => t("The certificate files cannot be used: {0}", m),
    () => t("cert.pem and key.pem must belong together, be PEM files, and have no passphrase."),
  ],
  [
    /^(ERR_SSL_|EPROTO)/,
    "wrongTls",
    (m) => t("TLS with the engine failed: {0}", m),
    () => t("Check whether the engine speaks TLS at this port (2376, plain is 2375)."),
  ],
  [
    /^(HPE_|ERR_HTTP)/,
    "badAnswer",
    () => t("What answers is not a Docker engine."),
    () => t("Check the address of the Docker context."),
  ],
];
