// The rows below the engine in use: what it is, and how much it holds. Asked for when somebody unfolds it.
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { info } from "../engine/verbs/system.ts";
import { size } from "../wording/format.ts";
import type { Node } from "./node.ts";
import { type Line, line } from "./rows.ts";

/** The facts of an engine that is connected. */
export async function engineFacts(engine: Engine): Promise<Node[]> {
  const facts = await info(engine);
  const { ServerVersion = "", Driver = "", Containers = 0, ContainersRunning = 0 } = facts;
  const product = engine.info?.product ?? "Docker";
  const system = [facts.OperatingSystem, `${facts.OSType ?? ""}/${facts.Architecture ?? ""}`];
  const machine = [
    facts.NCPU && t("Processors: {0}", facts.NCPU),
    facts.MemTotal && size(facts.MemTotal),
  ];
  const rows: (Omit<Line, "id"> & { of: string })[] = [
    {
      of: "version",
      label: `${product} ${ServerVersion}`,
      description: `API ${engine.info?.apiVersion ?? ""}`,
      icon: "versions",
    },
    { of: "system", label: system.filter(Boolean).join(" · "), icon: "vm" },
    { of: "machine", label: machine.filter(Boolean).join(" · "), icon: "chip" },
    { of: "driver", label: t("Storage driver"), description: Driver, icon: "layers" },
    {
      of: "containers",
      label: t("Containers"),
      description: t("{0}, {1} of them running", Containers, ContainersRunning),
      icon: "server-process",
    },
    { of: "images", label: t("Images"), description: String(facts.Images ?? 0), icon: "package" },
    { of: "root", label: t("Data folder"), description: facts.DockerRootDir ?? "", icon: "folder" },
  ];
  const warnings = (facts.Warnings ?? []).filter((text) => text.startsWith("WARNING"));
  for (const [index, text] of warnings.entries())
    rows.push({ of: `warning/${index}`, label: text.replace(/^WARNING: */, ""), icon: "warning" });
  return rows
    .filter(({ label, description }) => label && description !== "")
    .map(({ of, ...row }) =>
      line({ id: `engines/fact/${of}`, contextValue: "engineFact", ...row }),
    );
}
