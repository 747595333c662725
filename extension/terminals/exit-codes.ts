// What exit codes mean, in words. Knows no terminal.
import { remedyOf } from "../engine/remedies.ts";
import { t } from "../engine/text.ts";

const words: Readonly<Record<number, () => string>> = {
  1: () => t("the program ended with an error"),
  2: () => t("the program was called incorrectly"),
  125: () => t("the engine could not run the container"),
  126: () => t("the command was found but cannot be executed"),
  127: () => t("the command was not found in the container"),
  129: () => t("its terminal was closed (SIGHUP)"),
  130: () => t("it was interrupted by Ctrl+C (SIGINT)"),
  131: () => t("it was told to quit (SIGQUIT)"),
  132: () =>
    t("it ran an illegal instruction (SIGILL): perhaps the image is for another processor"),
  134: () => t("it aborted itself (SIGABRT)"),
  135: () => t("it crashed on a bus error (SIGBUS)"),
  136: () => t("it crashed on an arithmetic error (SIGFPE)"),
  137: () => t("it was killed (SIGKILL): by a stop that took too long, or because memory ran out"),
  139: () => t("it crashed on a memory access (SIGSEGV)"),
  141: () => t("it wrote to a closed pipe (SIGPIPE)"),
  143: () => t("it was asked to end (SIGTERM), as by a stop"),
};

/** One phrase for an exit code, undefined where it says nothing of itself. */
export function explainExitCode(code: number): string | undefined {
  return (
    words[code]?.() ??
    (code > 128 && code < 193 ? t("it was ended by signal {0}", code - 128) : undefined)
  );
}

/** Of a process that was killed, also by the kernel for want of memory. */
export const KILLED = 137;

export function outOfMemoryText(): string {
  const meaning = t("it was killed because it used more memory than allowed (--memory)");
  return t("Exit code {0}: {1}", KILLED, meaning);
}

/** How engines begin when they could not run a command; which code they give then says little. */
const REFUSED = /^\s*(?:OCI runtime exec failed|unable to find user|Error: \w+: exec failed)/;

/** “Exit code 137: it was killed …”. `said` is all that came before it, if that is not much. */
export function exitCodeText(code: number, said = ""): string {
  const refused = REFUSED.test(said) ? remedyOf(said) : undefined;
  const meaning = refused ?? explainExitCode(code);
  return meaning ? t("Exit code {0}: {1}", code, meaning) : t("Exit code {0}", code);
}
