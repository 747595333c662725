// By which names Dockerfiles and Compose files are known: for the manifest and for looking through folders.

/** What VS Code goes by; it does not tell upper from lower case here. */
export const dockerfileNames = {
  filenames: ["Dockerfile", "Containerfile"],
  filenamePatterns: ["Dockerfile", "Containerfile"].flatMap((name) => [
    `${name}.*`,
    `${name}-*`,
    `${name}_*`,
  ]),
  extensions: [".dockerfile", ".containerfile"],
};

/** Longer than any pattern of Dockerfiles, so that `Dockerfile.dockerignore` is none. */
export const ignorePatterns = ["*.dockerignore", "*file*.dockerignore"];

export const composePatterns = [
  "compose.yml",
  "compose.yaml",
  "compose.*.yml",
  "compose.*.yaml",
  "*docker*compose*.yml",
  "*docker*compose*.yaml",
];

const anyCase = (name: string) => `[${name[0]?.toUpperCase()}${name[0]}]${name.slice(1)}`;
const [dockerfile, containerfile] = ["dockerfile", "containerfile"].map(anyCase);

/** Finds Dockerfiles by name, and the ignore files that may stand beside them: see `isIgnoreFile`. */
export const dockerfileGlob = `**/{${dockerfile},${containerfile},${dockerfile}[._-]*,${containerfile}[._-]*,*.${dockerfile},*.${containerfile}}`;

export const composeGlob = `**/{${composePatterns.join()}}`;

export const isIgnoreFile = ({ path }: { readonly path: string }): boolean =>
  path.endsWith(".dockerignore");
