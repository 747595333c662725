// What a service and its container are compared by.
import type { Definition, Raw, ServiceDefinition } from "../definition.ts";

/** All that is needed for the comparison. */
export interface DriftFacts {
  readonly service: ServiceDefinition;
  readonly definition: Definition;
  /** `GET /containers/{id}/json` */
  readonly container: Raw;
  /** `Config` of the image that the container was made from: its values hold where the file is silent. */
  readonly imageConfig: Raw;
  /** The id that the service's image has now; empty when there is none of that name. */
  readonly imageNow: string;
}

/** Values by entry: what one side of a collection says. */
export type Entries = ReadonlyMap<string, string>;

/** A key whose entries are compared one by one. */
export interface Collection {
  readonly key: string;
  file(facts: DriftFacts): Entries;
  container(facts: DriftFacts): Entries;
}

/** A key that has one value. */
export interface Field {
  readonly key: string;
  /** Undefined where the file says nothing that could be compared. */
  file(facts: DriftFacts): string | undefined;
  container(facts: DriftFacts): string;
}
