// A form to run an image: a pick list whose rows are the options, each changed on a click, with the
// docker line that comes of them always in sight.
import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { engineLine } from "../../docker-line.ts";
import type { Engine } from "../../engine/engine.ts";
import { toEngineError } from "../../engine/errors.ts";
import type { Image } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import { inspect } from "../../engine/verbs/images.ts";
import { nameOfImage } from "../targets.ts";
import {
  optionsOf,
  type RunTexts,
  type RunWish,
  restartPolicies,
  runArguments,
  type WishKey,
  wishOf,
} from "./run-wish.ts";

/** One way to end the form. */
export interface FormAction<A extends string> {
  readonly action: A;
  readonly label: string;
  /** `run -d`: what stands before the options in the docker line. */
  readonly verb: readonly string[];
}

interface Field {
  readonly title: () => string;
  readonly example: string;
}

const fields: Record<WishKey, Field> = {
  name: { title: () => t("Name"), example: "web" },
  ports: { title: () => t("Ports"), example: "8080:80 127.0.0.1:9000:9000" },
  environment: { title: () => t("Environment"), example: "DEBUG=1 LANG=ko_KR.UTF-8" },
  volumes: {
    title: () => t("Volumes and folders"),
    example: "data:/var/lib/data /srv/www:/www:ro",
  },
  network: { title: () => t("Network"), example: "bridge" },
  command: { title: () => t("Command"), example: 'sh -c "echo hello"' },
  memory: { title: () => t("Memory limit"), example: "512m" },
  cpus: { title: () => t("Processors"), example: "1.5" },
  restart: { title: () => t("Restart policy"), example: restartPolicies.join(" | ") },
  user: { title: () => t("User"), example: "1000:1000" },
  directory: { title: () => t("Working directory"), example: "/app" },
  labels: { title: () => t("Labels"), example: "team=web" },
};

/** Asks until one of the actions is picked; undefined when dismissed. */
export async function askRun<A extends string>(
  engine: Engine,
  image: Image,
  actions: readonly FormAction<A>[],
): Promise<{ wish: RunWish; action: A } | undefined> {
  const exposed = await exposedPorts(engine, image);
  let texts: RunTexts = { image: image.tags[0] ?? image.id };
  for (;;) {
    const picked = await window.showQuickPick(rowsOf(engine, texts, actions), {
      title: nameOfImage(image),
      placeHolder: t("Change what you need, then run"),
      ignoreFocusOut: true,
      matchOnDescription: true,
    });
    if (!picked) return undefined;
    if ("action" in picked) return { wish: wishOf(texts), action: picked.action };
    if (!("key" in picked)) continue;
    const answer = await askField(engine, picked.key, texts, exposed);
    if (answer !== undefined) texts = { ...texts, [picked.key]: answer };
  }
}

type Row<A> =
  | (QuickPickItem & { action: A })
  | (QuickPickItem & { key: WishKey })
  | (QuickPickItem & { kind: QuickPickItemKind.Separator });

function rowsOf<A extends string>(
  engine: Engine,
  texts: RunTexts,
  actions: readonly FormAction<A>[],
): Row<A>[] {
  const wish = wishOf(texts);
  return [
    ...actions.map(({ action, label, verb }) => ({
      label,
      detail: engineLine(engine, ...verb, ...runArguments(wish)),
      action,
    })),
    { label: t("Options"), kind: QuickPickItemKind.Separator as const },
    ...(Object.keys(fields) as WishKey[]).map((key) => ({
      label: `$(edit) ${fields[key].title()}`,
      description: texts[key] ?? "",
      key,
    })),
  ];
}

async function askField(
  engine: Engine,
  key: WishKey,
  texts: RunTexts,
  exposed: readonly number[],
): Promise<string | undefined> {
  if (key === "network") {
    const names = [...engine.model.networks.values()].map(({ name }) => name).sort();
    if (names.length > 0)
      return window.showQuickPick(names, { placeHolder: t("Choose a network") });
  }
  const suggestion = key === "ports" ? exposed.map(suggestedPort).join(" ") : "";
  const answer = await window.showInputBox({
    title: fields[key].title(),
    value: texts[key] ?? suggestion,
    placeHolder: fields[key].example,
    prompt: t("Empty: the image's or the engine's own"),
    ignoreFocusOut: true,
    validateInput: (text) => trouble({ ...texts, [key]: text.trim() }),
  });
  return answer?.trim();
}

function trouble(texts: RunTexts): string | undefined {
  try {
    optionsOf(wishOf(texts));
    return undefined;
  } catch (error) {
    return toEngineError(error).message;
  }
}

// Ports below 1024 may need root on the engine's host, and are more often taken.
const suggestedPort = (port: number) => `${port < 1024 ? port + 8000 : port}:${port}`;

async function exposedPorts(engine: Engine, { id }: Image): Promise<number[]> {
  const { Config } = await inspect(engine, id);
  return Object.keys(Config?.ExposedPorts ?? {})
    .filter((port) => port.endsWith("/tcp"))
    .map((port) => Number.parseInt(port, 10));
}
