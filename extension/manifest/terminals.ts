// Terminals and logs: settings and commands inside them.
import type { ManifestPart } from "./part.ts";

export const terminals: ManifestPart = {
  settings: {
    "dockwright.logs.tail": {
      type: "integer",
      default: 1000,
      schema: { minimum: 0, maximum: 20_000 },
      description: {
        en: "How many lines of a log are shown when it is opened.",
        ko: "로그를 열 때 표시할 줄 수입니다.",
      },
    },
    "dockwright.logs.timestamps": {
      type: "boolean",
      default: false,
      description: {
        en: "Show the time of each line of a log. The key t switches it in the log's terminal.",
        ko: "로그의 각 줄에 시각을 표시합니다. 로그 터미널에서 t 키로 바꿀 수 있습니다.",
      },
    },
  },
};
