// What helps where nobody listens at an endpoint: how its engine is started or had, on this kind of machine.
import { t } from "../text.ts";
import type { Endpoint } from "./endpoint.ts";

type Place = Pick<Endpoint, "local" | "host">;

/** The remedy for an endpoint where nobody listens. */
export function startHint(
  { local, host }: Place,
  platform: NodeJS.Platform = process.platform,
): string {
  if (!local) return t("Start the engine on its machine, or pick another one in the Engines view.");
  if (/podman/i.test(host))
    return t(
      "Start Podman (systemctl --user start podman.socket, or podman machine start), or pick another engine in the Engines view.",
    );
  if (platform === "darwin" || platform === "win32")
    return t(
      "Start Docker Desktop, install it (docs.docker.com/desktop), or pick another engine in the Engines view.",
    );
  return t(
    "Start Docker (sudo systemctl start docker), install it (docs.docker.com/engine/install), or pick another engine in the Engines view.",
  );
}
