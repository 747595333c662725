// The headings below which VS Code's settings page lists the extension's settings, in this order.
import type { Text } from "./part.ts";

export const settingsSections = {
  panel: { en: "Side Panel", ko: "사이드 패널" },
  engines: { en: "Engines", ko: "엔진" },
  terminals: { en: "Terminals", ko: "터미널" },
  dockerfiles: { en: "Dockerfiles", ko: "Dockerfile" },
  compose: { en: "Compose", ko: "Compose" },
} satisfies Record<string, Text>;

export type SettingsSection = keyof typeof settingsSections;
