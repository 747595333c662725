// A shell in a container; and where it has none (scratch, distroless), one beside it: a helper container from an
// image that has a shell shares its processes and its network, and goes with its terminal.
import { type QuickPickItem, window } from "vscode";
import { engineLine } from "../../docker-line.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Container, Image } from "../../engine/model/objects.ts";
import { findShell } from "../../engine/streams/exec.ts";
import { t } from "../../engine/text.ts";
import { inspect } from "../../engine/verbs/containers.ts";
import { type ExecWish, openExec } from "../../terminals/exec.ts";
import { openRun } from "../../terminals/run.ts";
import type { Services } from "../command.ts";
import { all, describe, isRunning, nameOf, onOne } from "../targets.ts";

/** Opens the best shell that the container has; where it has none, offers one beside it. */
export async function openShellIn(
  engine: Engine,
  container: Container,
  services: Services,
  wish: Omit<ExecWish, "command"> = {},
): Promise<void> {
  const shell = await findShell(engine, container.id);
  if (shell) return openExec(engine, container, { ...wish, command: [shell] });
  // A container that is gone has none either: then its absence is the message.
  await inspect(engine, container.id);
  const beside = t("Open Debug Shell…");
  const text = t("There is no shell in {0}. One can be opened beside it.", nameOf(container));
  if ((await window.showInformationMessage(text, beside)) === beside)
    await openBeside(engine, container, services);
}

export const debugShell = onOne("container", openBeside, isRunning);

const rememberedAs = "debugShell.image";

async function openBeside(engine: Engine, container: Container, services: Services): Promise<void> {
  const { id, name } = container;
  const root = rootIn(await inspect(engine, id));
  const image = await askImage(engine, services);
  if (!image) return;
  const line = engineLine(
    engine,
    ...["run", "--rm", "-it", "--pid", `container:${name}`, "--network", `container:${name}`],
    ...["--cap-add", "SYS_PTRACE", "--user", "0", "--entrypoint", "sh", image],
  );
  const options = {
    Image: image,
    Entrypoint: ["sh"],
    Cmd: [],
    // What another user's process holds, files too, is shown only to who may trace it.
    User: "0",
    HostConfig: {
      PidMode: `container:${id}`,
      NetworkMode: `container:${id}`,
      CapAdd: ["SYS_PTRACE"],
    },
  };
  const hint = t("Files of {0}: {1}. Its processes and its network are here, too.", name, root);
  openRun(engine, t("Debug: {0}", name), options, line, hint);
}

/** Where the files of a container are seen from beside it: at its first process. */
function rootIn({ HostConfig, State }: Awaited<ReturnType<typeof inspect>>): string {
  const { PidMode: mode = "" } = HostConfig;
  if (mode === "host") return `/proc/${State.Pid}/root`;
  return mode.startsWith("container:") ? "/proc/PID/root" : "/proc/1/root";
}

/** An image that has a shell, as the person knows; the one of the last time stands first. */
async function askImage(engine: Engine, { context }: Services): Promise<string | undefined> {
  const last = context.workspaceState.get(rememberedAs, "");
  const images = (await all(engine, "image")).filter(({ tags }) => tags.length > 0);
  if (images.length === 0) {
    void window.showInformationMessage(t("There is no image yet. Pull or build one first."));
    return undefined;
  }
  const isLast = ({ tags }: Image) => tags.includes(last);
  const items = [...images.filter(isLast), ...images.filter((one) => !isLast(one))].map(
    (one): QuickPickItem => ({ ...describe(one), ...(isLast(one) && { detail: t("used last") }) }),
  );
  const placeHolder = t("Image with a shell, such as busybox or alpine");
  const picked = await window.showQuickPick(items, { placeHolder });
  if (picked) await context.workspaceState.update(rememberedAs, picked.label);
  return picked?.label;
}
