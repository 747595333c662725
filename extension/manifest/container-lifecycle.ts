// The verbs that change the state of containers, from start to removal.
import { any, paused, running, startable, stopping, up, whole } from "./container-menu.ts";
import { inTitle, onRows, withEngines } from "./places.ts";
import type { Verb } from "./verbs.ts";

/** A group of containers stands for all that are in it. */
export const onGroups = (at: string) =>
  onRows(withEngines("containers"), "^containers\\.group$", at);

export const containerLifecycle: Readonly<Record<string, Verb>> = {
  start: {
    en: "Start",
    ko: "시작",
    cli: "start",
    rows: startable,
    at: "1_general@1",
    inline: "1",
    icon: "play",
    menus: onGroups("1_general@1"),
  },
  startAttached: {
    en: "Start Attached",
    ko: "연결하여 시작",
    cli: "start -ai",
    rows: startable,
    at: "1_general@2",
  },
  stop: {
    en: "Stop",
    ko: "중지",
    cli: "stop",
    rows: up,
    at: "1_general@1",
    inline: "1",
    icon: "debug-stop",
    key: "s",
    menus: onGroups("1_general@2"),
  },
  restart: {
    en: "Restart",
    ko: "재시작",
    cli: "restart",
    rows: whole,
    at: "1_general@3",
    key: "r",
    menus: onGroups("1_general@3"),
  },
  pause: { en: "Pause", ko: "일시 정지", cli: "pause", rows: running, at: "1_general@4" },
  unpause: {
    en: "Unpause",
    ko: "일시 정지 해제",
    cli: "unpause",
    rows: paused,
    at: "1_general@4",
    inline: "0",
    icon: "debug-continue",
  },
  pauseOrGoOn: {
    en: "Pause or Unpause",
    ko: "일시 정지 또는 해제",
    cli: "pause",
    key: "p",
    palette: false,
  },
  stopAll: {
    en: "Stop All Containers…",
    ko: "모든 컨테이너 중지…",
    cli: "stop",
    menus: [inTitle("containers", "1_general@2")],
  },
  stopAfter: {
    en: "Stop with Timeout…",
    ko: "시간을 정해 중지…",
    cli: "stop --time",
    rows: up,
    submenu: stopping,
    at: "1_stop@1",
  },
  kill: {
    en: "Send Signal…",
    ko: "시그널 보내기…",
    cli: "kill --signal",
    rows: up,
    submenu: stopping,
    at: "1_stop@2",
  },
  wait: {
    en: "Wait Until It Exits",
    ko: "종료 기다리기",
    cli: "wait",
    rows: up,
    submenu: stopping,
    at: "2_wait@1",
  },
  remove: {
    en: "Remove…",
    ko: "제거…",
    cli: "rm [--force]",
    rows: any,
    at: "9_destructive@1",
    key: "d",
    menus: onGroups("9_destructive@1"),
  },
  removeWithVolumes: {
    en: "Remove with Volumes…",
    ko: "볼륨과 함께 제거…",
    cli: "rm --force --volumes",
    rows: any,
    at: "9_destructive@2",
  },
  prune: {
    en: "Remove Stopped Containers…",
    ko: "멈춘 컨테이너 제거…",
    cli: "container prune",
    menus: [inTitle("containers", "9_destructive@1")],
  },
  removeAll: {
    en: "Remove All Containers…",
    ko: "모든 컨테이너 제거…",
    cli: "rm --force",
    menus: [inTitle("containers", "9_destructive@2")],
  },
};
