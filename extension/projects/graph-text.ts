// What of a graph its page in the browser needs, too. Pure; imports nothing.

export interface GraphNode {
  readonly name: string;
  /** The state in words, so that no one needs the colour. */
  readonly words: string;
  readonly condition: "running" | "partly" | "stopped" | "absent";
  /** True: `up` leaves it out, because its profiles are not switched on. */
  readonly off: boolean;
  /** 0 starts first; a service stands behind all that it waits for. */
  readonly step: number;
  /** Place among those of the same step. */
  readonly row: number;
}

export interface GraphEdge {
  /** This one waits … */
  readonly from: string;
  /** … for that one. */
  readonly to: string;
  readonly condition: string;
}

const short: Readonly<Record<string, string>> = {
  service_started: "started",
  service_healthy: "healthy",
  service_completed_successfully: "completed",
};

/** A condition without its prefix. */
export const conditionText = (condition: string): string => short[condition] ?? condition;
