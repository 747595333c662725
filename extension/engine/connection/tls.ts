// Connections over tcp, plain and with TLS: the certificates of the endpoint, alive over idle times.
import { readFile } from "node:fs/promises";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";
import { type Endpoint, tcpAddress } from "./endpoint.ts";

const connectTimeout = 15_000;
const keepAlive = 30_000;

/** A plain connection; rejects with the system's error. */
export function dialTcp({ host }: Endpoint): Promise<Socket> {
  const { hostname, port } = tcpAddress(host, false);
  return whenOpen(connectTcp({ host: hostname, port, allowHalfOpen: true }), "connect");
}

/** A connection with TLS, by the endpoint's files; a file that is named but missing counts as not given. */
export async function dialTls({ host, tls }: Endpoint): Promise<Socket> {
  const { hostname, port } = tcpAddress(host, true);
  const [ca, cert, key] = await Promise.all([tls?.ca, tls?.cert, tls?.key].map(readIfThere));
  const socket = connectTls({
    host: hostname,
    port,
    ...(isIP(hostname) ? {} : { servername: hostname }),
    ...(ca ? { ca } : {}),
    ...(cert && key ? { cert, key } : {}),
    rejectUnauthorized: tls?.verify !== false,
  });
  return whenOpen(socket, "secureConnect");
}

async function readIfThere(file: string | undefined): Promise<Buffer | undefined> {
  if (!file) return undefined;
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new EngineError("wrongTls", t("The certificate file {0} cannot be read.", file), {
      cause: error,
    });
  }
}

function whenOpen(socket: Socket, event: "connect" | "secureConnect"): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const late = () =>
      socket.destroy(Object.assign(new Error("connect timed out"), { code: "ETIMEDOUT" }));
    socket.setTimeout(connectTimeout, late);
    socket.once("error", reject);
    socket.once(event, () => {
      socket.off("error", reject);
      socket.setTimeout(0);
      socket.setKeepAlive(true, keepAlive);
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}
