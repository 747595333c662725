// Opens terminals: one per key, named, shown again instead of made again while it lives.
import {
  type ExtensionTerminalOptions,
  type Pseudoterminal,
  type Terminal,
  TerminalExitReason,
  ThemeIcon,
  window,
} from "vscode";
import { Emitter } from "../engine/disposable.ts";
import { showEquivalent } from "../log.ts";

interface Open {
  readonly terminal: Terminal;
  again?: Reopened;
  /** True: what was in it has ended, or the person has left it. */
  isLeft?: boolean;
}

const open = new Map<string, Open>();
const changed = new Emitter<readonly Reopened[]>();

/** Told when terminals come or go: those that can be opened again after a reload. */
export const onDidChangeOpen = changed.event;

/** What is needed to open a terminal on containers again. */
export interface Reopened {
  readonly kind: "logs" | "attach" | "run";
  readonly title: string;
  /** The address of their engine. */
  readonly engine: string;
  /** Ids. */
  readonly containers: readonly string[];
  /** The Compose project that they are, with the services that are meant. */
  readonly project?: { readonly name: string; readonly services: readonly string[] };
}

export interface ShowOptions {
  /** Leaves the focus where it is. */
  readonly quietly?: boolean;
}

/** A terminal whose process may have ended while its tab lives on. */
export interface ReusableTerminal extends Pseudoterminal {
  /** Somebody asked for it again: what has ended begins once more. */
  shownAgain?(): void;
}

export interface TerminalWish {
  /** The same key means the same terminal. */
  readonly key: string;
  readonly name: string;
  /** A codicon. */
  readonly icon: string;
  /** The docker lines that equal it. */
  readonly lines: readonly string[];
  readonly make: () => ReusableTerminal;
  readonly again?: Reopened;
  /** The person has closed it while it was in use: not the window, and not its process. */
  readonly onClosedByPerson?: () => void;
}

/** Shows the terminal of the key, made where there is none that lives. */
export function openTerminal(
  { key, name, icon, lines, make, again, onClosedByPerson }: TerminalWish,
  { quietly = false }: ShowOptions = {},
): Terminal {
  // What opens quietly is opened again after a reload: nobody has asked for it now.
  if (!quietly) for (const line of lines) showEquivalent(line);
  const known = open.get(key)?.terminal;
  if (known && known.exitStatus === undefined) {
    known.show(quietly);
    const { pty } = known.creationOptions as ExtensionTerminalOptions;
    (pty as ReusableTerminal).shownAgain?.();
    return known;
  }
  const terminal = window.createTerminal({ name, pty: make(), iconPath: new ThemeIcon(icon) });
  const opened: Open = { terminal, ...(again && { again }) };
  open.set(key, opened);
  const watch = window.onDidCloseTerminal((closed) => {
    if (closed !== terminal) return;
    watch.dispose();
    if (open.get(key)?.terminal === terminal) open.delete(key);
    // The end of the window is no wish to be rid of the terminal.
    const reason = closed.exitStatus?.reason;
    if (reason !== TerminalExitReason.Shutdown) tellOpen();
    if (reason === TerminalExitReason.User && !opened.isLeft) onClosedByPerson?.();
  });
  tellOpen();
  terminal.show(quietly);
  return terminal;
}

/** Says whether somebody is still in the terminal: one that has been left is not opened after a reload. */
export function tellLeft(key: string, isLeft: boolean): void {
  const known = open.get(key);
  if (!known || (known.isLeft ?? false) === isLeft) return;
  known.isLeft = isLeft;
  tellOpen();
}

/** Says how to open it after a reload, where that is known only when its process is there. */
export function tellAgain(key: string, again: Reopened): void {
  const known = open.get(key);
  if (!known) return;
  known.again = again;
  tellOpen();
}

function tellOpen(): void {
  const wanted = [...open.values()].filter(({ isLeft }) => !isLeft);
  changed.fire(wanted.flatMap(({ again }) => again ?? []));
}

/** Whether a key closes a terminal whose work has ended: those that move about in it do not. */
export function closesEnded(data: string): boolean {
  return data === "\x1b" || !data.startsWith("\x1b");
}
