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
  settings: {
    "dockwright.attach.stopOnClose": {
      type: "boolean",
      default: false,
      description: {
        en: "Stop a container when the terminal that is attached to it is closed.",
        ko: "컨테이너에 연결된 터미널을 닫으면 컨테이너를 중지합니다.",
      },
    },
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
