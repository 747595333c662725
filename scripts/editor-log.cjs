// Writes the logs of VS Code in the browser, from which its Output view reads. It stands in for the
// package @vscode/spdlog there, which would have to be compiled. As there, a file that has grown to its
// size becomes `name.1.log`, the one before that `name.2.log`, up to as many as are wanted.
const { appendFileSync, mkdirSync, renameSync, statSync } = require("node:fs");
const { dirname, format, parse } = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
  #file;
  #size;
  #mostBytes;
  #mostFiles;
  #level = levels.indexOf("info");
  #isPlain = false;

  constructor(file, mostBytes, mostFiles) {
    this.#file = file;
    this.#mostBytes = mostBytes;
    this.#mostFiles = mostFiles;
    this.#size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
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
      const bytes = Buffer.byteLength(line);
      if (this.#size > 0 && this.#size + bytes > this.#mostBytes) this.#rotate();
      appendFileSync(this.#file, line);
      this.#size += bytes;
    } catch {}
  }

  #rotate() {
    this.#size = 0;
    for (let number = this.#mostFiles; number > 0; number--) {
      const older = this.#numbered(number - 1);
      if (statSync(older, { throwIfNoEntry: false })) renameSync(older, this.#numbered(number));
    }
  }

  #numbered(number) {
    const { dir, name, ext } = parse(this.#file);
    return number === 0 ? this.#file : format({ dir, name: `${name}.${number}`, ext });
  }
}

async function createRotatingLogger(_name, file, mostBytes, mostFiles) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file, mostBytes, mostFiles);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
