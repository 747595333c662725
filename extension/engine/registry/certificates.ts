// The certificates that Docker and Podman keep for registries: authorities of a company's own, and
// who is asking. What stands in their folders counts here, too. Asks nobody.
// https://docs.docker.com/engine/security/certificates/
import { readdir, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { rootCertificates } from "node:tls";

/** As Node takes them for a connection; empty where a registry has none of its own. */
export interface Certificates {
  readonly ca?: string[];
  readonly cert?: string;
  readonly key?: string;
}

/** Where engines look, for all users and for this one; each holds a folder for each registry. */
function places({ ProgramData, HOME }: NodeJS.ProcessEnv): string[] {
  if (process.platform === "win32") return [join(ProgramData ?? "C:\\ProgramData", "docker")];
  const home = HOME || homedir();
  return [
    "/etc/docker",
    "/etc/containers",
    join(home, ".config/docker"),
    join(home, ".config/containers"),
    join(home, ".docker"),
  ];
}

/** What is kept for a registry, `registry.example.com:5000`. Files that cannot be read count as none. */
export async function certificatesOf(host: string, env = process.env): Promise<Certificates> {
  // A folder of Windows cannot have a colon in its name.
  const name = process.platform === "win32" ? host.replace(":", "") : host;
  const folders = places(env).map((place) => join(place, "certs.d", name));
  const found = await Promise.all(folders.map(filesOf));
  const files = new Map(found.flat());
  const authorities = [...files].filter(([path]) => path.endsWith(".crt")).map(([, text]) => text);
  const [own, cert] = [...files].find(([path]) => path.endsWith(".cert")) ?? [];
  const key = own && files.get(own.replace(/\.cert$/, ".key"));
  return {
    // Node takes these in the place of those that everybody knows.
    ...(authorities.length > 0 && { ca: [...rootCertificates, ...authorities] }),
    ...(cert && key && { cert, key }),
  };
}

/** The certificates and keys of a folder, by their paths. */
async function filesOf(folder: string): Promise<[path: string, text: string][]> {
  const names = await readdir(folder).catch(() => []);
  const read = names
    .filter((name) => /\.(crt|cert|key)$/.test(name))
    .sort()
    .map(async (name): Promise<[string, string][]> => {
      const text = await readFile(join(folder, name), "utf8").catch(() => "");
      return text ? [[join(folder, name), text]] : [];
    });
  return (await Promise.all(read)).flat();
}
