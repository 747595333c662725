// The table of all manifest parts, in the order in which package.json shows them.

import { builds } from "./builds.ts";
import { composeLanguage } from "./compose-language.ts";
import { containers } from "./containers.ts";
import { dockerfileLanguage } from "./dockerfile-language.ts";
import { engines } from "./engines.ts";
import { general } from "./general.ts";
import { images } from "./images.ts";
import { networks } from "./networks.ts";
import { ownCommands } from "./own-commands.ts";
import type { ManifestPart } from "./part.ts";
import { projects } from "./projects.ts";
import { registries } from "./registries.ts";
import { scaffold } from "./scaffold.ts";
import { system } from "./system.ts";
import { terminals } from "./terminals.ts";
import { volumes } from "./volumes.ts";
import { walkthrough } from "./walkthrough.ts";

export const manifest: readonly ManifestPart[] = [
  general,
  walkthrough,
  containers,
  projects,
  images,
  volumes,
  networks,
  registries,
  engines,
  system,
  terminals,
  ownCommands,
  builds,
  scaffold,
  dockerfileLanguage,
  composeLanguage,
];
