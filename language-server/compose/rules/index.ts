// The rules for Compose files: what Compose refuses, then what it takes and is wrong all the same.
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { BuildAndImage } from "./BuildAndImage.ts";
import { CutCommand } from "./CutCommand.ts";
import type { ComposeRule } from "./compose-rule.ts";
import { DatabaseVariables } from "./DatabaseVariables.ts";
import { DependencyOrder } from "./DependencyOrder.ts";
import { DeprecatedLinks } from "./DeprecatedLinks.ts";
import { DuplicateExportedPort } from "./DuplicateExportedPort.ts";
import { DuplicateMountTarget } from "./DuplicateMountTarget.ts";
import { FixedContainerName } from "./FixedContainerName.ts";
import { HealthyWithoutHealthcheck } from "./HealthyWithoutHealthcheck.ts";
import { InvalidImage } from "./InvalidImage.ts";
import { MissingBuildContext } from "./MissingBuildContext.ts";
import { MissingExternal } from "./MissingExternal.ts";
import { MissingProjectName } from "./MissingProjectName.ts";
import { NoVersionField } from "./NoVersionField.ts";
import { PortNotExposed } from "./PortNotExposed.ts";
import { PortOrder } from "./PortOrder.ts";
import { PortTaken } from "./PortTaken.ts";
import { QuotedMount } from "./QuotedMount.ts";
import { refusals } from "./refusals-table.ts";
import { ScaledHostPort } from "./ScaledHostPort.ts";
import { SecretInFile } from "./SecretInFile.ts";
import { ServiceKeyOrder } from "./ServiceKeyOrder.ts";
import { ServiceOrder } from "./ServiceOrder.ts";
import { SexagesimalPort } from "./SexagesimalPort.ts";
import { SoftAboveHard } from "./SoftAboveHard.ts";
import { SwallowedItem } from "./SwallowedItem.ts";
import { SwappedPorts } from "./SwappedPorts.ts";
import { TopLevelOrder } from "./TopLevelOrder.ts";
import { TypographicQuote } from "./TypographicQuote.ts";
import { UnboundPort } from "./UnboundPort.ts";
import { UndefinedBuildArg } from "./UndefinedBuildArg.ts";
import { UndefinedBuildTarget } from "./UndefinedBuildTarget.ts";
import { UnknownHost } from "./UnknownHost.ts";
import { UnknownMountOption } from "./UnknownMountOption.ts";
import { UnknownRestartPolicy } from "./UnknownRestartPolicy.ts";
import { UnquotedPort } from "./UnquotedPort.ts";
import { UnsetVariable } from "./UnsetVariable.ts";
import { UntaggedImage } from "./UntaggedImage.ts";
import { UnusedDefinition } from "./UnusedDefinition.ts";
import { UnusedVariable } from "./UnusedVariable.ts";
import { WindowsPath } from "./WindowsPath.ts";

/** A variable may get its value from the shell, which is not known here. */
const milder: Readonly<Record<string, "info">> = { RequiredVariable: "info" };
/** What dclint calls what Compose refuses. */
const aliases: Readonly<Record<string, readonly string[]>> = {
  ContainerNameTaken: ["no-duplicate-container-names"],
  UnknownKey: ["invalid-schema"],
  YamlSyntax: ["invalid-yaml"],
};

const refused = Object.entries(refusals).map(
  ([code, summary]): Rule<ComposeModel> => ({
    code,
    aliases: aliases[code] ?? [],
    severity: milder[code] ?? "error",
    summary,
    check({ problems }, report) {
      for (const { code: found, source: _source, start, end, message, ...more } of problems)
        if (found === code) report({ start, end }, message, more);
    },
  }),
);

export const composeRules: readonly ComposeRule[] = [
  ...refused,
  BuildAndImage,
  CutCommand,
  DatabaseVariables,
  DependencyOrder,
  DeprecatedLinks,
  DuplicateExportedPort,
  DuplicateMountTarget,
  FixedContainerName,
  HealthyWithoutHealthcheck,
  InvalidImage,
  MissingBuildContext,
  MissingExternal,
  MissingProjectName,
  NoVersionField,
  PortNotExposed,
  PortOrder,
  PortTaken,
  QuotedMount,
  ScaledHostPort,
  SecretInFile,
  SexagesimalPort,
  ServiceKeyOrder,
  ServiceOrder,
  SoftAboveHard,
  SwallowedItem,
  SwappedPorts,
  TopLevelOrder,
  TypographicQuote,
  UnboundPort,
  UndefinedBuildArg,
  UndefinedBuildTarget,
  UnknownHost,
  UnknownMountOption,
  UnknownRestartPolicy,
  UnquotedPort,
  UnsetVariable,
  UntaggedImage,
  UnusedDefinition,
  UnusedVariable,
  WindowsPath,
];
