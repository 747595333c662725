// Command lines of a person's own, with places to be filled in. They become a program and its
// arguments, never a text for a shell: what an engine or a file says cannot turn into a command. Pure.
import { EngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";
import { words } from "../images/run-wish.ts";

/** A line of settings. */
export interface Template {
  readonly label: string;
  readonly template: string;
  /** A regular expression; none: it fits everything. */
  readonly match?: string;
  /** The kind of thing that it is for, where a setting holds several. */
  readonly on?: string;
}

/** A value, several words, or what gives it when a template asks for it. */
export type Place = string | readonly string[] | (() => Promise<string | readonly string[]>);
export type Places = Readonly<Record<string, Place>>;

/** What a setting says: one line, or several with labels. What is neither is passed over. */
export function templatesOf(setting: unknown): Template[] {
  const list = Array.isArray(setting) ? setting : [setting];
  return list.flatMap((one: unknown) => {
    const { template, label, match, on } =
      typeof one === "string"
        ? { template: one }
        : ((one ?? {}) as { readonly [key in keyof Template]?: unknown });
    if (typeof template !== "string" || !template.trim()) return [];
    return {
      template,
      label: typeof label === "string" && label ? label : template,
      ...(typeof match === "string" && match && { match }),
      ...(typeof on === "string" && { on }),
    };
  });
}

/** Those that fit what the thing is called. @throws EngineError `invalid` when `match` cannot be read */
export function fitting(templates: readonly Template[], names: readonly string[]): Template[] {
  return templates.filter(({ match }) => {
    if (!match) return true;
    const pattern = patternOf(match);
    return names.some((name) => pattern.test(name));
  });
}

function patternOf(match: string): RegExp {
  try {
    return new RegExp(match);
  } catch (error) {
    throw new EngineError("invalid", t("“{0}” is not a regular expression.", match), {
      cause: error,
    });
  }
}

const PLACE = /\$\{([^{}]*)\}/g;

/** Whether the line has this place. */
export const names = (template: string, place: string): boolean =>
  template.includes(`\${${place}}`);

/**
 * The program and its arguments. A word that is nothing but a place of several words becomes these
 * words. @throws EngineError `invalid` for a place that nobody knows, and for an empty line
 */
export async function filledIn(
  template: string,
  places: Places,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<[program: string, ...args: string[]]> {
  const known = new Map<string, string | readonly string[]>();
  for (const [, name = ""] of template.matchAll(PLACE))
    if (!known.has(name)) known.set(name, await wordsOf(name, places, environment));
  const argv = words(template).flatMap((word) => {
    const whole = /^\$\{([^{}]*)\}$/.exec(word)?.[1];
    const value = whole === undefined ? undefined : known.get(whole);
    if (value !== undefined && typeof value !== "string") return value;
    return word.replace(PLACE, (_, name: string) => [known.get(name) ?? ""].flat().join(" "));
  });
  const [program, ...args] = argv;
  if (!program) throw new EngineError("invalid", t("“{0}” does not name a program.", template));
  return [program, ...args];
}

async function wordsOf(
  name: string,
  places: Places,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | readonly string[]> {
  if (name.startsWith("env:")) return environment[name.slice(4)] ?? "";
  const place = Object.hasOwn(places, name) ? places[name] : undefined;
  const value = typeof place === "function" ? await place() : place;
  if (value === undefined)
    throw new EngineError("invalid", t("Nothing here is called {0}.", `\${${name}}`), {
      remedy: t("Available placeholders: {0}", Object.keys(places).map(written).join(", ")),
    });
  // A name of an engine's that looks like an option would be taken for one; VS Code fills in what
  // looks like a place of its own, and runs commands for it.
  const option = typeof value === "string" && value.startsWith("-");
  const unfit = option ? value : [value].flat().find((word) => word.includes("${"));
  if (unfit !== undefined)
    throw new EngineError("invalid", t("“{0}” cannot be used in a command line.", unfit));
  return value;
}

const written = (name: string) => `\${${name}}`;
