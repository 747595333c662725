// What the panel says where there is nothing to list, or the engine is not this machine's: windows of
// their own, each on an engine in that state.
import { chmodSync, chownSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { knownHost, makeKey, provideSsh, startSshd } from "../../test/engine/sshd.ts";
import type { WorkbenchOptions } from "../../test/ui/begin.ts";
import { startEngine } from "../engine.ts";
import { api } from "../engine-api.ts";
import { busyboxImage, helloImage } from "../engine-images.ts";
import type { Bed } from "./bed.ts";
import type { LookWindow } from "./window.ts";

/** A state, and the picture of it. */
export interface State {
  /** What the window needs beyond what every small one has. */
  readonly options: Partial<WorkbenchOptions>;
  /** Waits until the window says it. */
  begin(look: LookWindow): Promise<unknown>;
  /** Takes the picture; shown again in another theme. */
  show(look: LookWindow): Promise<unknown>;
  end(): unknown;
}

const size = { width: 940, height: 1000 };
const nobody = 65534;
// Root may open every socket: this root may not, as little as anybody else.
const withoutPower = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"];

const sideBar = (name: string) => (look: LookWindow) =>
  look.around(name, look.ui.page.locator(".part.sidebar"));

/** Waits for the buttons of these views' welcome texts: while it is not known what there is there are none. */
const welcomes =
  (...views: string[]) =>
  async (look: LookWindow): Promise<void> => {
    const { ui } = look;
    await ui.openView(look.view("images"));
    await ui.openView(look.view("containers"));
    for (const view of views)
      await ui.view(look.view(view)).locator(".monaco-button").first().waitFor();
    await ui.page.mouse.move(size.width - 100, size.height - 100);
  };

const at = (engine: string): Partial<WorkbenchOptions> => ({
  engine,
  size,
  workspace: "",
  env: { DOCKER_CONTEXT: "" },
});

const states: readonly ((bed: Bed) => Promise<State>)[] = [
  async () => ({
    options: at("unix:///run/no-engine.sock"),
    begin: welcomes("containers"),
    show: sideBar("welcome-no-engine"),
    end() {},
  }),
  async ({ folder }) => {
    const socket = join(folder, "locked.sock");
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    chownSync(socket, nobody, nobody);
    chmodSync(socket, 0o600);
    return {
      options: { ...at(`unix://${socket}`), through: withoutPower },
      begin: welcomes("containers"),
      show: sideBar("welcome-no-permission"),
      end: () => server.close(),
    };
  },
  async () => {
    const engine = await startEngine("look-empty");
    for (const image of [busyboxImage, helloImage])
      await api(engine.socket, "DELETE", `/images/${image}`);
    return {
      options: at(`unix://${engine.socket}`),
      begin: welcomes("containers", "projects", "images"),
      show: sideBar("welcome-empty"),
      end: () => engine.stop(),
    };
  },
  overSsh,
];

/** The bed's engine by way of ssh, as that of another machine. */
async function overSsh({ socket, folder }: Bed): Promise<State> {
  if (!provideSsh()) throw new Error("there is no ssh");
  const [host, user] = ["host", "user"].map((name) => makeKey(join(folder, name))) as [
    string,
    string,
  ];
  const limited = { key: user, command: "true" };
  const sshd = await startSshd(folder, { host, user, limited }, socket);
  writeFileSync(join(folder, "known"), knownHost(sshd.port, host));
  const config = [
    "Host staging.example.com",
    "HostName 127.0.0.1",
    `Port ${sshd.port}`,
    "User root",
    `UserKnownHostsFile ${join(folder, "known")}`,
    `IdentityFile ${user}`,
  ].join("\n");
  writeFileSync(join(folder, "ssh_config"), config);
  // What ssh is told stands for this window's programs in the place of the machine's own settings.
  const script = 'mount --bind "$0" /etc/ssh/ssh_config && exec "$@"';
  const through = ["unshare", "--mount", "sh", "-c", script, join(folder, "ssh_config")];
  return {
    options: { ...at("ssh://staging.example.com"), through },
    async begin(look) {
      await look.ui.openView(look.view("containers"));
      await look.ui.row(look.view("containers"), "backup").waitFor();
    },
    async show(look) {
      const box = look.ui.page.locator(".monaco-dialog-box");
      await look.ui.row(look.view("containers"), "backup").first().click();
      await look.ui.page.keyboard.press("d");
      await box.getByText("ssh://staging.example.com").waitFor();
      await look.around("question-far", box);
      await look.ui.page.keyboard.press("Escape");
      await box.waitFor({ state: "hidden" });
    },
    end: () => sshd.cut(),
  };
}

/** Shows each state to `work`, one after the other. */
export async function inEachState(bed: Bed, work: (state: State) => Promise<void>): Promise<void> {
  for (const make of states) {
    const state = await make(bed);
    try {
      await work(state);
    } finally {
      await state.end();
    }
  }
}
