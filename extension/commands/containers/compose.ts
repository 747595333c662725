// From running containers back to a Compose file.
import { env, window, workspace } from "vscode";
import { path } from "../../engine/connection/http.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Container } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import * as containers from "../../engine/verbs/containers.ts";
import { mapOf, type Raw } from "../../projects/definition.ts";
import type { ServiceSource } from "../../projects/from-container.ts";
import type { CommandTable } from "../command.ts";
import { on } from "../targets.ts";

async function sourceOf(engine: Engine, { id }: Container): Promise<ServiceSource> {
  const container = (await containers.inspect(engine, id)) as unknown as Raw;
  const image = await engine
    .request<Raw>({ path: path`/images/${String(container.Image)}/json` })
    // Removed by force: then the service says everything itself.
    .catch((): Raw => ({}));
  return { container, imageConfig: mapOf(image.Config) };
}

const sources = (engine: Engine, all: readonly Container[]) =>
  Promise.all(all.map((one) => sourceOf(engine, one)));

export const composeCommands: CommandTable = {
  "dockwright.containers.copyAsComposeService": on("container", {}, async (engine, all) => {
    const { serviceYaml } = await import("../../projects/from-container.ts");
    const texts = (await sources(engine, all)).map(serviceYaml);
    await env.clipboard.writeText(texts.join(""));
    window.setStatusBarMessage(t("Copied"), 3000);
  }),
  "dockwright.containers.createComposeFile": on("container", {}, async (engine, all) => {
    const { composeYaml } = await import("../../projects/from-container.ts");
    const content = composeYaml(await sources(engine, all));
    const document = await workspace.openTextDocument({ language: "dockercompose", content });
    await window.showTextDocument(document);
  }),
};
