// Folders that a compiled program reads while it runs. Pure.
import type { Folder } from "./facts.ts";

const USUAL = ["assets", "config", "migrations", "public", "static", "templates", "views", "web"];

/** The lines that put them beside the program; empty where there are none. */
export const resourcesOf = ({ files }: Folder): string =>
  USUAL.filter((name) => files.includes(name))
    .map((name) => `COPY --from=build /src/${name} ./${name}\n`)
    .join("");
