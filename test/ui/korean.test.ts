// The extension in a VS Code whose display language is Korean: views and rows, menus, problems and
// their fixes. VS Code's own texts stay English here: its language pack is in no package registry.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { busybox, cleanUp, engine, labels } from "../engine/engine.ts";
import { pickFix } from "./fix.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

let ui: Workbench;

before(async () => {
  const body = { Image: busybox, Cmd: ["sleep", "10000"], StopTimeout: 0, Labels: labels };
  await engine("POST", "/containers/create?name=korean-web", body);
  await engine("POST", "/containers/korean-web/start");
  ui = await openWorkbench({ name: "korean", workspace: "samples", language: "ko" });
});

after(async () => {
  await ui?.close();
  await cleanUp();
});

test("a person who reads Korean finds Korean in the panel and in a Dockerfile", async () => {
  for (const view of ["프로젝트", "이미지", "컨테이너"]) await ui.openView(view);
  await ui.row("컨테이너", "korean-web").filter({ hasText: "실행 중" }).first().waitFor();
  await ui.openFile("mistakes/Dockerfile");
  await ui.squiggles("error").first().waitFor();
  await ui.shot("panel");

  await ui.row("컨테이너", "korean-web").first().click({ button: "right" });
  await ui.page.locator('.monaco-menu .action-label[aria-label="제거…"]').first().waitFor();
  await ui.shot("menu");
  await ui.page.keyboard.press("Escape");
  await ui.page.locator(".monaco-menu").first().waitFor({ state: "hidden" });

  await ui.editor.locator(".view-lines").click();
  await ui.page.keyboard.press("ControlOrMeta+Home");
  await ui.page.keyboard.press("F8");
  const problem = ui.page.locator(".marker-widget");
  await problem.filter({ hasText: "COPPY 명령어는 없습니다." }).waitFor();
  await ui.shot("problem");
  await ui.page.keyboard.press("Escape");
  await problem.waitFor({ state: "hidden" });
  await pickFix(ui.page, /COPY.*[가-힣]/);
  await ui.squiggles("error").first().waitFor({ state: "hidden" });
  await ui.shot("fixed");
  assert.match(await ui.text(), /^COPY \. \.$/m);
});
