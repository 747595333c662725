// When documents are checked. A check runs at once while it is cheap and waits for a pause when it
// is not; only the newest version is ever checked.
import type { Connection } from "./connection.ts";
import type { Documents, OpenDocument, Parsed } from "./documents.ts";
import { glancing } from "./glance.ts";
import type { Host } from "./host.ts";
import type { FeatureContext } from "./language.ts";
import type { Finding } from "./lint/rule.ts";
import { publication } from "./to-diagnostic.ts";

/** Milliseconds of a check below which it follows each keystroke. */
const cheap = 15;
/** The longest pause that is waited for, in milliseconds. */
const longestPause = 400;

interface Checked {
  readonly version: number;
  readonly findings: readonly Finding[];
}

interface Waiting {
  readonly cancel: () => void;
}

export interface DiagnosticsOptions {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly context: (uri: string) => FeatureContext;
  /** Until it is true nothing is checked: the settings are not known yet. */
  readonly ready: () => boolean;
}

export class Diagnostics {
  readonly #options: DiagnosticsOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #checked = new Map<string, Checked>();
  /** Something outside of them has changed since their last check: nothing may be taken over. */
  readonly #outside = new Set<string>();
  /** Files that were checked without being opened. */
  readonly #closed = new Set<string>();
  /** What the last two checks of a document took, in milliseconds; not the one at its opening. */
  readonly #costs = new Map<string, readonly [last: number, before: number]>();
  /** What was seen beside the document that was checked last; its next edit need not look again at once. */
  #glanced: { readonly uri: string; readonly host: Host } | undefined;

  constructor(options: DiagnosticsOptions) {
    this.#options = options;
  }

  /** Checks a document soon; asking again before that costs nothing. */
  schedule(uri: string): void {
    this.#checked.delete(uri);
    this.#waiting.get(uri)?.cancel();
    // One that was dear alone, as the first after a start is, says nothing of the next.
    const cost = Math.min(...(this.#costs.get(uri) ?? [0]));
    this.#waiting.set(
      uri,
      later(() => this.#run(uri), cost < cheap ? 0 : Math.min(2 * cost, longestPause)),
    );
  }

  scheduleAll(): void {
    for (const { uri } of this.#options.documents.all()) this.#scheduleAnew(uri);
  }

  /** Those documents only whose findings another file may change. */
  scheduleDependents(changed: string): void {
    for (const { uri, language } of this.#options.documents.all())
      if (uri !== changed && language.dependsOn?.(uri, changed) !== false) this.#scheduleAnew(uri);
  }

  #scheduleAnew(uri: string): void {
    this.#outside.add(uri);
    this.schedule(uri);
  }

  /** Findings of the present version, from the last check or a new one. */
  findings(document: OpenDocument): readonly Finding[] {
    const known = this.#checked.get(document.uri);
    if (known?.version === document.version) return known.findings;
    return this.#check(document, document.parse());
  }

  /** Checks files that nobody has opened, a few at a time; gives how many there were. */
  async checkClosed(uris: readonly string[], read: (uri: string) => string | null | undefined) {
    for (const uri of this.#closed) if (!uris.includes(uri)) this.recheckClosed(uri, () => null);
    this.#closed.clear();
    let checked = 0;
    for (const uri of uris) {
      if (this.#options.documents.get(uri)) checked++;
      else if (this.#checkClosed(uri, read(uri))) checked++;
      await new Promise(setImmediate);
    }
    return checked;
  }

  /** A file of the last such check is checked again; one that is gone has no findings any more. */
  recheckClosed(uri: string, read: (uri: string) => string | null | undefined): void {
    if (this.#closed.has(uri) && !this.#options.documents.get(uri))
      this.#checkClosed(uri, read(uri));
  }

  #checkClosed(uri: string, text: string | null | undefined): boolean {
    const document =
      typeof text === "string" ? this.#options.documents.make(uri, "", 0, text) : undefined;
    const parsed = document?.parse();
    const findings = document && parsed ? this.#check(document, parsed) : [];
    this.#checked.delete(uri);
    this.#closed.add(uri);
    this.#publish(uri, findings, parsed);
    return document !== undefined;
  }

  close(uri: string): void {
    this.#waiting.get(uri)?.cancel();
    this.#waiting.delete(uri);
    this.#checked.delete(uri);
    this.#costs.delete(uri);
    this.#outside.delete(uri);
    this.#glanced = undefined;
    this.#publish(uri, []);
  }

  dispose(): void {
    for (const { cancel } of this.#waiting.values()) cancel();
    this.#waiting.clear();
  }

  #run(uri: string): void {
    this.#waiting.delete(uri);
    const document = this.#options.documents.get(uri);
    if (!document || !this.#options.ready()) return;
    const started = performance.now();
    const parsed = document.parse();
    const findings = this.#check(document, parsed);
    const before = this.#costs.get(uri)?.[0];
    this.#costs.set(uri, before === undefined ? [0, 0] : [performance.now() - started, before]);
    this.#publish(uri, findings, parsed, parsed.version);
  }

  #publish(uri: string, findings: readonly Finding[], parsed?: Parsed, version?: number): void {
    this.#options.connection.publish(publication(uri, version, findings, parsed?.lines));
  }

  #check(document: OpenDocument, { tree, version }: Parsed): readonly Finding[] {
    const { uri } = document;
    const anew = this.#outside.delete(uri);
    const known = this.#options.context(uri);
    if (anew || this.#glanced?.uri !== uri) this.#glanced = { uri, host: glancing(known.host) };
    const context = { ...known, host: this.#glanced.host, anew };
    let findings: readonly Finding[] = [];
    if (context.settings.lint?.enabled !== false)
      try {
        findings = document.language.lint(tree, context);
      } catch (error) {
        this.#options.connection.logError(
          `lint ${document.uri}: ${String((error as Error).stack)}`,
        );
      }
    this.#checked.set(document.uri, { version, findings });
    return findings;
  }
}

/** Runs after the messages that have already come, or after a pause. */
function later(action: () => void, pause: number): Waiting {
  if (pause === 0) {
    const handle = setImmediate(action);
    return { cancel: () => clearImmediate(handle) };
  }
  const handle = setTimeout(action, pause);
  return { cancel: () => clearTimeout(handle) };
}
