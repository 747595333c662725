// What volumes hold, as TAR streams: a container of any image that is there, never started, has them
// mounted, and the engine reads and writes its files. So it needs neither a shell nor a pull.
import { PassThrough, type Readable } from "node:stream";
import type { Engine } from "../engine.ts";
import { EngineError } from "../errors.ts";
import { readArchive, writeArchive } from "../streams/archive.ts";
import { t } from "../text.ts";
import * as containers from "./containers.ts";
import { inspect } from "./volumes.ts";

const from = "/from";
const into = "/into";

/** All that is in the volume, handed to `take` as a TAR stream. */
export function readVolume<T>(
  engine: Engine,
  name: string,
  take: (tar: Readable) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  return holding(engine, [`${name}:${from}:ro`], async (id) =>
    take(await readArchive(engine, id, `${from}/.`, signal)),
  );
}

/** Unpacks a TAR stream, opened when it is wanted, into the volume; files of the same names are replaced. */
export function fillVolume(
  engine: Engine,
  name: string,
  open: () => Readable,
  signal?: AbortSignal,
): Promise<void> {
  return holding(engine, [`${name}:${into}`], (id) =>
    writeArchive(engine, id, into, open(), signal),
  );
}

/** Copies all that is in one volume into another. */
export function copyVolume(
  engine: Engine,
  name: string,
  target: string,
  signal?: AbortSignal,
): Promise<void> {
  return holding(engine, [`${name}:${from}:ro`, `${target}:${into}`], async (id) => {
    const tar = new PassThrough();
    const source = await readArchive(engine, id, `${from}/.`, signal);
    source.on("error", (error) => tar.destroy(error)).pipe(tar);
    await writeArchive(engine, id, into, tar, signal);
  });
}

/** A container that has the volumes mounted while `act` runs. */
async function holding<T>(
  engine: Engine,
  binds: readonly string[],
  act: (id: string) => Promise<T>,
): Promise<T> {
  // To mount a volume that is not there would make it.
  for (const bind of binds) await inspect(engine, bind.split(":")[0] ?? "");
  const images = [...engine.model.images.values()].sort((a, b) => a.size - b.size);
  const [image] = images;
  if (!image)
    throw new EngineError(
      "invalid",
      t("The files of a volume are reached through an image, and there is no image yet."),
      {
        remedy: t("Pull any image, such as busybox."),
      },
    );
  const { Id } = await containers.create(engine, {
    Image: image.id,
    Cmd: ["true"],
    NetworkDisabled: true,
    HostConfig: { Binds: [...binds], NetworkMode: "none" },
  });
  try {
    return await act(Id);
  } finally {
    await containers.remove(engine, Id, { force: true });
  }
}
