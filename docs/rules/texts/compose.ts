// The long texts of the rules for Compose files that are not Compose's own refusals.
import type { RuleTexts } from "./text.ts";

export const texts: RuleTexts = {
  DuplicateExportedPort: {
    why: {
      en: "Only one process can listen on a port of the host. Compose takes the file, and the second container fails to start.",
      ko: "호스트의 포트 하나에는 프로세스 하나만 연결할 수 있습니다. Compose는 파일을 받아들이지만 두 번째 컨테이너는 시작하지 못합니다.",
    },
    bad: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n  api:\n    image: caddy:2\n    ports: ["8080:80"]\n',
    good: 'services:\n  web:\n    image: nginx:1.27\n    ports: ["8080:80"]\n  api:\n    image: caddy:2\n    ports: ["8081:80"]\n',
  },
  DuplicateMountTarget: {
    why: {
      en: "Of two mounts at one path Compose keeps the last one and says nothing, so the data of the first one is missing in the container.",
      ko: "한 경로에 마운트가 둘이면 Compose는 마지막 것만 남기고 아무 말도 하지 않으므로, 앞의 데이터가 컨테이너에 없습니다.",
    },
    bad: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data\n      - ./b:/data\n",
    good: "services:\n  web:\n    image: nginx:1.27\n    volumes:\n      - ./a:/data/a\n      - ./b:/data/b\n",
  },
  NoVersionField: {
    why: {
      en: "Compose follows one specification and warns about the field at every command.",
      ko: "Compose는 하나의 명세를 따르며 명령을 실행할 때마다 이 필드에 대해 경고합니다.",
    },
    bad: 'version: "3.8"\nservices:\n  web:\n    image: nginx:1.27\n',
    good: "services:\n  web:\n    image: nginx:1.27\n",
  },
};
