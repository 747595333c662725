// Chromium for tests: the one that is installed, or Debian's.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { install, isDebianRoot } from "./debian.ts";

const places = [
  process.env.DOCKWRIGHT_CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** Nothing that runs beside the page: no networking of its own, no updates, no first run. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** The path of a Chromium; installs Debian's where that is possible. */
export function provideBrowser(): string {
  const found = () => places.find((path) => path && existsSync(path));
  if (!found() && isDebianRoot()) install(["chromium"], ["chromium"]);
  const path = found();
  if (!path) throw new Error("No Chromium is installed here; DOCKWRIGHT_CHROMIUM may name one.");
  return path;
}

/** Letters for pages in Korean; without them everything works, but pictures show boxes. */
function provideKoreanLetters(): void {
  const list = () => spawnSync("fc-list", [":lang=ko"], { encoding: "utf8" }).stdout;
  if (!isDebianRoot() || list()) return;
  try {
    install(["fonts-nanum", "fontconfig"], ["/usr/share/fonts/truetype/nanum/NanumGothic.ttf"]);
  } catch (error) {
    console.log(`Korean is drawn as boxes: ${error instanceof Error ? error.message : error}`);
  }
}

/** `language` is that of the pages it will show. */
export function startBrowser(language?: string): Promise<Browser> {
  if (language === "ko") provideKoreanLetters();
  return chromium.launch({ executablePath: provideBrowser(), args: quiet, timeout: 90_000 });
}
