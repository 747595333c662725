// Containers: their view, verbs, menus and keys.
import type { CommandEntry, ManifestPart, MenuPlace } from "./part.ts";
import { inTitle, letter, onRows } from "./places.ts";

const any = "^container\\.";
const running = "^container\\.running";
const up = "^container\\.(running|paused|restarting)";
const down = "^container\\.(exited|created|dead)";

function command(
  verb: string,
  en: string,
  ko: string,
  cli: string,
  menus: readonly MenuPlace[],
  more: Partial<CommandEntry> = {},
): CommandEntry {
  return {
    id: `dockwright.containers.${verb}`,
    title: { en, ko },
    ...(cli && { cli }),
    menus,
    ...more,
  };
}

// Containers stand in the Projects view, too.
const rows = (pattern: string, group: string, inline?: string) =>
  ["containers", "projects"].flatMap((view) => onRows(view, pattern, group, inline));
const group = "^containers\\.group$";
const key = (letterKey: string) => ({ keys: [letter("containers", letterKey)] });

const fields = [
  "name",
  "image",
  "state",
  "status",
  "ports",
  "networks",
  "project",
  "service",
  "command",
  "created",
  "id",
];

export const containers: ManifestPart = {
  views: {
    dockwright: [
      {
        id: "dockwright.containers",
        name: { en: "Containers", ko: "컨테이너" },
        icon: "media/docker.svg",
        initialSize: 120,
      },
    ],
  },
  welcome: [
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == connected",
      contents: {
        en: "No containers yet.\n[Run Image…](command:dockwright.images.run)\n[Pull Image…](command:dockwright.images.pull)",
        ko: "아직 컨테이너가 없습니다.\n[이미지 실행…](command:dockwright.images.run)\n[이미지 가져오기…](command:dockwright.images.pull)",
      },
    },
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == connecting || !dockwright.engineState",
      contents: { en: "Connecting to the Docker engine…", ko: "Docker 엔진에 연결하는 중입니다…" },
    },
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == unreachable",
      contents: {
        en: "No Docker engine answers. Start Docker; the view heals by itself.\n[Choose Engine…](command:dockwright.engines.use)\n[Get Docker](https://docs.docker.com/get-docker/)",
        ko: "응답하는 Docker 엔진이 없습니다. Docker를 시작하면 이 화면이 저절로 복구됩니다.\n[엔진 선택…](command:dockwright.engines.use)\n[Docker 설치](https://docs.docker.com/get-docker/)",
      },
    },
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == denied",
      contents: {
        en: "You have no permission to use the Docker engine. Join the docker group (sudo usermod -aG docker $USER) and log in again, or use rootless Docker.\n[Choose Engine…](command:dockwright.engines.use)",
        ko: "Docker 엔진을 사용할 권한이 없습니다. docker 그룹에 가입하고(sudo usermod -aG docker $USER) 다시 로그인하거나 rootless Docker를 사용하세요.\n[엔진 선택…](command:dockwright.engines.use)",
      },
    },
    {
      view: "dockwright.containers",
      when: "dockwright.engineState == wrongTls || dockwright.engineState == tooOld",
      contents: {
        en: "The Docker engine cannot be used: its TLS certificates do not fit, or it is too old. The Engines view says more.\n[Choose Engine…](command:dockwright.engines.use)",
        ko: "Docker 엔진을 사용할 수 없습니다. TLS 인증서가 맞지 않거나 엔진이 너무 오래되었습니다. 엔진 보기에서 자세한 내용을 확인하세요.\n[엔진 선택…](command:dockwright.engines.use)",
      },
    },
  ],
  settings: {
    "dockwright.containers.groupBy": {
      type: "string",
      enum: ["none", "project", "image", "state", "networks", "registry", "label"],
      default: "project",
      description: {
        en: "What containers are grouped by.",
        ko: "컨테이너를 무엇으로 묶을지 정합니다.",
      },
    },
    "dockwright.containers.groupLabel": {
      type: "string",
      default: "",
      description: {
        en: "The label by which containers are grouped when they are grouped by label, such as `com.docker.compose.service`.",
        ko: "컨테이너를 레이블로 묶을 때 사용할 레이블입니다. 예: `com.docker.compose.service`.",
      },
    },
    "dockwright.containers.sortBy": {
      type: "string",
      enum: ["name", "image", "state", "project", "created"],
      default: "name",
      description: {
        en: "What containers are sorted by.",
        ko: "컨테이너를 무엇으로 정렬할지 정합니다.",
      },
    },
    "dockwright.containers.label": {
      type: "array",
      default: ["name"],
      schema: { items: { type: "string", enum: fields } },
      description: {
        en: "What a container's row says.",
        ko: "컨테이너 줄에 무엇을 표시할지 정합니다.",
      },
    },
    "dockwright.containers.description": {
      type: "array",
      default: ["state", "ports", "image"],
      schema: { items: { type: "string", enum: fields } },
      description: {
        en: "What stands in grey behind it.",
        ko: "그 뒤에 회색으로 무엇을 표시할지 정합니다.",
      },
    },
    "dockwright.containers.showStopped": {
      type: "boolean",
      default: true,
      description: { en: "Show stopped containers.", ko: "멈춘 컨테이너도 표시합니다." },
    },
  },
  commands: [
    command(
      "start",
      "Start",
      "시작",
      "docker start",
      [...rows(down, "1_general@1", "1"), ...rows(group, "1_general@1")],
      {
        icon: "$(play)",
      },
    ),
    command(
      "startAttached",
      "Start Attached",
      "연결하여 시작",
      "docker start -ai",
      rows(down, "1_general@2"),
    ),
    command(
      "stop",
      "Stop",
      "중지",
      "docker stop",
      [...rows(up, "1_general@1", "1"), ...rows(group, "1_general@2")],
      {
        icon: "$(debug-stop)",
        ...key("s"),
      },
    ),
    command(
      "stopAfter",
      "Stop with Timeout…",
      "시간을 정해 중지…",
      "docker stop --time",
      rows(up, "1_general@2"),
    ),
    command(
      "restart",
      "Restart",
      "재시작",
      "docker restart",
      [...rows(any, "1_general@3"), ...rows(group, "1_general@3")],
      key("r"),
    ),
    command("pause", "Pause", "일시 정지", "docker pause", rows(running, "1_general@4")),
    command(
      "unpause",
      "Unpause",
      "일시 정지 해제",
      "docker unpause",
      rows("^container\\.paused", "1_general@4", "0"),
      { icon: "$(debug-continue)" },
    ),
    command("pauseOrGoOn", "Pause or Unpause", "일시 정지 또는 해제", "docker pause", [], {
      palette: false,
      ...key("p"),
    }),
    command(
      "kill",
      "Send Signal…",
      "시그널 보내기…",
      "docker kill --signal",
      rows(up, "1_general@5"),
    ),
    command("wait", "Wait for End", "종료 기다리기", "docker wait", rows(up, "1_general@6")),
    command("rename", "Rename…", "이름 바꾸기…", "docker rename", rows(any, "1_general@7")),
    command(
      "openShell",
      "Open Shell",
      "셸 열기",
      "docker exec -it",
      rows(running, "2_active@1", "2"),
      { icon: "$(terminal)", ...key("shift+e") },
    ),
    command(
      "openShellAs",
      "Open Shell As…",
      "사용자와 디렉터리를 정해 셸 열기…",
      "docker exec -it --user --workdir",
      rows(running, "2_active@2"),
    ),
    command("exec", "Run Command…", "명령 실행…", "docker exec", rows(running, "2_active@3")),
    command("attach", "Attach", "연결", "docker attach", rows(running, "2_active@4"), key("a")),
    command(
      "logs",
      "View Logs",
      "로그 보기",
      "docker logs --follow",
      [...rows(any, "2_active@5"), ...rows(group, "2_active@1")],
      key("m"),
    ),
    command("inspect", "Inspect", "상세 정보", "docker inspect", rows(any, "2_active@6")),
    command("top", "Show Processes", "프로세스 보기", "docker top", rows(up, "2_active@7")),
    command("stats", "Show Stats", "사용량 보기", "docker stats", rows(up, "2_active@8")),
    command("statsOfAll", "Show Stats of All", "모든 사용량 보기", "docker stats", [
      inTitle("containers", "1_general@1"),
    ]),
    command("port", "Show Ports", "포트 보기", "docker port", rows(any, "2_active@9")),
    command(
      "diff",
      "Show Changed Files",
      "바뀐 파일 보기",
      "docker diff",
      rows(any, "2_active@10"),
    ),
    command(
      "why",
      "Why Did It Stop?",
      "멈춘 이유 보기",
      "docker inspect --format '{{json .State}}'",
      rows(down, "2_active@11"),
    ),
    command(
      "openInBrowser",
      "Open in Browser",
      "브라우저에서 열기",
      "",
      [
        ...rows("^container\\.running\\.ports", "2_active@12"),
        ...rows("^port$", "1_general@1", "1"),
      ],
      { icon: "$(globe)", ...key("w") },
    ),
    command("copyName", "Copy Name", "이름 복사", "", rows(any, "3_copy@1")),
    command("copyId", "Copy ID", "ID 복사", "", rows(any, "3_copy@2")),
    command("copyIp", "Copy IP Address", "IP 주소 복사", "", rows(any, "3_copy@3")),
    command(
      "copyRunLine",
      "Copy docker run Line",
      "docker run 명령 복사",
      "",
      rows(any, "3_copy@4"),
    ),
    command(
      "copyAsComposeService",
      "Copy as Compose Service",
      "Compose 서비스로 복사",
      "",
      rows(any, "3_copy@5"),
    ),
    command(
      "createComposeFile",
      "Create Compose File from Containers",
      "컨테이너로 Compose 파일 만들기",
      "",
      rows(any, "3_copy@6"),
    ),
    command(
      "commit",
      "Commit to Image…",
      "이미지로 저장…",
      "docker commit",
      rows(any, "4_change@1"),
    ),
    command(
      "copyTo",
      "Copy Files to Container…",
      "컨테이너로 파일 복사…",
      "docker cp",
      rows(any, "4_change@4"),
    ),
    command(
      "copyFrom",
      "Copy Files from Container…",
      "컨테이너에서 파일 복사…",
      "docker cp",
      rows(any, "4_change@5"),
    ),
    command(
      "setLimits",
      "Set Limits…",
      "리소스 제한 설정…",
      "docker update --memory --cpus",
      rows(any, "4_change@6"),
    ),
    command(
      "connect",
      "Connect to Network…",
      "네트워크에 연결…",
      "docker network connect",
      rows(any, "4_change@7"),
    ),
    command(
      "disconnect",
      "Disconnect from Network…",
      "네트워크 연결 해제…",
      "docker network disconnect",
      rows(any, "4_change@8"),
    ),
    command(
      "export",
      "Export Files…",
      "파일 내보내기…",
      "docker export -o",
      rows(any, "4_change@2"),
    ),
    command(
      "setRestartPolicy",
      "Set Restart Policy…",
      "재시작 정책 설정…",
      "docker update --restart",
      rows(any, "4_change@3"),
    ),
    command(
      "remove",
      "Remove…",
      "제거…",
      "docker rm",
      [...rows(any, "9_destructive@1"), ...rows(group, "9_destructive@1")],
      key("d"),
    ),
    command(
      "removeWithVolumes",
      "Remove with Volumes…",
      "볼륨과 함께 제거…",
      "docker rm --force --volumes",
      rows(any, "9_destructive@2"),
    ),
    command(
      "prune",
      "Remove Stopped Containers…",
      "멈춘 컨테이너 제거…",
      "docker container prune",
      [inTitle("containers", "9_destructive@1")],
    ),
    command("removeAll", "Remove All Containers…", "모든 컨테이너 제거…", "docker rm --force", [
      inTitle("containers", "9_destructive@2"),
    ]),
  ],
};
