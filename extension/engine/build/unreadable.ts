// Why a file of the context did not come, in words that say what to do.
import { t } from "../text.ts";

/** The system's error as a person needs it; what is none of the file's is left as it is. */
export function explainUnreadable(cause: unknown): Error {
  if (!(cause instanceof Error)) return new Error(String(cause));
  const { code, path } = cause as NodeJS.ErrnoException;
  if (!path) return cause;
  if (code === "EACCES" || code === "EPERM")
    return new Error(
      t(
        "You have no permission to read {0}. If the image does not need it, add it to .dockerignore.",
        path,
      ),
      { cause },
    );
  if (code === "ENOENT")
    return new Error(t("{0} was removed during the build. Build again.", path), { cause });
  return cause;
}
