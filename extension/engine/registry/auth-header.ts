// The X-Registry-Auth header of a request. The only place where credentials are put into words.

export interface AuthConfig {
  username?: string;
  password?: string;
  identitytoken?: string;
  serveraddress?: string;
}

/** The header for pull and push; none for undefined. */
export function authHeader(auth: AuthConfig | undefined): Record<string, string> {
  if (!auth) return {};
  return { "X-Registry-Auth": encoded(auth) };
}

/** The header of a build, for several registries. */
export function authHeaderForAll(all: Record<string, AuthConfig>): Record<string, string> {
  return { "X-Registry-Config": encoded(all) };
}

// Of base64url, engines want the padding too, which Node leaves out: without it they take no
// credentials at all, and say nothing.
function encoded(value: unknown): string {
  const text = Buffer.from(JSON.stringify(value)).toString("base64url");
  return text + "=".repeat((4 - (text.length % 4)) % 4);
}
