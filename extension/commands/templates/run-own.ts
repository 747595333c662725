// Run Custom Command…: lines of the person's own for containers, images, volumes, networks and projects.
import { commands, window } from "vscode";
import type { EngineObject, Kind } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import type { ProjectState } from "../../projects/overview.ts";
import { setting } from "../../settings.ts";
import type { Node } from "../../views/node.ts";
import { plain } from "../../wording/format.ts";
import type { Command, Services } from "../command.ts";
import { nameOf, objectsOf, pick } from "../targets.ts";
import { namesOf, pickTemplate, placesOf, runTemplate } from "./own.ts";
import { fitting, type Places, type Template, templatesOf } from "./template.ts";

const kinds: readonly Kind[] = ["container", "image", "volume", "network"];

/** A thing that a line can be run for. */
interface Thing {
  readonly kind: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly places: Places;
  readonly folder?: string;
}

const ofObject = (object: EngineObject): Thing => ({
  kind: object.kind,
  title: nameOf(object),
  names: namesOf(object),
  places: placesOf(object),
});

const ofProject = ({ name, folder, files }: ProjectState): Thing => ({
  kind: "project",
  title: plain(name || folder),
  names: [name],
  places: { project: name, files },
  folder,
});

function thingsOf(nodes: readonly Node[]): Thing[] {
  const projects = nodes
    .map(({ object }) => object as ProjectState | undefined)
    .filter((object) => object?.kind === "project");
  return [
    ...kinds.flatMap((kind) => objectsOf(kind, nodes).map(ofObject)),
    ...projects.map((project) => ofProject(project as ProjectState)),
  ];
}

/** The things of the rows; from the palette those that are picked, for the line that is picked first. */
async function chosen(
  services: Services,
  nodes: readonly Node[],
  templates: readonly Template[],
): Promise<{ template: Template; things: readonly Thing[] } | undefined> {
  const rows = thingsOf(nodes);
  if (rows.length > 0) {
    const fit = templates.filter((one) =>
      rows.every(({ kind, names }) => kindOf(one) === kind && fitting([one], names).length > 0),
    );
    if (fit.length > 0) return { template: await pickTemplate(fit), things: rows };
    void window.showInformationMessage(t("None of your commands applies here."));
    return undefined;
  }
  const template = await pickTemplate(templates);
  const things = await pickThings(services, template);
  return things && { template, things };
}

const kindOf = ({ on }: Template) => on ?? "container";

async function pickThings(services: Services, template: Template): Promise<Thing[] | undefined> {
  const kind = kindOf(template);
  if (kind === "project") {
    const { subjectOf } = await import("../projects/verbs.ts");
    const subject = await subjectOf(services, [], []);
    return subject && [ofProject(subject.project)];
  }
  const known = kinds.find((one) => one === kind);
  if (!known) throw new Error(t("“{0}” is not a kind of object that commands can be for.", kind));
  const where = (object: EngineObject) => fitting([template], namesOf(object)).length > 0;
  const objects = await pick(await services.engine(), known, { where });
  return objects?.map(ofObject);
}

export const runOwn: Command = async (services, nodes) => {
  const templates = templatesOf(setting<unknown>("commands.own", []));
  if (templates.length === 0) return tellHow();
  const wish = await chosen(services, nodes, templates);
  if (!wish) return undefined;
  const { template, things } = wish;
  return Promise.all(
    things.map(({ title, places, folder }) =>
      runTemplate(services, template, {
        title: `${template.label} ${title}`,
        places,
        ...(folder && { folder }),
        focus: true,
      }),
    ),
  );
};

async function tellHow(): Promise<void> {
  const open = t("Open Settings");
  const text = t("There are no custom commands yet. Add them to dockwright.commands.own.");
  if ((await window.showInformationMessage(text, open)) === open)
    await commands.executeCommand("workbench.action.openSettings", "dockwright.commands.own");
}
