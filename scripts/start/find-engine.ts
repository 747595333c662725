// The engine for `npm start`: the one that the docker CLI would use, over whatever it takes (socket,
// TLS, ssh); else one of our own where this machine allows it; else none, and how to get one.
import { Bridge } from "../../extension/engine/connection/bridge.ts";
import { type Endpoint, resolveEndpoint } from "../../extension/engine/connection/endpoint.ts";
import { startEngine } from "../engine.ts";
import { answers } from "../engine-api.ts";
import { provideImages } from "../engine-images.ts";

export interface Found {
  /** Undefined: there is none. */
  readonly engine?: { readonly started: boolean; stop(): Promise<void> };
  /** What the editor needs in its environment to use the same. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Finds or starts an engine with at least one small image in it, and says what it did. */
export async function findEngine(): Promise<Found> {
  return (await usual()) ?? (await ours()) ?? { environment: {} };
}

async function usual(): Promise<Found | undefined> {
  let endpoint: Endpoint;
  try {
    endpoint = await resolveEndpoint({ setting: "", env: process.env });
  } catch (error) {
    console.log(`The docker CLI's engine: ${messageOf(error)}`);
    return undefined;
  }
  const bridge = new Bridge(endpoint);
  try {
    const socket = await bridge.socketPath();
    if (!(await answers(socket))) {
      console.log(`No engine answers at ${endpoint.host} (${endpoint.origin}).`);
      return undefined;
    }
    console.log(`Engine: ${endpoint.host} (${endpoint.origin}), as the docker CLI would use.`);
    await provideImages(socket).catch((error) =>
      console.log(`No sample images could be made there: ${messageOf(error)}`),
    );
    return { engine: { started: false, stop: async () => {} }, environment: {} };
  } finally {
    bridge.dispose();
  }
}

async function ours(): Promise<Found | undefined> {
  console.log("Starting an engine below .dockwright/, if this machine allows it …");
  try {
    const engine = await startEngine("start", { fresh: false, emptyIsFine: true });
    console.log(`Engine: ${engine.socket}, ours; it ends with this script.`);
    return {
      engine: { started: true, stop: () => engine.stop() },
      environment: { DOCKER_HOST: `unix://${engine.socket}` },
    };
  } catch (error) {
    console.log(messageOf(error));
    console.log("To get one: https://docs.docker.com/get-docker/. The editor's half needs none.");
    return undefined;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
