// What the language server may know of the engine, from the live model alone. It is asked while
// somebody watches the engine; otherwise the answer is that nothing is known.
import type { EngineAnswers } from "./client.ts";
import type { Connection } from "./connection.ts";
import type { Model } from "./engine/model/model.ts";
import { published } from "./views/container-fields.ts";
import { stateWords } from "./views/container-words.ts";

type Answer = (model: Model, name: string) => unknown;

const answers: Partial<Record<string, Answer>> = {
  images: ({ images }) => [...images.values()].flatMap(({ tags }) => tags),
  networks: ({ networks }) => [...networks.values()].map(({ name }) => name),
  volumes: ({ volumes }) => [...volumes.values()].map(({ name }) => name),
  usedPorts: ({ containers }) =>
    [...containers.values()].flatMap(({ name, project, ports }) =>
      published(ports).map(({ host, protocol }) => ({
        port: host,
        protocol,
        container: name,
        ...(project && { project }),
      })),
    ),
  serviceStates: ({ containers }, project) =>
    Object.fromEntries(
      [...containers.values()]
        .filter((container) => container.project === project && container.service)
        .map((container) => [container.service, stateWords(container)]),
    ),
};

/** Answers from the model of the engine in use; `null` for what is not known. */
export function engineAnswers(connection: Connection): EngineAnswers {
  return {
    async answer({ about, name = "" }) {
      const model = connection.current?.model;
      return model?.live ? (answers[about]?.(model, name) ?? null) : null;
    },
    onDidChange: (listener) => connection.onDidChange(() => listener()),
  };
}
