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
  return { "X-Registry-Auth": Buffer.from(JSON.stringify(auth)).toString("base64url") };
}

/** The header of a build, for several registries. */
export function authHeaderForAll(all: Record<string, AuthConfig>): Record<string, string> {
  return { "X-Registry-Config": Buffer.from(JSON.stringify(all)).toString("base64url") };
}
