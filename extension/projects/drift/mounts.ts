// What a service mounts: volumes, folders, and the files of its secrets and configs.
import { type Definition, mapOf, type Raw, textsOf } from "../definition.ts";
import type { Collection, DriftFacts } from "./facts.ts";
import { at, bytes, text } from "./values.ts";

/** A name as the engine knows it: the definition's own, or with the project in front. */
export function realName(section: Raw, name: string, project: string): string {
  return text(mapOf(section[name]).name) || `${project}_${name}`;
}

const mountText = (type: string, source: string, readOnly: boolean, options = "") =>
  [type, source, readOnly ? "(ro)" : "", options].filter(Boolean).join(" ");

/** What else a mount may say; the empty text where it says nothing. */
const optionText = (nocopy: unknown, size: unknown, propagation: unknown) =>
  [nocopy ? "nocopy" : "", bytes(size), text(propagation)].filter(Boolean).join(" ");

function wantedMounts({ service: { config }, definition }: DriftFacts): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const one of Array.isArray(config.volumes) ? config.volumes : []) {
    const { type, source, target, read_only, volume, tmpfs, bind } = mapOf(one);
    const options = [mapOf(volume).nocopy, mapOf(tmpfs).size, mapOf(bind).propagation] as const;
    const name = text(source);
    const real =
      type === "volume" && name ? realName(definition.volumes, name, definition.name) : name;
    const readOnly = read_only === true;
    wanted.set(text(target), mountText(text(type), real, readOnly, optionText(...options)));
  }
  for (const { target, file } of grants(config, definition))
    if (file) wanted.set(target, mountText("bind", file, true));
  return wanted;
}

interface Grant {
  readonly target: string;
  /** Empty where its text comes from elsewhere: then Compose copies it into the container. */
  readonly file: string;
}

/** Where secrets and configs are put, and what is mounted there. */
function grants(config: Raw, { secrets = {}, configs = {} }: Definition): Grant[] {
  const places = (key: string, section: Raw, folder: string) =>
    (Array.isArray(config[key]) ? config[key] : []).map((one) => {
      const { source, target } = mapOf(one);
      const name = text(source) || text(one);
      const place = text(target) || name;
      return {
        target: place.startsWith("/") ? place : `${folder}${place}`,
        file: text(mapOf(section[name]).file),
      };
    });
  return [...places("secrets", secrets, "/run/secrets/"), ...places("configs", configs, "/")];
}

export const mounts: Collection = {
  key: "volumes",
  file: wantedMounts,
  container(facts) {
    const { container, imageConfig, service } = facts;
    const wanted = wantedMounts(facts);
    const granted = new Set(grants(service.config, facts.definition).map(({ target }) => target));
    const images = mapOf(imageConfig.Volumes);
    const others =
      textsOf(service.config.volumes_from).length > 0 || service.config.use_api_socket === true;
    const all = at(container, "Mounts");
    const asked = (at(container, "HostConfig.Mounts") ?? []) as readonly Raw[];
    const found = (Array.isArray(all) ? (all as Raw[]) : []).filter(({ Destination }) => {
      const target = text(Destination);
      return wanted.has(target) || !(others || target in images || granted.has(target));
    });
    return new Map(
      found.map(({ Type, Name, Source, Destination, RW, Propagation }) => {
        const target = text(Destination);
        const type = text(Type);
        // Docker Desktop shows the folders of the host below one of its own.
        const source =
          type === "volume" ? text(Name) : text(Source).replace(/^\/host_mnt(?=\/)/, "");
        const anonymous = wanted.get(target)?.split(" (")[0] === type;
        const made = mapOf(asked.find((one) => text(one.Target) === target));
        const { VolumeOptions, TmpfsOptions } = made;
        const options = optionText(
          mapOf(VolumeOptions).NoCopy,
          mapOf(TmpfsOptions).SizeBytes,
          // The engine has one of its own where nobody said any.
          wanted.get(target)?.endsWith(` ${Propagation}`) || mapOf(made.BindOptions).Propagation
            ? Propagation
            : "",
        );
        return [target, mountText(type, anonymous ? "" : source, RW === false, options)];
      }),
    );
  },
};
