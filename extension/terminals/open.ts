// Opens terminals: one per key, named, shown again instead of made again while it lives.
import {
  type ExtensionTerminalOptions,
  type Pseudoterminal,
  type Terminal,
  ThemeIcon,
  window,
} from "vscode";

const open = new Map<string, Terminal>();

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
  readonly make: () => ReusableTerminal;
}

/** Shows the terminal of the key, made where there is none that lives. */
export function openTerminal({ key, name, icon, make }: TerminalWish): Terminal {
  const known = open.get(key);
  if (known && known.exitStatus === undefined) {
    known.show();
    const { pty } = known.creationOptions as ExtensionTerminalOptions;
    (pty as ReusableTerminal).shownAgain?.();
    return known;
  }
  const terminal = window.createTerminal({ name, pty: make(), iconPath: new ThemeIcon(icon) });
  open.set(key, terminal);
  const watch = window.onDidCloseTerminal((closed) => {
    if (closed !== terminal) return;
    watch.dispose();
    if (open.get(key) === terminal) open.delete(key);
  });
  terminal.show();
  return terminal;
}
