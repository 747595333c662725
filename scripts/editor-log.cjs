// Writes the logs of VS Code in the browser, from which its Output view reads. It stands in for the
// package @vscode/spdlog there, which would have to be compiled; files are not rotated.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
  #file;
  #level = levels.indexOf("info");
  #isPlain = false;

  constructor(file) {
    this.#file = file;
  }

  setLevel(level) {
    this.#level = level;
  }

  /** VS Code has one pattern only: time, level, text. */
  setPattern() {
    this.#isPlain = false;
  }

  /** Texts are written as they are from now on: an extension's output without levels. */
  clearFormatters() {
    this.#isPlain = true;
  }

  trace = (text) => this.#write(0, text);
  debug = (text) => this.#write(1, text);
  info = (text) => this.#write(2, text);
  warn = (text) => this.#write(3, text);
  error = (text) => this.#write(4, text);
  critical = (text) => this.#write(5, text);
  flush() {}
  drop() {}

  #write(level, text) {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace("T", " ").replace("Z", "");
    const line = this.#isPlain ? text : `${time} [${levels[level]}] ${text}\n`;
    // A log that cannot be written, since its folder has just been removed, stops nobody.
    try {
      appendFileSync(this.#file, line);
    } catch {}
  }
}

async function createRotatingLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
