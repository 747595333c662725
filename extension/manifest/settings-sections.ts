// The headings below which VS Code's settings page lists the extension's settings, in this order.
import type { Text } from "./part.ts";

export const settingsSections = {
  panel: { en: "Side Panel", ko: "사이드 패널" },
  engines: { en: "Engines and Registries", ko: "엔진과 레지스트리" },
  terminals: { en: "Terminals and Command Lines", ko: "터미널과 명령줄" },
  dockerfiles: { en: "Dockerfiles", ko: "Dockerfile" },
  compose: { en: "Compose Files and Projects", ko: "Compose 파일과 프로젝트" },
} satisfies Record<string, Text>;

export type SettingsSection = keyof typeof settingsSections;
