// What changes a project: up, down, start, stop and their kin. Compose does the work.
import { window } from "vscode";
import { t } from "../../engine/text.ts";
import {
  type ComposeTarget,
  type DownChoice,
  downArguments,
  plainUp,
  scaleArguments,
  type UpChoice,
  upArguments,
} from "../../projects/cli.ts";
import { lossOf, lossText } from "../../projects/loss.ts";
import { plain } from "../../wording/format.ts";
import { mayCompose } from "../announce.ts";
import { askText, sure } from "../ask.ts";
import type { Command, Services } from "../command.ts";
import { signals } from "../containers/lifecycle.ts";
import { runOwnCompose } from "./own.ts";
import { runInTerminal } from "./run-compose.ts";
import { asArguments, type Subject, serviceSubject, subjectOf, targetOf } from "./target.ts";

/** How a verb is run: on which subject, and with which arguments. */
interface Verb {
  /** True: it does without files where the project's are not at hand. */
  readonly byName?: boolean;
  /** True: at least one service has to be chosen. */
  readonly service?: boolean;
  /** True: the person types into the terminal. */
  readonly focus?: boolean;
  /** The verb and its options; undefined when the person thought better of it. */
  args(
    subject: Subject,
    services: Services,
  ): Promise<readonly string[] | undefined> | readonly string[];
}

/** A command that is one run of Compose. */
export function composeVerb({
  byName = false,
  service = false,
  focus = false,
  args,
}: Verb): Command {
  return async (services, nodes, given) => {
    const find = service ? serviceSubject : subjectOf;
    const subject = await find(services, nodes, given);
    if (!subject) return undefined;
    const target = targetOf(services, subject.project, byName);
    const argv = await args(subject, services);
    return argv && runOn(services, subject, target, argv, focus);
  };
}

async function runOn(
  services: Services,
  subject: Subject,
  target: ComposeTarget,
  args: readonly string[],
  focus: boolean,
): Promise<number | undefined> {
  const { project, services: names } = subject;
  await mayCompose(services.engine, project.name, args);
  const words = [args[0], project.name || project.folder, ...names];
  const title = words.map((one) => plain(one ?? "")).join(" ");
  const own = await runOwnCompose(services, subject, () => target, args, title);
  return own ? own.code : runInTerminal(services, { target, args, title, focus });
}

/** A verb that takes services and nothing else. */
const simple = (verb: string, byName = true) =>
  composeVerb({ byName, args: ({ services }) => [verb, ...asArguments(services)] });

const options = (): readonly { label: string; description: string; key: keyof UpChoice }[] => [
  { key: "detach", label: t("In the background"), description: "-d" },
  { key: "build", label: t("Build images first"), description: "--build" },
  { key: "recreate", label: t("Recreate all containers"), description: "--force-recreate" },
  { key: "pull", label: t("Pull newer images first"), description: "--pull always" },
  {
    key: "removeOrphans",
    label: t("Remove containers that are not in the files"),
    description: "--remove-orphans",
  },
  { key: "wait", label: t("Wait until everything is healthy"), description: "--wait" },
];

/** Asks how to bring a project up; what was chosen last is ticked. */
async function askUp({ context }: Services): Promise<UpChoice | undefined> {
  const last = context.workspaceState.get<UpChoice>("projects.up", plainUp);
  const items = options().map((option) => ({ ...option, picked: last[option.key] }));
  const placeHolder = t("How to bring it up");
  const picked = await window.showQuickPick(items, { canPickMany: true, placeHolder });
  if (!picked) return undefined;
  const keys = new Set(picked.map(({ key }) => key));
  const choice = Object.fromEntries(
    options().map(({ key }) => [key, keys.has(key)]),
  ) as unknown as UpChoice;
  await context.workspaceState.update("projects.up", choice);
  return choice;
}

const upWith = composeVerb({
  args: async (subject, services) => {
    const choice = await askUp(services);
    return choice && upArguments(choice, asArguments(subject.services));
  },
});

const down = composeVerb({
  byName: true,
  args: async ({ project }, services) => {
    const engine = await services.engine();
    const loss = lossOf(project, engine.model);
    const items = [
      {
        key: "volumes" as const,
        label: t("Also remove the volumes"),
        description: "--volumes",
        detail: loss.volumes.join(", ") || t("anonymous volumes only"),
      },
      {
        key: "images" as const,
        label: t("Also remove the images that were built"),
        description: "--rmi local",
        detail: loss.images.join(", "),
      },
      {
        key: "orphans" as const,
        label: t("Also remove containers that are not in the files"),
        description: "--remove-orphans",
        detail: loss.orphans.join(", "),
      },
    ];
    const name = plain(project.name);
    const picked = await window.showQuickPick(items, {
      canPickMany: true,
      title: t(
        "Take {0} down (containers: {1}, networks: {2})",
        name,
        loss.containers.length,
        loss.networks.length,
      ),
      placeHolder: t("Choose what else to remove, then press Enter"),
    });
    if (!picked) return undefined;
    const keys = picked.map(({ key }) => key);
    const choice: DownChoice = {
      volumes: keys.includes("volumes"),
      images: keys.includes("images"),
      orphans: keys.includes("orphans"),
    };
    const question = t("Take the project {0} down?", name);
    const agreed = await sure(engine, question, lossText(loss, choice), t("Take Down"));
    return agreed ? downArguments(choice) : undefined;
  },
});

const kill = composeVerb({
  byName: true,
  args: async ({ services }) => {
    const signal = await window.showQuickPick(
      ["SIGKILL", ...signals.filter((one) => one !== "SIGKILL")],
      {
        placeHolder: t("Choose a signal"),
      },
    );
    return signal ? ["kill", "-s", signal, ...asArguments(services)] : undefined;
  },
});

const scale = composeVerb({
  service: true,
  args: async ({ project, services }) => {
    const [service = ""] = asArguments(services);
    const now = project.services.find(({ name }) => name === service);
    const answer = await askText(t("Number of containers of {0}", service), {
      value: String(now?.members.filter(({ labels }) => !labels.oneOff).length || now?.wanted || 1),
    });
    if (answer === undefined) return undefined;
    const count = Number(answer);
    if (!Number.isInteger(count) || count < 0 || count > 1000)
      throw new Error(t("“{0}” is not a number of containers.", answer));
    return scaleArguments(service, count);
  },
});

const removeStopped = composeVerb({
  byName: true,
  args: async ({ project, services: names }, services) => {
    const stopped = project.services
      .filter(({ name }) => names.length === 0 || names.includes(name))
      .flatMap(({ members }) => members.map(({ container }) => container))
      .filter(({ state }) => ["exited", "created", "dead"].includes(state));
    if (stopped.length === 0) {
      void window.showInformationMessage(t("It has no stopped containers."));
      return undefined;
    }
    const detail = [
      ...stopped.slice(0, 20).map(({ name }) => plain(name)),
      t("What they wrote outside volumes is lost."),
    ];
    const [first] = stopped;
    const question =
      first && stopped.length === 1
        ? t("Remove the container {0}?", plain(first.name))
        : t("Remove {0} stopped containers?", stopped.length);
    const agreed = await sure(await services.engine(), question, detail.join("\n"), t("Remove"));
    return agreed ? ["rm", "--force", ...asArguments(names)] : undefined;
  },
});

export const up: Command = composeVerb({
  args: ({ services }) => upArguments(plainUp, asArguments(services)),
});
export const recreate: Command = composeVerb({
  args: ({ services }) => upArguments({ ...plainUp, recreate: true }, asArguments(services)),
});
export const start: Command = simple("start");
export const stop: Command = simple("stop");
export const restart: Command = simple("restart");
export const pause: Command = simple("pause");
export const unpause: Command = simple("unpause");
export const build: Command = simple("build", false);
export const pull: Command = simple("pull", false);
export const push: Command = simple("push", false);
export const events: Command = composeVerb({
  byName: true,
  args: ({ services }) => ["events", ...asArguments(services)],
});
export { down, kill, removeStopped, scale, upWith };
