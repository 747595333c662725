// A way to the tests' engine that can be counted and cut.
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { socket } from "./engine.ts";

export class Way {
  readonly open = new Set<Socket>();
  connections = 0;
  #server: Server | undefined;

  async listen(at: string | number): Promise<string> {
    this.#server = createServer((near) => {
      const far = connect(socket);
      this.connections++;
      this.open.add(near);
      near.once("close", () => this.open.delete(near));
      for (const one of [near, far])
        one.on("error", () => {}).once("close", () => [near, far].map((end) => end.destroy()));
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => this.#server?.listen(at, resolve));
    if (typeof at === "string") return `unix://${at}`;
    return `tcp://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Ends what is open as an engine that is done with it would, and takes nothing new. */
  end(): void {
    this.#server?.close();
    for (const one of this.open) one.end();
  }

  cut(): void {
    this.#server?.close();
    for (const one of this.open) one.destroy();
  }
}
