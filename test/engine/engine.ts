// For tests on a real engine. `npm run test:engine [part of a file's name]` starts an engine of
// its own and runs each test/engine/*.test.ts in a process of its own. In a test:
//
//   import { after } from "node:test";
//   import { busybox, cleanUp, labels, socket } from "./engine.ts";
//   after(cleanUp);                       // removes all that bears the label
//   const engine = engineAt(socket);      // a real engine, API 1.41 or later
//   createContainer({ Image: busybox, Labels: labels, … })
//
// Everything a test makes must bear `labels`, because it may be the person's own engine. No
// registry is reachable; the images `busybox` and `hello` are there. A test that must kill its
// engine starts another with `ownEngine("my-test")`, and stops it in `after`.

import { Engine } from "../../extension/engine/engine.ts";
import { startEngine, type TestEngine } from "../../scripts/engine.ts";
import { api, removeLabelled, testLabel, until } from "../../scripts/engine-api.ts";
import { busyboxImage, helloImage } from "../../scripts/engine-images.ts";

/** The path of the engine's socket. */
export const socket: string = process.env.DOCKWRIGHT_TEST_SOCKET ?? "/var/run/docker.sock";

/** False where the engine runs in a network of its own: published ports cannot be called then. */
export const portsReachable: boolean = process.env.DOCKWRIGHT_TEST_PORTS !== "0";

export const labels: Readonly<Record<string, string>> = { [testLabel]: "1" };
/** A shell and the usual tools. */
export const busybox: string = busyboxImage;
/** Serves a page that says "Hello from a container" on port 80. */
export const hello: string = helloImage;

/** One raw request to the engine: method, path, JSON body. */
export const engine: (method: string, path: string, body?: object) => ReturnType<typeof api> = (
  method,
  path,
  body,
) => api(socket, method, path, body);

/** Our engine layer on the engine of a socket. */
export const engineAt = (path: string): Engine =>
  new Engine({
    host: `unix://${path}`,
    transport: "unix",
    origin: "DOCKER_HOST",
    name: `unix://${path}`,
    local: true,
  });

/** Removes everything that bears the label. */
export function cleanUp(): Promise<void> {
  return removeLabelled(socket);
}

/** A second engine that a test may stop, kill and start as it likes (root on Debian only). */
export function ownEngine(name: string, flags: readonly string[] = []): Promise<TestEngine> {
  return startEngine(name, { flags });
}

/** Podman can most, but not all. */
export const isPodman: boolean = (await engine("GET", "/version")).body.includes("Podman");

export { until };
