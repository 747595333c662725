// Why a container stopped, in words for people who meet an exit code for the first time.
import { clean } from "./errors.ts";
import { t } from "./text.ts";

/** The part of `State` in an inspection that tells about the end. */
export interface EndState {
  readonly Status?: string;
  readonly ExitCode?: number;
  readonly OOMKilled?: boolean;
  readonly Error?: string;
  readonly StartedAt?: string;
  readonly FinishedAt?: string;
  readonly Health?:
    | {
        readonly Status?: string;
        readonly Log?: readonly { ExitCode?: number; Output?: string }[] | null;
      }
    | undefined;
}

export interface Explanation {
  /** One sentence: what happened. */
  readonly what: string;
  /** What to do or to know next; may be empty. */
  readonly next: string;
  /** The engine's own words, or the last health check's output; cleaned; may be empty. */
  readonly said: string;
}

const soon = 3000;

/** What a container runs, as far as advice on it needs it. */
export interface Main {
  /** A reference by which the image can be run again. */
  readonly image: string;
  /** Entrypoint and command. */
  readonly command: readonly string[];
  readonly terminal: boolean;
}

/** Explains how a container ended; for one that runs, how its health is. */
export function explainExit(state: EndState, main?: Main): Explanation {
  const said = clean(state.Error ?? "", 500);
  if (state.Status === "running" || state.Status === "paused") return explainHealth(state);
  if (state.Status === "created")
    return {
      what: said ? t("The container could not be started.") : t("The container was never started."),
      next: said ? t("Correct what the engine says, and create it again.") : t("Start it."),
      said,
    };
  if (state.Status === "dead" || state.Status === "removing")
    return {
      what: t("Its removal was not completed."),
      next: t("Remove it again. If that fails, something on the engine's machine uses its files."),
      said,
    };
  if (state.OOMKilled)
    return {
      what: t("The kernel killed it: it used more memory than allowed."),
      next: t("Give it more memory (--memory), or make it use less."),
      said,
    };
  const code = state.ExitCode ?? 0;
  const { what, next } = code === 0 ? explainZero(state, main) : explainCode(code);
  return { what, next, said };
}

function explainCode(code: number): Pick<Explanation, "what" | "next"> {
  const known = codes[code];
  if (known) return { what: known[0](), next: known[1]() };
  if (code > 128 && code < 160)
    return {
      what: t("It was ended by signal {0} (exit code {1}).", code - 128, code),
      next: seeLog(),
    };
  return {
    what: t("Its main process ended with exit code {0}, which means an error of its own.", code),
    next: seeLog(),
  };
}

// A beginner's first riddle: a container whose command has nothing to do is over at once.
function explainZero({ StartedAt = "", FinishedAt = "" }: EndState, main?: Main) {
  const lived = Date.parse(FinishedAt) - Date.parse(StartedAt);
  if (lived >= 0 && lived < soon)
    return {
      what: t(
        "Its main process ended at once, without an error: a container lives only as long as its main process.",
      ),
      next: main
        ? howToKeep(main)
        : t("Give it a command that stays in the foreground, or run it with a terminal (-it)."),
    };
  return { what: t("Its main process ended without an error."), next: "" };
}

const shell = /^(?:.*\/)?(?:ba|da|a|k|z|fi)?sh$/;
const background =
  /(?:^|\s)(?:service\s+\S+\s+start|systemctl\s+start|\S+ctl\s+(?:-k\s+)?start)\b|&\s*$/;

function howToKeep({ image: reference, command, terminal }: Main): string {
  const image = clean(reference, 200);
  const [program = ""] = command;
  if (!terminal && command.length === 1 && shell.test(program))
    return t(
      "Its command is a shell ({0}), and a shell without a terminal has nothing to read. Run it with one: {1}",
      program,
      `docker run -it ${image}`,
    );
  if (background.test(command.join(" ")))
    return t(
      "Its command starts a service in the background and is done. Run the service itself in the foreground, as in: {0}",
      "nginx -g 'daemon off;'",
    );
  return t(
    "Its command ({0}) had finished its work. Give it one that stays in the foreground; to look around in the image: {1}",
    clean(command.join(" "), 100),
    `docker run -it --rm --entrypoint sh ${image}`,
  );
}

const seeLog = () => t("Look at its log for the reason.");

const codes: Record<number, [what: () => string, next: () => string]> = {
  1: [() => t("Its main process ended with a general error (exit code 1)."), seeLog],
  2: [
    () => t("Its main process was called incorrectly (exit code 2)."),
    () => t("Check the command and its arguments."),
  ],
  125: [
    () => t("The engine itself could not run it (exit code 125)."),
    () => t("Check the options it was created with."),
  ],
  126: [
    () => t("The command was found but could not be executed (exit code 126)."),
    () => t("Make the file executable, and check that it is built for this platform."),
  ],
  127: [
    () => t("The command was not found in the container (exit code 127)."),
    () => t("Check its spelling and PATH, and that the image contains it."),
  ],
  130: [() => t("It was interrupted with Ctrl+C (exit code 130)."), () => ""],
  134: [() => t("Its main process aborted itself (exit code 134)."), seeLog],
  137: [
    () =>
      t(
        "It was killed (SIGKILL, exit code 137): by someone, by a stop that took too long, or for memory.",
      ),
    () => t("If a stop did it, let the process react to SIGTERM; if memory did, give it more."),
  ],
  139: [
    () => t("Its main process crashed (segmentation fault, exit code 139)."),
    () => t("Check that the image is built for this platform, and look at its log."),
  ],
  143: [() => t("It was asked to stop, and did (SIGTERM, exit code 143)."), () => ""],
};

function explainHealth({ Health }: EndState): Explanation {
  const last = Health?.Log?.at(-1);
  const said = clean(last?.Output ?? "", 500);
  switch (Health?.Status) {
    case "unhealthy":
      return {
        what: t("It runs, but its health check fails."),
        next: t("Read the check's output, and run the check by hand in the container."),
        said,
      };
    case "starting":
      return { what: t("It runs; its health check has not passed yet."), next: "", said };
    case "healthy":
      return { what: t("It runs, and its health check passes."), next: "", said };
    default:
      return { what: t("It runs."), next: "", said: "" };
  }
}
