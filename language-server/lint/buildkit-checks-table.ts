// The names of BuildKit's own checks.

/** Whether each is experimental: such a check runs only where `# check=experimental=` names it. */
export const buildkitChecks: ReadonlyMap<string, { readonly experimental: boolean }> = new Map(
  Object.entries({
    StageNameCasing: { experimental: false },
    FromAsCasing: { experimental: false },
    NoEmptyContinuation: { experimental: false },
    ConsistentInstructionCasing: { experimental: false },
    DuplicateStageName: { experimental: false },
    ReservedStageName: { experimental: false },
    JSONArgsRecommended: { experimental: false },
    MaintainerDeprecated: { experimental: false },
    UndefinedArgInFrom: { experimental: false },
    WorkdirRelativePath: { experimental: false },
    UndefinedVar: { experimental: false },
    MultipleInstructionsDisallowed: { experimental: false },
    LegacyKeyValueFormat: { experimental: false },
    InvalidBaseImagePlatform: { experimental: false },
    RedundantTargetPlatform: { experimental: false },
    SecretsUsedInArgOrEnv: { experimental: false },
    InvalidDefaultArgInFrom: { experimental: false },
    FromPlatformFlagConstDisallowed: { experimental: false },
    CopyIgnoredFile: { experimental: false },
    InvalidDefinitionDescription: { experimental: true },
    ExposeProtoCasing: { experimental: false },
    ExposeInvalidFormat: { experimental: false },
  }),
);
