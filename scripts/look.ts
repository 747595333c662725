// Pictures of the panel to look at, in every theme and language, for eyes and for the documentation:
// `node scripts/look.ts [light|dark|contrast …] [en|ko …] [panel|states]` writes
// test/ui/screenshots/look/; all of them also stand in docs/images/panel/ then.
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { provideVsix } from "./editor.ts";
import { type Bed, makeBed } from "./look/bed.ts";
import { furnish, passing } from "./look/scenes.ts";
import { inEachState } from "./look/states.ts";
import { writeWebp } from "./look/webp.ts";
import { allLanguages, allThemes, type Language, LookWindow, pictures } from "./look/window.ts";

const wished = process.argv.slice(2);
const of = <T extends string>(all: readonly T[]): readonly T[] => {
  const some = all.filter((one) => wished.includes(one));
  return some.length > 0 ? some : all;
};

type Begin = (look: LookWindow) => Promise<unknown>;

/** Opens a window, and shows it in every theme. */
async function inWindow(
  language: Language,
  options: Parameters<typeof LookWindow.open>[1],
  begin: Begin,
  show: Begin,
): Promise<void> {
  const look = await LookWindow.open(language, options);
  try {
    await begin(look);
    for (const theme of of(allThemes)) {
      await look.show(theme);
      await show(look);
    }
  } catch (error) {
    console.log(await look.ui.tell());
    throw error;
  } finally {
    await look.ui.close();
  }
}

const parts = {
  async panel(bed: Bed): Promise<void> {
    for (const language of of(allLanguages))
      await inWindow(
        language,
        { env: bed.env },
        (look) => furnish(look, bed),
        async (look) => {
          await look.whole("panel");
          for (const scene of passing) await scene(look);
        },
      );
  },
  async states(bed: Bed): Promise<void> {
    await inEachState(bed, async ({ options, begin, show }) => {
      for (const language of of(allLanguages)) await inWindow(language, options, begin, show);
    });
  },
};

provideVsix();
rmSync(pictures, { recursive: true, force: true });
const bed = await makeBed("look");
try {
  for (const part of of(Object.keys(parts) as (keyof typeof parts)[])) await parts[part](bed);
} finally {
  await bed.end();
}
if (wished.length === 0) await writeWebp(pictures, resolve("docs/images/panel"));
