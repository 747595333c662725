// From the name of a build's step to the Dockerfile's instruction. Pure.
import type { DockerfileFacts, InstructionFact } from "../../language-server/protocol.ts";

/**
 * The instruction that a step comes from. BuildKit calls a step `[stage 2/5] RUN …` and counts FROM
 * of an image, RUN, COPY, ADD and WORKDIR of the stage; the classic builder, whose steps bear no
 * stage, counts every instruction of the file, and Podman every one of a stage.
 */
export function instructionOfStep(
  facts: DockerfileFacts,
  step: string,
): InstructionFact | undefined {
  const { instructions, stages } = facts;
  const [, image] = /^\[internal\] load metadata for (\S+)$/.exec(step) ?? [];
  if (image) return fromOf(facts, image);
  const shape = /^\[(?:\S+\/\S+ )?(?:([^\s\]]+) )?(\d+)\/(\d+)\] (\w+)/.exec(step);
  if (!shape) return undefined;
  const [head, name, number, total, keyword = ""] = shape;
  const text = step.slice(head.length - keyword.length).replace(/\s+/g, " ");
  const stage = stageOf(stages, name);
  const ofStage = (index: number) => instructions.filter((one) => one.stage === index);
  const own = ofStage(stage);
  const base = stages[stage]?.base ?? "";
  const noBase = base === "scratch" || stages.slice(0, stage).some((one) => one.name === base);
  const counted = own
    .filter((one) => /^(FROM|RUN|COPY|ADD|WORKDIR)$/.test(one.keyword))
    .slice(noBase ? 1 : 0);
  const classic = name ? [] : [instructions, ...stages.map((_, index) => ofStage(index))];
  const at = Number(number) - 1;
  for (const list of [counted, ...classic])
    if (list.length === Number(total) && list[at]?.keyword === keyword.toUpperCase())
      return list[at];
  const same = (one: InstructionFact) => one.text === text;
  const alike = (one: InstructionFact) => one.keyword === keyword.toUpperCase();
  if (counted[at] && alike(counted[at])) return counted[at];
  return own.find(same) ?? instructions.find(same) ?? own.find(alike);
}

/** The FROM that wants an image, which the engine names in full: a missing one is found missing here. */
function fromOf({ instructions, stages }: DockerfileFacts, image: string) {
  const stage = stages.findIndex(({ base }) => {
    const parts = base.split(/\$\{[^}]*\}|\$\w+/);
    const shape = parts.map((part) => part.replace(/[.*+?^$()|[\]{}\\]/g, "\\$&")).join(".+");
    return new RegExp(`^(docker\\.io/)?(library/)?${shape}(:latest)?$`).test(image);
  });
  return instructions.find((one) => one.keyword === "FROM" && one.stage === stage);
}

/** The index of a stage by its name in a step; steps without one are of the last. */
function stageOf(stages: DockerfileFacts["stages"], name: string | undefined): number {
  const last = stages.length - 1;
  const named = stages.findIndex((one) => one.name.toLowerCase() === name?.toLowerCase());
  if (named >= 0) return named;
  return Number(/^stage-(\d+)$/.exec(name ?? "")?.[1] ?? last);
}
