// Pictures of every view to look at, with no, few and many containers, in a theme and a language:
// `node scripts/look.ts [light|dark|contrast] [en|ko] [height]` writes test/ui/screenshots/look-….

import { openWorkbench } from "../test/ui/workbench.ts";
import { provideVsix } from "./editor.ts";
import { startEngine } from "./engine.ts";
import { api, until } from "./engine-api.ts";
import { busyboxImage } from "./engine-images.ts";

const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  contrast: "Default High Contrast",
};
const [theme = "dark", language = "en", height = "1500"] = process.argv.slice(2) as [
  keyof typeof themes,
  string,
  string,
];
provideVsix();
const own = await startEngine(`look-${theme}`);
const ui = await openWorkbench({
  name: `look-${theme}-${language}`,
  workspace: "samples",
  engine: `unix://${own.socket}`,
  size: { width: 1280, height: Number(height) },
  language,
  settings: { "workbench.colorTheme": themes[theme] },
});
const titles =
  language === "ko"
    ? ["컨테이너", "프로젝트", "이미지", "볼륨", "네트워크", "엔진"]
    : ["Containers", "Projects", "Images", "Volumes", "Networks", "Engines"];
const [containers = ""] = titles;

async function post(path: string, body: object = {}): Promise<string> {
  const reply = await api(own.socket, "POST", path, body);
  if (reply.status >= 400) throw new Error(`${path}: ${reply.body}`);
  return reply.body ? (JSON.parse(reply.body) as { Id: string }).Id : "";
}

async function run(name: string, more: object = {}, start = true): Promise<string> {
  const body = { Image: busyboxImage, Cmd: ["sleep", "600"], ...more };
  const id = await post(`/containers/create?name=${name}`, body);
  if (start) await post(`/containers/${id}/start`);
  return id;
}

try {
  for (const title of titles) await ui.openView(title);
  await ui.openFile("mistakes/Dockerfile");
  await ui.squiggles("error").first().waitFor();
  await ui.shot("none");
  await run("web-server", {
    HostConfig: { PortBindings: { "80/tcp": [{ HostPort: "8080" }] }, Binds: ["data:/data"] },
    ExposedPorts: { "80/tcp": {} },
  });
  await run("failing-job", { Cmd: ["sh", "-c", "exit 3"] });
  await post(`/containers/${await run("paused-one")}/pause`);
  const labels = { "com.docker.compose.project": "shop", "com.docker.compose.service": "db" };
  await run("shop-db-1", { Labels: labels });
  await ui.row(containers, "failing-job").waitFor();
  await ui.row(containers, "web-server").click();
  await until("details", async () => (await ui.row(containers, "8080").count()) > 0);
  await ui.row(containers, "web-server").hover();
  await until("the project", async () => (await ui.row(titles[1] ?? "", "shop").count()) > 0);
  await ui
    .view(containers)
    .locator(".monaco-progress-container.done")
    .waitFor({ state: "attached" });
  await ui.shot("few");
  await ui.page.keyboard.press("F1");
  await ui.shot("palette");
  await ui.page.keyboard.press("Escape");
  await ui.row(containers, "web-server").first().click({ button: "right" });
  await ui.page.locator(".monaco-menu").first().waitFor();
  await ui.shot("menu");
  await ui.page.keyboard.press("Escape");
  for (let i = 0; i < 200; i++) await run(`bulk-with-a-rather-long-name-${i}`, {}, false);
  await ui.row(containers, "bulk-with-a-rather-long-name-1").first().waitFor();
  await ui.shot("many");
} finally {
  await ui.close();
  await own.stop();
}
