// Prints how many milliseconds it takes to load dist/extension.js, with an empty `vscode`.
const { Module } = require("node:module");

const hollow = () =>
  new Proxy(class {}, {
    get: (target, key) => (key === "prototype" ? target.prototype : hollow()),
    apply: hollow,
  });
const load = Module._load;
Module._load = function (request, ...rest) {
  return request === "vscode" ? hollow() : load.call(this, request, ...rest);
};
const begun = performance.now();
require("../../dist/extension.js");
console.log((performance.now() - begun).toFixed(1));
process.exit(0);
