// From shell form to JSON form: the words of a simple command, or a shell that runs it.

/** What only a shell can do. */
const NEEDS_SHELL =
  /[&|;<>()$`*?[\]{}~"'\\#\n]|^\s*(?:cd|export|source|\.|exec|set|if|for|while)\b/;

/** Whether a command is a program with plain words. */
export function isPlain(command: string): boolean {
  return !NEEDS_SHELL.test(command);
}

export function toJson(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
}

/** A shell-form command in the JSON form. */
export function asJson(command: string): string {
  return toJson(isPlain(command) ? command.split(/\s+/) : ["/bin/sh", "-c", command]);
}
