// HTTP to one registry: who asks is told as the registry wants to know it, and to nobody else. Answers
// are limited in time and size. Knows no repository.
import { request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";
import type { AuthConfig } from "./auth-header.ts";
import type { Certificates } from "./certificates.ts";
import { type Challenge, challengesOf } from "./challenge.ts";
import { hub } from "./places.ts";
import { jsonOf, refusal, silence } from "./registry-errors.ts";

const timeLimit = 20_000;
const sizeLimit = 16 * 1024 * 1024;
const mostRedirects = 4;

export interface RegistryAsk {
  readonly method?: "GET" | "HEAD" | "DELETE" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface RegistryAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Whence it came, after redirections. */
  readonly url: URL;
}

export interface RegistryOptions {
  /** The login, looked up when the registry asks for one. */
  readonly auth: () => Promise<AuthConfig | undefined>;
  /** Whether TLS may be missing or unchecked: at the registry itself, not where it leads to. */
  readonly insecure: boolean;
  /** Whom the registry may have its certificate from besides those whom everybody knows, and the one it wants to see. */
  readonly certificates?: Certificates;
}

export class RegistryClient {
  readonly host: string;
  readonly #options: RegistryOptions;
  #base: Promise<URL> | undefined;
  /** Whether there is a login, as far as the registry has asked for one. */
  #isKnown = false;
  /** What was accepted last, by what it was for. */
  readonly #accepted = new Map<string, string>();

  constructor(host: string, options: RegistryOptions) {
    this.host = host;
    this.#options = options;
  }

  /** The answer to what must succeed. @throws EngineError */
  async ask(at: string | URL, ask: RegistryAsk = {}): Promise<RegistryAnswer> {
    const answer = await this.tryTo(at, ask);
    if (answer.status < 300) return answer;
    throw this.refusal(answer);
  }

  /** What is the matter with an answer that is not good. */
  refusal(answer: RegistryAnswer): EngineError {
    return refusal(this.host, answer, !this.#isKnown);
  }

  /** Any answer, after the login if the registry wants one. @throws EngineError when there is none */
  async tryTo(at: string | URL, ask: RegistryAsk = {}): Promise<RegistryAnswer> {
    try {
      const base = await this.#found();
      const url = new URL(at, base);
      // Another host (Docker Hub's own API) brings its authorization along, if it has one.
      if (url.origin !== base.origin) return await this.#send(url, ask);
      const purpose = purposeOf(url, ask);
      const first = await this.#send(url, ask, this.#accepted.get(purpose));
      // Whom the registry redirects to has nothing to ask for.
      if (first.status !== 401 || first.url.origin !== url.origin) return first;
      this.#accepted.delete(purpose);
      const authorization = await this.#authorization(first, ask.signal);
      if (!authorization) return first;
      const second = await this.#send(url, ask, authorization);
      if (second.status !== 401) this.#accepted.set(purpose, authorization);
      return second;
    } catch (error) {
      throw silence(this.host, error);
    }
  }

  /** Where the registry listens: without TLS only where that is allowed, and there only when TLS fails. */
  #found(): Promise<URL> {
    this.#base ??= this.#find().catch((error) => {
      this.#base = undefined;
      throw error;
    });
    return this.#base;
  }

  async #find(): Promise<URL> {
    const secure = new URL(`https://${this.host === hub ? "registry-1.docker.io" : this.host}/`);
    if (!this.#options.insecure) return secure;
    const answers = await this.#send(new URL("/v2/", secure), {}).catch(() => undefined);
    return answers ? secure : new URL(`http://${this.host}/`);
  }

  async #authorization(
    { headers, url }: RegistryAnswer,
    signal: AbortSignal | undefined,
  ): Promise<string | undefined> {
    const header = headers["www-authenticate"];
    const challenges = challengesOf(Array.isArray(header) ? header.join(", ") : header);
    const bearer = challenges.find(({ scheme }) => scheme === "bearer");
    if (bearer) return `Bearer ${await this.#token(bearer, url, signal)}`;
    if (!challenges.some(({ scheme }) => scheme === "basic")) return undefined;
    const auth = await this.#auth();
    return auth?.username === undefined ? undefined : basic(auth);
  }

  async #auth(): Promise<AuthConfig | undefined> {
    const auth = await this.#options.auth();
    this.#isKnown = auth !== undefined;
    return auth;
  }

  async #token(
    { parameters: { realm = "", service = "", scope = "" } }: Challenge,
    registry: URL,
    signal: AbortSignal | undefined,
  ): Promise<string> {
    const url = URL.canParse(realm) ? new URL(realm) : undefined;
    // Without TLS, a password is told at most to the host that is asked without it anyway.
    const plain = url?.protocol === "http:" && registry.protocol === "http:";
    if (!url || !(url.protocol === "https:" || (plain && url.hostname === registry.hostname)))
      throw new EngineError(
        "badAnswer",
        t("{0} names no safe place to send the login to: {1}", this.host, realm),
      );
    const auth = await this.#auth();
    const answer = auth?.identitytoken
      ? await this.#send(url, {
          ...form({
            grant_type: "refresh_token",
            refresh_token: auth.identitytoken,
            service,
            scope,
          }),
          signal,
        })
      : await this.#send(withQuery(url, { service, scope }), { signal }, auth && basic(auth));
    if (answer.status >= 300) throw this.refusal(answer);
    const { token, access_token } = jsonOf(this.host, answer.body) as Record<string, string>;
    return token ?? access_token ?? "";
  }

  #isOwn(url: URL): boolean {
    return url.host === new URL(`${url.protocol}//${this.host}`).host;
  }

  async #send(url: URL, ask: RegistryAsk, authorization?: string): Promise<RegistryAnswer> {
    const { method = "GET", headers = {} } = ask;
    const known = authorization ? { ...headers, Authorization: authorization } : headers;
    // What a registry redirects to (mostly a store of files) is not to learn who asks.
    const { Authorization: _, ...strangers } = known;
    let at = url;
    for (let redirects = 0; ; redirects++) {
      const told = at.origin === url.origin ? known : strangers;
      const { insecure, certificates } = this.#options;
      const tls = this.#isOwn(at)
        ? { ...certificates, ...(insecure && { rejectUnauthorized: false }) }
        : {};
      const answer = await send(at, { ...ask, headers: told }, tls);
      const { location } = answer.headers;
      const moved = answer.status > 300 && answer.status < 400 && typeof location === "string";
      if (!moved || redirects === mostRedirects || !/^(GET|HEAD)$/.test(method)) return answer;
      const next = new URL(location, at);
      if (next.protocol !== at.protocol && next.protocol !== "https:") return answer;
      at = next;
    }
  }
}

/** What an authorization holds for: a repository, to read or to delete in it, or the registry as such. */
function purposeOf({ pathname }: URL, { method }: RegistryAsk): string {
  const repository = /^\/v2\/(.*)\/(?:tags|manifests|blobs)\//.exec(pathname)?.[1] ?? "";
  return `${repository} ${method === "DELETE" ? "delete" : "read"}`;
}

const basic = ({ username = "", password = "" }: AuthConfig) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;

const form = (fields: Record<string, string>): RegistryAsk => ({
  method: "POST",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
  body: String(new URLSearchParams({ client_id: "dockwright", ...fields })),
});

function withQuery(url: URL, fields: Record<string, string>): URL {
  const whole = new URL(url);
  for (const [name, value] of Object.entries(fields))
    if (value) whole.searchParams.set(name, value);
  return whole;
}

/** One request over one connection. */
function send(
  url: URL,
  { method = "GET", headers = {}, body, signal }: RegistryAsk,
  tls: Certificates & { readonly rejectUnauthorized?: boolean },
): Promise<RegistryAnswer> {
  const limit = AbortSignal.timeout(timeLimit);
  const options = {
    method,
    headers,
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    ...tls,
  };
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(limit.aborted ? limit.reason : error);
    const request = (url.protocol === "https:" ? overHttps : overHttp)(url, options, (answer) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      answer.on("data", (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes > sizeLimit) request.destroy(new Error("The answer is too long"));
      });
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(parts).toString(),
          url,
        }),
      );
      answer.on("error", failed);
    });
    request.on("error", failed);
    request.end(body);
  });
}
