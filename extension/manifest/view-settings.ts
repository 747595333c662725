// The settings that every list of objects has: what its rows are grouped and sorted by, and what they say.
import type { SettingEntry } from "./part.ts";

interface ListSettings {
  /** What a Korean sentence calls the objects, with the particle of an object: `이미지를`. */
  readonly ko: string;
  /** Each list begins with what holds when nothing is set, unless `groupedBy` says another. */
  readonly groupBy: readonly string[];
  readonly groupedBy?: string;
  readonly sortBy: readonly string[];
  /** What a row may say. */
  readonly fields: readonly string[];
  readonly label: readonly string[];
  readonly description: readonly string[];
}

/** The settings of one view; `view` is its name, and what English sentences call its objects. */
export function listSettings(
  view: string,
  { ko, groupBy, groupedBy = "none", sortBy, fields, label, description }: ListSettings,
): Record<`dockwright.${string}`, SettingEntry> {
  const words = { type: "array", schema: { items: { type: "string", enum: fields } } };
  return {
    [`dockwright.${view}.groupBy`]: {
      type: "string",
      enum: groupBy,
      default: groupedBy,
      description: { en: `What to group ${view} by.`, ko: `${ko} 무엇으로 묶을지 정합니다.` },
    },
    [`dockwright.${view}.sortBy`]: {
      type: "string",
      enum: sortBy,
      default: sortBy[0],
      description: { en: `What to sort ${view} by.`, ko: `${ko} 무엇으로 정렬할지 정합니다.` },
    },
    [`dockwright.${view}.label`]: {
      ...words,
      default: label,
      description: {
        en: `What the label of ${view} shows.`,
        ko: `${ko} 표시할 때 이름에 쓸 내용을 정합니다.`,
      },
    },
    [`dockwright.${view}.description`]: {
      ...words,
      default: description,
      description: {
        en: `What to show in grey after the label of ${view}.`,
        ko: `${ko} 표시할 때 이름 뒤에 회색으로 쓸 내용을 정합니다.`,
      },
    },
  };
}
