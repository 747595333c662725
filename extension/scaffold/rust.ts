// What Cargo's files tell: the program's name, and whether it needs OpenSSL. Pure.
import type { Details, Folder } from "./facts.ts";
import { resourcesOf } from "./resources.ts";

/** The program that a package makes; nothing where it makes several, or the folder is a workspace. */
export function rustEntry({ read }: Folder): string | undefined {
  const text = read("Cargo.toml");
  const chosen = /^default-run\s*=\s*"([\w-]+)"/m.exec(text)?.[1];
  const programs = [...text.matchAll(/^\[\[bin\]\][^[]*?^name\s*=\s*"([\w-]+)"/gms)];
  const named = programs.length > 0 ? programs : [...text.matchAll(PACKAGE)];
  return chosen ?? (named.length === 1 ? named[0]?.[1] : undefined);
}

const PACKAGE = /^\[package\][^[]*?^name\s*=\s*"([\w-]+)"/gms;

/** What stands in the places of the template. */
export function rustDetails(folder: Folder): Details {
  const lock = folder.read("Cargo.lock");
  const needsOpenssl = /^name = "openssl-sys"$/m.test(lock);
  return {
    // The slim image has no headers of OpenSSL.
    rust: needsOpenssl ? "1.89-bookworm" : "1.89-slim-bookworm",
    libraries: needsOpenssl
      ? "COPY --from=build /usr/lib/*/libssl.so.3 /usr/lib/*/libcrypto.so.3 /usr/lib/\n"
      : "",
    resources: resourcesOf(folder),
  };
}
