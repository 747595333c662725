// How the package `yaml` is to read a Compose file.

/** Scalars stay text; what they are, doubled keys and `<<` are the tree builder's affair. */
export const readOptions = {
  schema: "failsafe",
  uniqueKeys: false,
  merge: false,
  logLevel: "silent",
  prettyErrors: false,
  strict: true,
} as const;
