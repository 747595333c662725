// Runs test files in one process of their own, with limits in time, and gives their totals.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { add, failure, noTotals, totalsMark } from "./totals.mjs";

/**
 * Runs the files in one new process and shows its lines as they come. A process that dies or
 * outlasts `limit` (ms) counts as one failed test, and nothing that it started is left behind.
 */
export function runFiles(files, { limit, env = {}, arguments: extra = [] }) {
  const child = spawn(
    process.execPath,
    [
      "--test",
      "--test-isolation=none",
      "--test-force-exit",
      "--test-timeout=300000",
      "--test-reporter=./scripts/test/reporter.mjs",
      "--test-reporter-destination=stdout",
      ...extra,
      ...files,
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      env: { ...process.env, ...env },
    },
  );
  const stop = () => killTree(child);
  process.on("exit", stop);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, limit);
  return new Promise((resolve) => {
    const seen = { totals: undefined };
    showLines(child, seen);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      process.off("exit", stop);
      stop();
      resolve(outcome(seen.totals, files, late ? `no end after ${limit / 1000} s` : signal, code));
    });
  });
}

function showLines(child, seen) {
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (line.startsWith(totalsMark)) seen.totals = JSON.parse(line.slice(totalsMark.length));
    else console.log(line);
  });
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (!/ExperimentalWarning|--trace-warnings/.test(line)) console.log(line);
  });
}

function outcome(told, files, trouble, code) {
  const totals = noTotals();
  if (told) add(totals, told);
  const dead = told === undefined || trouble || (code !== 0 && totals.failed === 0);
  if (!dead) return totals;
  const text = `${files.join(" ")}: ${trouble || `the process ended with ${code}`}`;
  console.log(`✖ ${text}`);
  add(totals, failure(text));
  return totals;
}

function killTree(child) {
  try {
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
