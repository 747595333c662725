// Makes a Docker context step by step, and tries it before it is left alone. Writes through contexts.ts.
import { type QuickPickItem, Uri, window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import { createContext, listContexts, type NewContext } from "../../engine/connection/contexts.ts";
import { endpointOfContext, parseHost } from "../../engine/connection/endpoint.ts";
import { Engine } from "../../engine/engine.ts";
import { t } from "../../engine/text.ts";
import { showEquivalent } from "../../log.ts";
import { askText, withProgress } from "../ask.ts";

type Tls = NonNullable<NewContext["tls"]>;

interface Way extends QuickPickItem {
  readonly scheme: string;
  readonly example: string;
  readonly tls?: boolean;
}

const ways = (): Way[] => [
  {
    label: "$(remote) ssh",
    description: t("a host that you can reach with ssh; it needs the docker command"),
    scheme: "ssh",
    example: "ssh://user@host",
  },
  {
    label: t("$(lock) tcp with TLS"),
    description: t("with ca.pem, cert.pem and key.pem"),
    scheme: "tcp",
    example: "tcp://host:2376",
    tls: true,
  },
  {
    label: t("$(plug) Socket"),
    description: t("on this machine"),
    scheme: process.platform === "win32" ? "npipe" : "unix",
    example:
      process.platform === "win32" ? "npipe:////./pipe/docker_engine" : "unix:///run/docker.sock",
  },
  {
    label: t("$(unlock) tcp without TLS"),
    description: t("anyone who can reach the port controls the machine"),
    scheme: "tcp",
    example: "tcp://127.0.0.1:2375",
  },
];

/** Asks for all that a Docker context needs and makes it; gives its name, or undefined when dismissed. */
export async function createByQuestions(): Promise<string | undefined> {
  const way = await window.showQuickPick(ways(), { placeHolder: t("How is the engine reached?") });
  if (!way) return undefined;
  const host = await askText(t("Address of the engine"), {
    value: way.example,
    check: (text) => parseHost(text, way.tls === true),
  });
  if (!host) return undefined;
  const known = new Set((await listContexts(process.env)).map(({ name }) => name));
  const name = await askText(t("Name of the Docker context"), {
    value: suggestion(host, known),
    check(text) {
      if (known.has(text)) throw new Error(t("There is already a Docker context “{0}”.", text));
    },
  });
  if (!name) return undefined;
  const tls = way.tls ? await askTls() : {};
  if (!tls) return undefined;
  const settings = Object.entries(tls).map(([part, file]) => `,${part}=${file}`);
  showEquivalent(
    dockerLine("context", "create", name, "--docker", `host=${host}${settings.join("")}`),
  );
  await createContext(process.env, { name, host, ...(way.tls ? { tls } : {}) });
  return name;
}

function suggestion(host: string, known: ReadonlySet<string>): string {
  const word = /^\w+:\/\/(?:[^@/]*@)?([\w.-]+)/.exec(host)?.[1] ?? "engine";
  const base = word.length > 1 ? word : `engine-${word}`;
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!known.has(name)) return name;
  }
}

// The CLI's folder of certificates holds all three; else they are picked one by one.
async function askTls(): Promise<Tls | undefined> {
  const tls: Tls = {};
  const parts = [
    ["ca", t("The authority's certificate (ca.pem)")],
    ["cert", t("Your certificate (cert.pem)")],
    ["key", t("Your key (key.pem)")],
  ] as const;
  let folder: Uri | undefined;
  for (const [part, title] of parts) {
    const [file] =
      (await window.showOpenDialog({
        title,
        openLabel: t("Choose"),
        filters: { PEM: ["pem", "crt", "cer", "key"] },
        ...(folder ? { defaultUri: folder } : {}),
      })) ?? [];
    if (!file) return undefined;
    folder = Uri.joinPath(file, "..");
    tls[part] = file.fsPath;
  }
  return tls;
}

/** Connects once, and says whether it works; true when the person wants to use it. */
export async function tryContext(name: string): Promise<boolean> {
  const context = (await listContexts(process.env)).find((one) => one.name === name);
  if (!context) return false;
  const engine = new Engine(endpointOfContext(context, "setting"));
  const useIt = t("Use");
  try {
    const { apiVersion } = await withProgress(t("Connecting to {0} …", name), (signal) =>
      engine.connect(signal),
    );
    const message = t("The Docker context {0} works: API {1}.", name, apiVersion);
    return (await window.showInformationMessage(message, useIt)) === useIt;
  } catch {
    const { message, remedy } = engine.state;
    if (!message) return false;
    const text = t("The Docker context {0} was created, but does not work yet: {1}", name, message);
    return (await window.showWarningMessage(`${text} ${remedy}`.trim(), useIt)) === useIt;
  } finally {
    engine.dispose();
  }
}
