// A task `dockwright-compose` of tasks.json as Compose's arguments. Pure.
import { resolve } from "node:path";
import { type ComposeTarget, downArguments, plainUp, upArguments } from "./cli.ts";

/** As it stands in tasks.json; nothing in it is sure to be right. */
export interface ComposeTask {
  readonly command?: string;
  readonly files?: readonly string[];
  readonly projectDirectory?: string;
  readonly services?: readonly string[];
  readonly profiles?: readonly string[];
  readonly envFiles?: readonly string[];
  readonly projectName?: string;
  readonly detach?: boolean;
  readonly build?: boolean;
  readonly removeVolumes?: boolean;
  /** What stands at the end: a one-off run's command, further options. */
  readonly args?: readonly string[];
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];

/** What Compose is called on; paths start at the workspace folder. */
export function taskTarget(task: ComposeTask, folder: string): ComposeTarget {
  const paths = (list: unknown) => texts(list).map((path) => resolve(folder, path));
  return {
    folder,
    files: paths(task.files),
    ...(task.projectDirectory && { projectFolder: resolve(folder, task.projectDirectory) }),
    ...(task.projectName && { name: task.projectName }),
    profiles: texts(task.profiles),
    environmentFiles: paths(task.envFiles),
  };
}

/** The verb and what follows it. */
export function taskArguments(task: ComposeTask): string[] {
  const services = texts(task.services);
  const rest = texts(task.args);
  switch (task.command) {
    case "down":
      return [
        ...downArguments({ volumes: task.removeVolumes ?? false, images: false, orphans: false }),
        ...rest,
      ];
    case "run":
      return ["run", "--rm", ...services, ...rest];
    case "build":
    case "watch":
      return [task.command, ...services, ...rest];
    default: {
      const choice = { ...plainUp, detach: task.detach ?? true, build: task.build ?? false };
      return [...upArguments(choice), ...rest, ...services];
    }
  }
}
