// The rows of the Containers view.
import { ThemeColor, ThemeIcon, TreeItem } from "vscode";
import { path } from "../engine/connection/http.ts";
import type { Engine } from "../engine/engine.ts";
import type { Container } from "../engine/model/objects.ts";
import { t } from "../engine/text.ts";
import { top } from "../engine/verbs/containers.ts";
import {
  containerContext,
  containerFields,
  containerTooltip,
  type Inspected,
  portText,
  published,
} from "../wording/container-fields.ts";
import { lookOf, stateWords } from "../wording/container-words.ts";
import { plain } from "../wording/format.ts";
import type { Node } from "./node.ts";
import type { Options } from "./options.ts";
import { arranged, described, line } from "./rows.ts";

export function containerRows(engine: Engine, options: Options): Node[] {
  const objects = [...engine.model.containers.values()].filter(
    (container) =>
      (options.showStopped || !["exited", "created", "dead"].includes(container.state)) &&
      (!options.onlyWorkspace || options.isOfWorkspace(container)),
  );
  const fields = {
    ...containerFields,
    label: ({ labels }: Container) => labels[options.groupLabel] ?? "",
  };
  return arranged("containers", objects, options, fields, (container) =>
    containerRow(engine, container, options),
  );
}

/** A container's row, with what hangs on it below. */
export function containerRow(engine: Engine, object: Container, options: Options): Node {
  const doing = options.doing?.(object.id);
  return {
    id: `containers/${object.id}`,
    contextValue: containerContext(object),
    stamp: doing ? `${doing}${JSON.stringify(object)}` : object,
    object,
    item() {
      const item = new TreeItem(plain(described(object, options.label, containerFields)));
      const description = plain(descriptionOf(object, options.description, doing));
      const { icon, color } = lookOf(object);
      item.description = description;
      item.iconPath = doing
        ? new ThemeIcon("loading~spin")
        : new ThemeIcon(icon, new ThemeColor(color));
      item.accessibilityInformation = {
        label: `${plain(object.name)}, ${doing ?? stateWords(object)}, ${description}`,
      };
      return item;
    },
    async tooltip() {
      const ask = { path: path`/containers/${object.id}/json`, timeout: 5000 };
      const more = await engine.request<Inspected>(ask).catch(() => undefined);
      return containerTooltip(object, more);
    },
    children: () => details(engine, object),
  };
}

/** What stands in grey: while something is being done to it, that instead of its state. */
function descriptionOf(object: Container, names: readonly string[], doing?: string): string {
  if (!doing) return described(object, names, containerFields);
  const fields = { ...containerFields, state: () => doing };
  return described(object, names.includes("state") ? names : ["state", ...names], fields);
}

function details(engine: Engine, container: Container): Node[] {
  const { id, ports, mounts, networks, image, command } = container;
  const at = (part: string) => `containers/${id}/${part}`;
  return [
    line({ id: at("image"), label: image, icon: "package", means: t("Image") }),
    ...(command
      ? [line({ id: at("command"), label: command, icon: "terminal", means: t("Command") })]
      : []),
    ...published(ports).map((port) =>
      line({
        id: at(`port/${portText(port)}`),
        label: portText(port),
        icon: "globe",
        means: t("Port"),
        // Browsers speak tcp only.
        ...(port.protocol === "tcp" && {
          contextValue: "port",
          object: port,
          onClick: "dockwright.containers.openInBrowser",
        }),
      }),
    ),
    ...mounts.map(({ name, source, target, readOnly, type }) =>
      line({
        id: at(`mount/${target}`),
        label: target,
        description: `${name ?? source} (${type}${readOnly ? ", ro" : ""})`,
        icon: type === "volume" ? "database" : "file-symlink-directory",
        means: type === "volume" ? t("Volume") : t("Mount"),
      }),
    ),
    ...networks.map(({ name, ip }) =>
      line({
        id: at(`network/${name}`),
        label: name,
        description: ip,
        icon: "repo-forked",
        means: t("Network"),
      }),
    ),
    ...(container.state === "running" ? [processes(engine, id)] : []),
  ];
}

/** The processes; the engine is asked when the row is unfolded. */
function processes(engine: Engine, container: string): Node {
  const id = `containers/${container}/processes`;
  return {
    ...line({ id, label: t("Processes"), icon: "pulse" }),
    async children() {
      const { Titles, Processes } = await top(engine, container);
      const pid = Titles.indexOf("PID");
      const command = Titles.findIndex((title) => /^(CMD|COMMAND)$/.test(title));
      return Processes.map((cells, index) =>
        line({
          id: `${id}/${cells[pid] ?? index}`,
          label: cells[command] ?? cells.join(" "),
          description: cells[pid] ?? "",
          icon: "gear",
          means: t("Process"),
        }),
      );
    },
  };
}
