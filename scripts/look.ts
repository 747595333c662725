// Pictures of the panel to look at, in every theme and language, for eyes and for the documentation:
// `node scripts/look.ts [light|dark|contrast …] [en|ko …]` writes test/ui/screenshots/look/; those of
// all themes and languages also stand in docs/images/panel/ then.
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { provideVsix } from "./editor.ts";
import { makeBed } from "./look/bed.ts";
import { furnish, passing } from "./look/scenes.ts";
import { writeWebp } from "./look/webp.ts";
import { allLanguages, allThemes, LookWindow, pictures } from "./look/window.ts";

const wished = process.argv.slice(2);
const of = <T extends string>(all: readonly T[]): readonly T[] => {
  const some = all.filter((one) => wished.includes(one));
  return some.length > 0 ? some : all;
};

provideVsix();
rmSync(pictures, { recursive: true, force: true });
const bed = await makeBed("look");
try {
  for (const language of of(allLanguages)) {
    const look = await LookWindow.open(bed, language);
    try {
      await furnish(look, bed);
      for (const theme of of(allThemes)) {
        await look.show(theme);
        await look.whole("panel");
        for (const scene of passing) await scene(look);
      }
    } catch (error) {
      console.log(await look.ui.tell());
      throw error;
    } finally {
      await look.ui.close();
    }
  }
} finally {
  await bed.end();
}
if (wished.length === 0) await writeWebp(pictures, resolve("docs/images/panel"));
