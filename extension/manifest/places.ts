// Short ways to say where a command stands in the menus of the panel. Pure.
import type { KeyPlace, MenuPlace } from "./part.ts";

/** The rows of engines that can be asked: the one in use, and those that are unfolded. */
export const connected = "^engine\\.(used|.*\\.open\\b)";

/** Engines that are not in use show objects of every kind below their rows. */
export const withEngines = (view: string) => [view, "engines"];

/** In the context menu of the rows of views whose context value matches, and with `inline` as a button too. */
export function onRows(
  views: string | readonly string[],
  pattern: string,
  group: string,
  inline?: string,
): MenuPlace[] {
  const view =
    typeof views === "string"
      ? `view == dockwright.${views}`
      : `view =~ /^dockwright\\.(${views.join("|")})$/`;
  const when = `${view} && viewItem =~ /${pattern}/`;
  const menu = "view/item/context";
  return [{ menu, when, group }, ...(inline ? [{ menu, when, group: `inline@${inline}` }] : [])];
}

/** In the title of a view: a button in `navigation`, else in the menu behind the dots. */
export function inTitle(view: string, group: string, when = ""): MenuPlace {
  const and = when ? ` && ${when}` : "";
  return { menu: "view/title", when: `view == dockwright.${view}${and}`, group };
}

/**
 * A letter key while the view has the focus and its rows are not being searched. Its command is told
 * whose rows are meant, unless it is for none, and what else it has to know.
 */
export function letter(
  view: string,
  key: string,
  {
    forRows = true,
    ...more
  }: { readonly forRows?: boolean; readonly [told: string]: unknown } = {},
): KeyPlace {
  const when = `focusedView == dockwright.${view} && listFocus && !inputFocus && config.dockwright.keys.enabled`;
  const args = { ...(forRows && { rowsOf: view }), ...more };
  return { key, when, ...(Object.keys(args).length > 0 && { args }) };
}
