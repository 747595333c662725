// What `down` would remove, from the live model. Pure.
import type { Image, Network, Volume } from "../engine/model/objects.ts";
import { t } from "../engine/text.ts";
import { plain, size } from "../wording/format.ts";
import type { DownChoice } from "./cli.ts";
import type { ProjectState } from "./overview.ts";

export interface Loss {
  readonly containers: readonly string[];
  readonly orphans: readonly string[];
  readonly networks: readonly string[];
  readonly volumes: readonly string[];
  /** With their sizes. */
  readonly images: readonly string[];
}

interface Objects {
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly networks: ReadonlyMap<string, Network>;
  readonly images: ReadonlyMap<string, Image>;
}

const projectLabel = "com.docker.compose.project";

/** What of a project there is to lose. */
export function lossOf(
  { name, services }: ProjectState,
  { volumes, networks, images }: Objects,
): Loss {
  const names = (orphans: boolean) =>
    services
      .filter(({ orphan }) => orphan === orphans)
      .flatMap(({ members }) => members.map(({ container }) => plain(container.name)));
  const ofProject = ({ labels }: Volume | Network) => labels[projectLabel] === name;
  // Compose gives the images that it builds, and that have no name of their own, the service's.
  const built = new Set(
    services.flatMap((one) => [`${name}-${one.name}:latest`, `${name}_${one.name}:latest`]),
  );
  return {
    containers: names(false),
    orphans: names(true),
    networks: [...networks.values()].filter(ofProject).map((one) => plain(one.name)),
    volumes: [...volumes.values()].filter(ofProject).map((one) => plain(one.name)),
    images: [...images.values()].flatMap((image) =>
      image.tags
        .filter((tag) => built.has(tag))
        .map((tag) => `${plain(tag)} (${size(image.size)})`),
    ),
  };
}

const most = 15;

function line(head: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const more = names.length > most ? ["…"] : [];
  return [`${head}: ${[...names.slice(0, most), ...more].join(", ")}`];
}

/** The loss in words, one kind a line. */
export function lossText(loss: Loss, choice: DownChoice): string {
  return [
    ...line(t("Containers"), [...loss.containers, ...(choice.orphans ? loss.orphans : [])]),
    ...line(t("Networks"), loss.networks),
    ...(choice.volumes ? line(t("Volumes, with all data in them"), loss.volumes) : []),
    ...(choice.images ? line(t("Images"), loss.images) : []),
    t("What containers wrote outside volumes is lost."),
  ].join("\n");
}
