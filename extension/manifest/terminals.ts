// Terminals and logs: settings and commands inside them.
import type { ManifestPart } from "./part.ts";

/** A key that goes to a container which can be left by it, and not to VS Code. */
const passedOn = (key: string, text: string) => ({
  command: "workbench.action.terminal.sendSequence",
  key,
  args: { text },
  when: "terminalFocus && dockwright.detachable",
});

export const terminals: ManifestPart = {
  contributes: { keybindings: [passedOn("ctrl+p", "\u0010"), passedOn("ctrl+q", "\u0011")] },
  section: "terminals",
  settings: {
    "dockwright.attach.stopOnClose": {
      type: "boolean",
      default: false,
      description: {
        en: "Stop a container when the terminal attached to it is closed.",
        ko: "컨테이너에 연결된 터미널을 닫으면 컨테이너를 중지합니다.",
      },
    },
    "dockwright.logs.tail": {
      type: "integer",
      default: 1000,
      schema: { minimum: 0, maximum: 20_000 },
      description: {
        en: "How many of the last lines to show when a log is opened.",
        ko: "로그를 열 때 표시할 마지막 줄의 수입니다.",
      },
    },
    "dockwright.logs.timestamps": {
      type: "boolean",
      default: false,
      description: {
        en: "Show the time of each line of a log. In the log's terminal, the key t turns it on and off.",
        ko: "로그의 각 줄에 시각을 표시합니다. 로그 터미널에서 t 키로 켜고 끌 수 있습니다.",
      },
    },
  },
};
