// Other timing than this machine's, to find tests that rely on it: `DOCKWRIGHT_TEST_SLOW=6,150 npm run
// test:ui` makes the page's processor 6 times slower, and lets everything between page and editor
// take 150 ms each way. Machines differ most in just these two.
import { connect, createServer, type Socket } from "node:net";
import type { Page } from "playwright-core";

/** Slows the page down where that is wished; gives the address to open instead. */
export async function slowed(page: Page, url: string): Promise<string> {
  const [rate = 1, delay = 0] = (process.env.DOCKWRIGHT_TEST_SLOW ?? "").split(",").map(Number);
  if (rate > 1) {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate });
  }
  if (delay <= 0) return url;
  const address = new URL(url);
  address.port = String(await detour(Number(address.port), delay));
  return String(address);
}

/** A port behind which the other one lies, `delay` ms away. */
function detour(port: number, delay: number): Promise<number> {
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    pass(near, far, delay);
    pass(far, near, delay);
  });
  server.unref();
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function pass(from: Socket, to: Socket, delay: number): void {
  from.on("data", (data) => setTimeout(() => to.destroyed || to.write(data), delay));
  from.on("close", () => setTimeout(() => to.destroy(), delay));
  from.on("error", () => {});
}
