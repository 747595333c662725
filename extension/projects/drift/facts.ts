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
