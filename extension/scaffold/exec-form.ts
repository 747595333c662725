/** A command as CMD takes it without a shell: `["node", "server.js"]`. */
export const execForm = (...words: (string | number)[]): string =>
  `[${words.map((word) => JSON.stringify(String(word))).join(", ")}]`;
