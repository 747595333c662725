// What dockerode costs in the bundle: its size, its time to load, and that the extension starts without it.
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { figures } from "./engine/bed.ts";

execFileSync(process.execPath, ["esbuild.mjs", "--production"], { stdio: "ignore" });
const bundle = "./dist/dockerode.js";
const run = (program: string) => execFileSync(process.execPath, ["-e", program]).toString();
// On the wall and on the processor: the machine may be busy with something else.
const loads = Array.from({ length: 15 }, () =>
  run(`const b = performance.now(), c = process.cpuUsage();
require(${JSON.stringify(bundle)});
const { user, system } = process.cpuUsage(c);
console.log(performance.now() - b, (user + system) / 1000);`)
    .split(" ")
    .map(Number),
);
const column = (at: number) => figures(loads.map((one) => one[at] ?? 0));
console.log(`dockerode in the bundle: ${(statSync(bundle).size / 1000).toFixed(0)} kB`);
console.log(`dockerode, time to load: ${column(0)}`);
console.log(`dockerode, processor's time to load: ${column(1)}`);
const early = run(`
const { Module } = require("node:module");
const hollow = () => new Proxy(class {}, { get: (t, k) => (k === "prototype" ? t.prototype : hollow()), apply: hollow });
const load = Module._load;
Module._load = (name, ...rest) => (name === "vscode" ? hollow() : load(name, ...rest));
require("./dist/extension.js");
console.log(Object.keys(require.cache).filter((file) => file.endsWith("dockerode.js")).length);
process.exit(0);`);
console.log(`dockerode, loaded with the extension: ${Number(early)} times`);
