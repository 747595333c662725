// A folder of files in memory, as the Host of the server.
import type { Host } from "../../../language-server/host.ts";

export const folder = "file:///work/project/";

/** The Host over files by their path in {@link folder}. */
export function folderHost(
  files: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
  engine?: Partial<NonNullable<Host["engine"]>>,
): Host {
  const known = (uri: string) =>
    uri.startsWith(folder) ? files[decodeURIComponent(uri.slice(folder.length))] : undefined;
  const nothing = () => undefined;
  return {
    files: {
      read: (uri) => known(uri) ?? null,
      kind: (uri) => {
        if (known(uri) !== undefined) return "file";
        const inside = `${decodeURIComponent(uri.slice(folder.length)).replace(/\/$/, "")}/`;
        const is = inside === "/" || Object.keys(files).some((path) => path.startsWith(inside));
        return is ? "folder" : null;
      },
      list: () => Object.keys(files),
    },
    environment,
    folders: [folder],
    ...(engine && {
      engine: {
        images: nothing,
        imageFacts: nothing,
        builtImage: nothing,
        usedPorts: nothing,
        listeners: nothing,
        networks: nothing,
        volumes: nothing,
        serviceStates: nothing,
        ...engine,
      },
    }),
  };
}
