// Pictures for the documentation: WebP takes a third of what PNG takes.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { startBrowser } from "../browser.ts";

// For the page, so it may use nothing from here. Less than this quality shows at the edges of letters.
const toWebp = `async (png) => {
  const image = new Image();
  image.src = png;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", 0.65);
}`;

/** Writes every PNG of a folder as WebP into another one, in the place of what was there. */
export async function writeWebp(from: string, into: string): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const browser = await startBrowser();
  try {
    const page = await browser.newPage();
    for (const file of globSync(join(from, "*.png"))) {
      const png = `data:image/png;base64,${readFileSync(file).toString("base64")}`;
      const webp = (await page.evaluate(`(${toWebp})(${JSON.stringify(png)})`)) as string;
      const bytes = Buffer.from(webp.slice(webp.indexOf(",") + 1), "base64");
      writeFileSync(join(into, `${basename(file, ".png")}.webp`), bytes);
    }
  } finally {
    await browser.close();
  }
}
