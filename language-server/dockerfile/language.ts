// The Dockerfile language: its file names, and where each feature of it is.
import type { Language } from "../language.ts";
import { type DockerfileDocument, parseDockerfile } from "./document.ts";
import { lintDockerfile } from "./lint.ts";

export const dockerfile: Language<DockerfileDocument> = {
  ids: ["dockerfile"],
  matches: (uri) =>
    /(?:^|\/)(?:Docker|Container)file[^/]*$|\.(?:docker|container)file$/i.test(uri) &&
    !uri.endsWith(".dockerignore"),
  parse: parseDockerfile,
  lint: lintDockerfile,
};
