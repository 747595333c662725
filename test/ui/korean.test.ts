// The extension in a VS Code whose display language is Korean: views and rows, menus, problems and
// their fixes. VS Code's own texts stay English here: its language pack is in no package registry.
import { after, before, test } from "node:test";
import { busybox, cleanUp, engine, labels } from "../engine/engine.ts";
import { goToProblem, pickFix } from "./fix.ts";
import { closeMenus, menuEntry } from "./reveal.ts";
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

  const list = ui.view("컨테이너").locator(".monaco-list").first();
  await menuEntry(ui.row("컨테이너", "korean-web").first(), list, ["제거…"]);
  await ui.shot("menu");
  await closeMenus(ui.page);

  await goToProblem(ui.page, ui.editor, async (problem) => {
    await problem.filter({ hasText: "COPPY 명령어는 없습니다." }).waitFor();
    await ui.shot("problem");
  });
  await pickFix(ui.page, /COPY.*[가-힣]/);
  await ui.squiggles("error").first().waitFor({ state: "hidden" });
  await ui.shot("fixed");
  await ui.shows(/^COPY \. \.$/m);
});
