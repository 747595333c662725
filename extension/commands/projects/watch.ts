// Follows a project's files by Compose; where the lock of an earlier watch is in the way, says so.
import { rm } from "node:fs/promises";
import { window } from "vscode";
import { t } from "../../engine/text.ts";
import { type Watcher, watcherOf } from "../../projects/watch-lock.ts";
import { plain } from "../../wording/format.ts";
import { sure } from "../ask.ts";
import type { Command, Services } from "../command.ts";
import { composeVerb } from "./lifecycle.ts";
import { asArguments, subjectOf } from "./target.ts";

const composeWatch = composeVerb({
  args: ({ services }) => ["watch", ...asArguments(services)],
});

/** The exit code after Ctrl+C. */
const interrupted = 130;

export const watch: Command = async (services, nodes, args) => {
  const subject = await subjectOf(services, nodes, args);
  if (!subject) return undefined;
  const code = await composeWatch(services, [], [subject]);
  const { name } = subject.project;
  const failed = code !== undefined && code !== 0 && code !== interrupted;
  const watcher = failed ? await watcherOf(name, process.env) : undefined;
  if (!watcher || !(await mayGo(services, plain(name), watcher))) return code;
  await rm(watcher.file, { force: true });
  return composeWatch(services, [], [subject]);
};

/** Whether the lock is to be removed; a watch that may be running is only told of. */
async function mayGo(
  services: Services,
  project: string,
  { file, pid, maybeCompose }: Watcher,
): Promise<boolean> {
  if (!maybeCompose)
    return sure(
      await services.engine(),
      t("Remove the lock of an earlier watch?"),
      t(
        "Compose does not watch {0}: its lock {1} names process {2}, which is not Compose. A watch that was cut off has left it behind.",
        project,
        file,
        pid,
      ),
      t("Remove and Watch"),
    );
  void window.showWarningMessage(
    t(
      "{0} is already being watched by process {1}. End that one first; if it is not Compose, delete the file {2}.",
      project,
      pid,
      file,
    ),
  );
  return false;
}
