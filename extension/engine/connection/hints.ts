// What helps where an endpoint lets nobody in or nobody listens there, on this kind of machine.
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

/** The remedy for a local endpoint that the person may not use. */
export function accessHint({ host }: Place, platform: NodeJS.Platform = process.platform): string {
  if (/podman/i.test(host))
    return t("Use the socket of your own user: systemctl --user start podman.socket.");
  if (platform === "win32")
    return t(
      "Ask an administrator to add you to the docker-users group, sign in again, and start Docker Desktop.",
    );
  if (platform === "darwin") return t("Start Docker Desktop under your own account.");
  return t(
    "Join the docker group (sudo usermod -aG docker $USER) and log in again, or use rootless Docker.",
  );
}
