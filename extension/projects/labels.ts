// What Compose notes on the containers it makes. Pure; the labels are text that anybody may have written.
import type { Container } from "../engine/model/objects.ts";

/** A service that another one waits for. */
export interface Dependency {
  readonly service: string;
  /** service_started, service_healthy or service_completed_successfully. */
  readonly condition: string;
}

export interface ComposeLabels {
  readonly project: string;
  readonly service: string;
  /** 1, 2 … among the containers of the service. */
  readonly number: number;
  /** Made by `run`, and no replica of the service. */
  readonly oneOff: boolean;
  /** Hash of the service's configuration at creation, by the rules of the Compose that made it. */
  readonly configHash: string;
  /** The image that the container was made from. */
  readonly imageId: string;
  readonly folder: string;
  readonly files: readonly string[];
  readonly environmentFiles: readonly string[];
  readonly dependencies: readonly Dependency[];
}

const prefix = "com.docker.compose.";

// Asked for at every event, of every container, while labels never change.
const known = new WeakMap<object, ComposeLabels | undefined>();

/** The labels of a container that belongs to a Compose project; undefined for any other. */
export function composeLabels({ labels }: Pick<Container, "labels">): ComposeLabels | undefined {
  if (!known.has(labels)) known.set(labels, read(labels));
  return known.get(labels);
}

function read(labels: Container["labels"]): ComposeLabels | undefined {
  const label = (name: string) => labels[prefix + name] ?? "";
  const project = label("project");
  const service = label("service");
  if (!project || !service) return undefined;
  return {
    project,
    service,
    number: Number(label("container-number")) || 1,
    oneOff: label("oneoff").toLowerCase() === "true",
    configHash: label("config-hash"),
    imageId: label("image"),
    folder: label("project.working_dir"),
    files: list(label("project.config_files")),
    environmentFiles: list(label("project.environment_file")),
    dependencies: list(label("depends_on")).map((one) => {
      const [service = "", condition = "service_started"] = one.split(":");
      return { service, condition };
    }),
  };
}

const list = (text: string): string[] => text.split(",").filter(Boolean);
