// What a registry wants to know of who asks: its WWW-Authenticate header, taken apart. Pure.
// https://distribution.github.io/distribution/spec/auth/token/

export interface Challenge {
  /** `basic` or `bearer`, in lower case. */
  readonly scheme: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const word = /([\w!#$%&'*+.^`|~-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]*)))?/g;

/** The challenges of a header, in its order: a word without a value begins one. */
export function challengesOf(header = ""): Challenge[] {
  const found: { scheme: string; parameters: Record<string, string> }[] = [];
  for (const [, name = "", quoted, bare] of header.matchAll(word)) {
    const value = quoted?.replace(/\\(.)/g, "$1") ?? bare;
    if (value === undefined) found.push({ scheme: name.toLowerCase(), parameters: {} });
    else Object.assign(found.at(-1)?.parameters ?? {}, { [name.toLowerCase()]: value });
  }
  return found;
}

/** The address of the next page by a Link header; undefined on the last one, and for another host's. */
export function nextPage(link: string | undefined, asked: URL): URL | undefined {
  const target = /<([^>]*)>\s*;[^,]*\brel\s*=\s*"?next\b/i.exec(link ?? "")?.[1];
  if (!target || !URL.canParse(target, asked)) return undefined;
  const next = new URL(target, asked);
  // Behind a proxy that ends TLS, a registry believes to be asked by http.
  if (next.host === asked.host) next.protocol = asked.protocol;
  return next.origin === asked.origin ? next : undefined;
}
