// The person's ssh agent, lent to the steps of a build that ask for it.

/** Where the agent listens; undefined when none is known. */
export function sshAgent(): string | undefined {
  const usual = process.platform === "win32" ? "\\\\.\\pipe\\openssh-ssh-agent" : undefined;
  return process.env.SSH_AUTH_SOCK || usual;
}

/** The agent for each id that a Dockerfile's mounts may ask for. */
export function sshAgentsFor(ids: readonly string[]): Record<string, string> {
  const agent = sshAgent();
  return agent ? Object.fromEntries(ids.map((id) => [id, agent])) : {};
}
