// What is still being done for terminals that have gone. A window that closes takes its extensions
// along, but waits some seconds for those that ask for it.

const pending = new Set<Promise<unknown>>();

/** Sees to it that this is done, as far as the window allows. What fails has nobody who could be told. */
export function seeThrough(work: Promise<unknown>): void {
  const done = work.catch(() => {}).finally(() => pending.delete(done));
  pending.add(done);
}

export async function whenSeenThrough(): Promise<void> {
  await Promise.all(pending);
}
