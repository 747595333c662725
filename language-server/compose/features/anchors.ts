// Anchors and aliases with their places. An alias means the last anchor of its name above it.
import type { ComposeDocument } from "../yaml/document.ts";
import type { Name } from "./name.ts";

/** The anchors and aliases of a file, as names. */
export function anchorNames({ readings }: ComposeDocument): readonly Name[] {
  return readings.flatMap((document, index) => {
    const counts = new Map<string, number>();
    return document.flatMap(({ marks }) =>
      marks.map(({ name, declares, start, end }): Name => {
        const count = (counts.get(name) ?? 0) + (declares ? 1 : 0);
        counts.set(name, count);
        return {
          kind: "anchor",
          name,
          declares,
          key: `anchor ${index} ${count} ${name}`,
          start,
          end,
        };
      }),
    );
  });
}
