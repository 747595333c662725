// The extensions of PHP that a composer.json asks for. Pure.
import type { Folder } from "./facts.ts";

/** What PHP's own images have. */
const THERE = new Set(
  "ctype curl date dom fileinfo filter hash iconv json libxml mbstring openssl pcre pdo pdo_sqlite phar posix random readline reflection session simplexml sodium spl sqlite3 tokenizer xml xmlreader xmlwriter zlib".split(
    " ",
  ),
);

/** The lines that install what is missing; empty where nothing is. */
export function phpExtensions({ read }: Folder): string {
  const wanted = [...read("composer.json").matchAll(/"ext-(\w+)"\s*:/g)].map(
    ([, name = ""]) => name,
  );
  const missing = [...new Set(wanted)].filter((name) => !THERE.has(name.toLowerCase())).sort();
  if (missing.length === 0) return "";
  return `COPY --from=mlocati/php-extension-installer:2 /usr/bin/install-php-extensions /usr/local/bin/
RUN install-php-extensions ${missing.join(" ")}
`;
}
