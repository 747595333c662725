// What Gradle's files tell: which module the program is, and whether it is one jar or a start script with jars. Pure.
import { execForm } from "./exec-form.ts";
import type { Details, Folder } from "./facts.ts";
import { gradleInstalled } from "./template-parts.ts";
import { javaVersion } from "./versions.ts";

const textOf = ({ read }: Folder, name: string): string =>
  [read(`${name}.gradle`), read(`${name}.gradle.kts`)].join("\n");

/** `gradle init` puts the program into a module; its folder with a slash, empty where there is none. */
const moduleOf = ({ files, below }: Folder): string =>
  !files.some((file) => /^build\.gradle/.test(file)) &&
  below.some((file) => /^app\/build\.gradle/.test(file))
    ? "app/"
    : "";

const buildOf = (folder: Folder): string => textOf(folder, `${moduleOf(folder)}build`);

/** The plugin `application` makes a start script, and its jar lacks what it needs; Spring Boot packs all into one. */
const isInstalled = (folder: Folder): boolean => {
  const text = buildOf(folder);
  return /\bapplication\b/.test(text) && !/springframework\.boot/.test(text);
};

/** Its jar, or the folder of its start script. */
export function gradleEntry(folder: Folder): string | undefined {
  if (buildOf(folder).trim() === "" && textOf(folder, "settings").trim() !== "") return undefined;
  const kind = isInstalled(folder) ? "build/install" : "build/libs/*.jar";
  return moduleOf(folder) + kind;
}

/** What stands in the places of the template, and another template for a start script. */
export function gradleDetails(folder: Folder): Details {
  const libs = `${moduleOf(folder)}build/libs`;
  const java = javaVersion(buildOf(folder));
  // The first that runs on the newer one.
  const images = { java: String(java), gradle: java > 21 ? "9.2" : "8.14" };
  if (!isInstalled(folder)) return { ...images, libs };
  const said = /rootProject\.name\s*=\s*["']([^"']+)["']/.exec(textOf(folder, "settings"))?.[1];
  const name = moduleOf(folder).slice(0, -1) || said || folder.name;
  return {
    ...images,
    dockerfile: gradleInstalled,
    program: name,
    command: execForm(`/app/bin/${name}`),
  };
}
