// The menu of a container's row: which rows there are, and its submenus.
import { submenusOf } from "./verbs.ts";

export const any = "^container\\.";
export const running = "^container\\.running";
/** What runs and has a health check. */
export const checked = "^container\\.running.*\\.checked";
export const paused = "^container\\.paused";
export const up = "^container\\.(running|paused|restarting)";
export const startable = "^container\\.(exited|created)";
/** What stopped, or was left over by a removal that failed. */
export const down = "^container\\.(exited|created|removing|dead)";
/** What no removal has begun to take away: the engine starts and changes nothing else. */
export const whole = "^container\\.(running|paused|restarting|exited|created)";

export const views = ["containers", "projects", "engines"];
export const stopping = "dockwright.container.stopping";
export const files = "dockwright.container.files";
export const network = "dockwright.container.network";
export const change = "dockwright.container.change";
/** Where every kind of object that is a container may put what it copies. */
export const copyOfContainer = "dockwright.container.copy";

export const containerSubmenus = submenusOf(views, {
  [stopping]: { en: "Stop and Wait", ko: "중지와 대기", rows: up, at: "1_general@5" },
  [files]: { en: "Files", ko: "파일", rows: any, at: "4_more@1" },
  [network]: { en: "Network", ko: "네트워크", rows: whole, at: "4_more@2" },
  [change]: { en: "Change", ko: "변경", rows: whole, at: "4_more@3" },
  [copyOfContainer]: { en: "Copy", ko: "복사", rows: any, at: "4_more@4" },
});
