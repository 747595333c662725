// The engine as builds and checks see it, with the logins that the docker CLI keeps.
import type { Engine } from "../engine.ts";
import { authHeaderForAll } from "../registry/auth-header.ts";
import { allCredentials, credentialsOf } from "../registry/credentials.ts";
import type { BuildEngine } from "./transport.ts";

/** The engine as a build needs it. */
export async function buildEngineOf(engine: Engine): Promise<BuildEngine> {
  const { buildKit, cancelsSteps } = await engine.facts();
  return {
    client: engine,
    hasBuildKit: buildKit,
    cancelsSteps,
    loginHeaders: async () => authHeaderForAll(await allCredentials(process.env)),
    credentials: async (registry) => {
      // BuildKit asks for the host; the CLI keeps Docker Hub under its old address.
      const key = /(^|\.)docker\.io$/.test(registry) ? "https://index.docker.io/v1/" : registry;
      const found = await credentialsOf(process.env, key).catch(() => undefined);
      if (!found) return undefined;
      return {
        username: found.username ?? "",
        secret: found.password ?? found.identitytoken ?? "",
      };
    },
  };
}
