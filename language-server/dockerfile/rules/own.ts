// The rules for Dockerfiles that are Dockwright's own, sorted by code, one a line.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { AddWithoutChecksum } from "./AddWithoutChecksum.ts";
import { AptUpdateAlone } from "./AptUpdateAlone.ts";
import { ArgHiddenByEnv } from "./ArgHiddenByEnv.ts";
import { ArgNotRedeclared } from "./ArgNotRedeclared.ts";
import { BackgroundInRun } from "./BackgroundInRun.ts";
import { BrokenJsonForm } from "./BrokenJsonForm.ts";
import { ChmodAfterCopy } from "./ChmodAfterCopy.ts";
import { ChmodWorldWritable } from "./ChmodWorldWritable.ts";
import { CleanupInLaterLayer } from "./CleanupInLaterLayer.ts";
import { CopyBeforeInstall } from "./CopyBeforeInstall.ts";
import { CopyOutsideContext } from "./CopyOutsideContext.ts";
import { CopySourceNotFound } from "./CopySourceNotFound.ts";
import { CopyTakesAll } from "./CopyTakesAll.ts";
import { CurlPipedToShell } from "./CurlPipedToShell.ts";
import { DaemonInBackground } from "./DaemonInBackground.ts";
import { DuplicateExpose } from "./DuplicateExpose.ts";
import { DuplicateMount } from "./DuplicateMount.ts";
import { EndOfLifeBaseImage } from "./EndOfLifeBaseImage.ts";
import { FrontendInEnv } from "./FrontendInEnv.ts";
import { HealthcheckToolMissing } from "./HealthcheckToolMissing.ts";
import { InstallAtStart } from "./InstallAtStart.ts";
import { InstallWithoutRoot } from "./InstallWithoutRoot.ts";
import { ListensOnLoopback } from "./ListensOnLoopback.ts";
import { MkdirBeforeWorkdir } from "./MkdirBeforeWorkdir.ts";
import { PathOverwritten } from "./PathOverwritten.ts";
import { ProfileNotRead } from "./ProfileNotRead.ts";
import { RunWithoutShell } from "./RunWithoutShell.ts";
import { SecretFileCopied } from "./SecretFileCopied.ts";
import { SecretInValue } from "./SecretInValue.ts";
import { ShellAsServer } from "./ShellAsServer.ts";
import { ShellSyntaxInExec } from "./ShellSyntaxInExec.ts";
import { SpaceAroundEquals } from "./SpaceAroundEquals.ts";
import { SyntaxTooOld } from "./SyntaxTooOld.ts";
import { SystemctlInContainer } from "./SystemctlInContainer.ts";
import { TildeNotExpanded } from "./TildeNotExpanded.ts";
import { TlsCheckDisabled } from "./TlsCheckDisabled.ts";
import { UnknownUser } from "./UnknownUser.ts";
import { UnusedArg } from "./UnusedArg.ts";
import { UnusedStage } from "./UnusedStage.ts";
import { WriteAfterVolume } from "./WriteAfterVolume.ts";
import { WrongPackageManager } from "./WrongPackageManager.ts";

export const ownRules: readonly Rule<DockerfileDocument>[] = [
  AddWithoutChecksum,
  AptUpdateAlone,
  ArgHiddenByEnv,
  ArgNotRedeclared,
  BackgroundInRun,
  BrokenJsonForm,
  ChmodAfterCopy,
  ChmodWorldWritable,
  CleanupInLaterLayer,
  CopyBeforeInstall,
  CopyOutsideContext,
  CopySourceNotFound,
  CopyTakesAll,
  CurlPipedToShell,
  DaemonInBackground,
  DuplicateExpose,
  DuplicateMount,
  EndOfLifeBaseImage,
  FrontendInEnv,
  HealthcheckToolMissing,
  InstallAtStart,
  InstallWithoutRoot,
  ListensOnLoopback,
  MkdirBeforeWorkdir,
  PathOverwritten,
  ProfileNotRead,
  RunWithoutShell,
  SecretFileCopied,
  SecretInValue,
  ShellAsServer,
  ShellSyntaxInExec,
  SpaceAroundEquals,
  SyntaxTooOld,
  SystemctlInContainer,
  TildeNotExpanded,
  TlsCheckDisabled,
  UnknownUser,
  UnusedArg,
  UnusedStage,
  WriteAfterVolume,
  WrongPackageManager,
];
