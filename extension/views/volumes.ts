// The rows of the Volumes and the Networks view.
import { ThemeIcon, TreeItem } from "vscode";
import type { Engine } from "../engine/engine.ts";
import type { Container, Network, Volume } from "../engine/model/objects.ts";
import { t } from "../engine/text.ts";
import { tooltip } from "../wording/container-fields.ts";
import { stateWords } from "../wording/container-words.ts";
import { ago, plain, size } from "../wording/format.ts";
import type { Fields } from "./arrange.ts";
import type { Node } from "./node.ts";
import type { Options } from "./options.ts";
import { arranged, described, line } from "./rows.ts";

/** A volume, and what it takes if somebody has asked. */
type Sized = Volume & { readonly size: number | undefined };

export function volumeRows(engine: Engine, options: Options): Node[] {
  const containers = [...engine.model.containers.values()];
  const users = (volume: Volume) =>
    containers.filter(({ mounts }) => mounts.some(({ name }) => name === volume.name));
  const fields: Fields<Sized> = {
    name: ({ name }) => name,
    driver: ({ driver }) => driver,
    mountpoint: ({ mountpoint }) => mountpoint,
    project: ({ labels }) => labels["com.docker.compose.project"] ?? "",
    created: ({ created }) => ago(created),
    usedBy: (volume) => usedBy(users(volume).length),
    size: ({ size: bytes }) => (bytes === undefined ? "" : size(bytes)),
  };
  const sizes = options.volumeSizes;
  const volumes = [...engine.model.volumes.values()].map((volume) => ({
    ...volume,
    size: sizes?.get(volume.name),
  }));
  // Who has asked for sizes wants to see them, whatever the setting says.
  const { description } = options;
  const shown =
    sizes && !description.includes("size")
      ? { ...options, description: ["size", ...description] }
      : options;
  return arranged("volumes", volumes, options, fields, (volume) =>
    row("volumes", "volume", "database", volume, shown, fields, users(volume), () =>
      tooltip(volume.name, [
        [t("Driver"), volume.driver],
        [t("Size"), fields.size?.(volume) ?? ""],
        [t("Mountpoint"), volume.mountpoint],
        [
          t("Containers"),
          users(volume)
            .map(({ name }) => name)
            .join(", "),
        ],
        [t("Created"), ago(volume.created)],
      ]),
    ),
  );
}

export function networkRows(engine: Engine, options: Options): Node[] {
  const containers = [...engine.model.containers.values()];
  const users = (network: Network) =>
    containers.filter(({ networks }) => networks.some(({ name }) => name === network.name));
  const fields: Fields<Network> = {
    name: ({ name }) => name,
    driver: ({ driver }) => driver,
    subnet: ({ subnets }) => subnets.map(({ subnet }) => subnet).join(", "),
    project: ({ labels }) => labels["com.docker.compose.project"] ?? "",
    created: ({ created }) => ago(created),
    usedBy: (network) => usedBy(users(network).length),
  };
  const objects = [...engine.model.networks.values()].filter(
    ({ builtIn }) => options.showBuiltIn || !builtIn,
  );
  return arranged("networks", objects, options, fields, (network) => {
    const context = network.builtIn ? "network.builtin" : "network.own";
    return row("networks", context, "repo-forked", network, options, fields, users(network), () =>
      tooltip(network.name, [
        [t("Driver"), network.driver],
        [
          t("Subnets"),
          network.subnets.map(({ subnet, gateway }) => `${subnet} (${gateway})`).join(", "),
        ],
        [
          t("Containers"),
          users(network)
            .map(({ name }) => name)
            .join(", "),
        ],
        [t("Created"), ago(network.created)],
      ]),
    );
  });
}

const usedBy = (count: number) => (count > 0 ? t("in use by {0}", count) : "");

function row<T extends Volume | Network>(
  view: string,
  contextValue: string,
  icon: string,
  object: T,
  options: Options,
  fields: Fields<T>,
  users: readonly Container[],
  hover: () => string,
): Node {
  const description = plain(described(object, options.description, fields));
  const node: Node = {
    id: `${view}/${object.id}`,
    contextValue,
    stamp: `${JSON.stringify(object)}${users.map(({ id, state }) => id + state).join()}`,
    object,
    item() {
      const item = new TreeItem(plain(described(object, options.label, fields)));
      item.description = description;
      item.iconPath = new ThemeIcon(icon);
      item.accessibilityInformation = { label: `${item.label as string}, ${description}` };
      return item;
    },
    tooltip: async () => hover(),
  };
  if (users.length === 0) return node;
  return { ...node, children: () => users.map((user) => userLine(view, object, user)) };
}

function userLine(view: string, object: Volume | Network, container: Container): Node {
  const place =
    object.kind === "volume"
      ? container.mounts.find(({ name }) => name === object.name)?.target
      : container.networks.find(({ name }) => name === object.name)?.ip;
  return line({
    id: `${view}/${object.id}/${container.id}`,
    label: container.name,
    description: [place, stateWords(container)].filter(Boolean).join(" · "),
    icon: "vm",
    means: t("Container"),
    contextValue: object.kind === "network" ? "attachment" : "line",
    object: object.kind === "network" ? { container, network: object } : undefined,
  });
}
