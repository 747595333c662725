// The keys of a service whose value the engine keeps in a list, or where it takes a closer look.
import { mapOf, type Raw, textsOf } from "../definition.ts";
import type { Field } from "./facts.ts";
import { at, listText, text } from "./values.ts";

export const devices: Field = {
  key: "devices",
  file: ({ service }) =>
    listText(
      (Array.isArray(service.config.devices) ? service.config.devices : []).map((one) => {
        const { source, target, permissions } = mapOf(one);
        return `${source}:${target ?? source}:${permissions ?? "rwm"}`;
      }),
    ),
  container: ({ container }) => {
    const all = at(container, "HostConfig.Devices");
    return listText(
      (Array.isArray(all) ? all : []).map((one: Raw) =>
        [one.PathOnHost, one.PathInContainer, one.CgroupPermissions].join(":"),
      ),
    );
  },
};

export const ulimits: Field = {
  key: "ulimits",
  file: ({ service }) => {
    const all = Object.entries(mapOf(service.config.ulimits));
    if (all.length === 0) return undefined;
    return listText(
      all.map(([name, value]) => {
        const { soft = value, hard = value } = mapOf(value);
        return `${name} ${soft}:${hard}`;
      }),
    );
  },
  container: ({ container }) => {
    const all = at(container, "HostConfig.Ulimits");
    return listText(
      (Array.isArray(all) ? all : []).map((one: Raw) => `${one.Name} ${one.Soft}:${one.Hard}`),
    );
  },
};

export const tmpfs: Field = {
  key: "tmpfs",
  file: ({ service }) => listText(service.config.tmpfs),
  container: ({ container }) =>
    listText(
      Object.entries(mapOf(at(container, "HostConfig.Tmpfs"))).map(([path, options]) =>
        options ? `${path}:${options}` : path,
      ),
    ),
};

/** Containers of other services have new ids each time: only how many there are is compared. */
export const volumesFrom: Field = {
  key: "volumes_from",
  file: ({ service }) => listText(service.config.volumes_from),
  container(facts) {
    const all = textsOf(at(facts.container, "HostConfig.VolumesFrom"));
    const wanted = textsOf(facts.service.config.volumes_from);
    return (all.length === wanted.length && volumesFrom.file(facts)) || listText(all);
  },
};

export const macAddress: Field = {
  key: "mac_address",
  file: ({ service }) => text(service.config.mac_address).toLowerCase() || undefined,
  container(facts) {
    const found = Object.values(mapOf(at(facts.container, "NetworkSettings.Networks")))
      .map((one) => text(mapOf(one).MacAddress))
      .concat(text(at(facts.container, "Config.MacAddress")))
      .filter(Boolean);
    // Of a container that was never started the engine may not know it yet.
    const wanted = macAddress.file(facts) ?? "";
    return found.length === 0 || found.includes(wanted) ? wanted : (found[0] ?? "");
  },
};

export const mapText = (value: unknown) =>
  listText(Object.entries(mapOf(value)).map(([name, one]) => `${name}=${one}`));

export const logging: Field = {
  key: "logging",
  file: ({ service }) => {
    const { driver, options } = mapOf(service.config.logging);
    return driver ? [text(driver), mapText(options)].filter(Boolean).join(" ") : undefined;
  },
  container: ({ container }) =>
    [
      text(at(container, "HostConfig.LogConfig.Type")),
      mapText(at(container, "HostConfig.LogConfig.Config")),
    ]
      .filter(Boolean)
      .join(" "),
};
