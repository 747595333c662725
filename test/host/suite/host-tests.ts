/** Tests by name, run in VS Code's extension host. */
export type HostTests = Readonly<Record<string, () => Promise<void>>>;
