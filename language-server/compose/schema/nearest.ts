// Finds the known word that a mistyped one was meant to be. Pure text.

/** Edits from one word to the other; two neighbours swapped count as one. Stops beyond `most`. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const cost = Math.min(get(last, j) + 1, get(row, j - 1) + 1, get(last, j - 1) + same);
      row.push(swapped(a, b, i, j) ? Math.min(cost, get(beforeLast, j - 2) + 1) : cost);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return get(last, b.length);
}

function get(row: readonly number[], index: number): number {
  return row[index] ?? 0;
}

function swapped(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}

/** What other tools and people call a key. */
const otherwise: Readonly<Record<string, string>> = {
  cmd: "command",
  env: "environment",
  envs: "environment",
  workdir: "working_dir",
  cwd: "working_dir",
  memory: "mem_limit",
  cpu: "cpus",
  mounts: "volumes",
  needs: "depends_on",
  requires: "depends_on",
  hosts: "extra_hosts",
  health: "healthcheck",
  net: "network_mode",
};

/** The known words near to a mistyped one, the nearest first. */
export function nearest(word: string, known: Iterable<string>): readonly string[] {
  const meant = Object.hasOwn(otherwise, word) ? otherwise[word] : undefined;
  const names = [...known];
  return meant !== undefined && names.includes(meant) ? [meant] : alike(word, names);
}

function alike(word: string, known: readonly string[]): readonly string[] {
  const most = Math.max(1, Math.min(3, Math.floor(word.length / 3)));
  const plain = normal(word);
  const found: { name: string; cost: number }[] = [];
  for (const name of known) {
    const cost =
      normal(name) === plain ? 0 : distance(word.toLowerCase(), name.toLowerCase(), most);
    const part =
      word.length > 3 && (name.startsWith(word) || word.startsWith(name)) && name.length > 3;
    if (cost <= most) found.push({ name, cost });
    else if (part) found.push({ name, cost: most + 1 });
  }
  return found
    .sort((a, b) => a.cost - b.cost || a.name.length - b.name.length)
    .map(({ name }) => name);
}

/** Case, dashes and the plural say nothing: `dependsOn` is `depends_on`. */
function normal(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/s$/, "");
}

/** What holds the text comes first, such as service_healthy for healthy. */
export function byLikeness(text: string, names: readonly unknown[]): readonly unknown[] {
  const near = nearest(text, names.map(String));
  const rank = (name: unknown) =>
    String(name).includes(text) ? 0 : near.includes(String(name)) ? 1 : 2;
  return [...names].sort((a, b) => rank(a) - rank(b));
}
