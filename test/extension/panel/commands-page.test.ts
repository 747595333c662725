// What people learn of the docker command line stands on the page of commands, verb by verb.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

/** The verbs of the usual tutorials, as the page may write them. */
const verbs = [
  ...["run -it", "run -d", "run .*-p", "run .*-e", "run .*--name", "run .*-v", "run .*--network"],
  ...["run .*--rm", "create", "ps", "ps -a", "start", "start -ai?", "stop", "restart", "rm"],
  ...["rm .*--force]?", "rename", "attach", "exec", "exec -it", "logs --follow", "inspect", "top"],
  ...["stats", "commit", "cp", "export", "import", "images", "pull", "push", "tag", "rmi"],
  ...["rmi .*--force]?", "image inspect", "history", "search", "login", "logout", "save", "load"],
  ...["build", "pause", "unpause", "kill", "wait", "port", "diff", "update", "events", "info"],
  ...["network (create|ls|inspect|connect|disconnect|rm|prune)", "context (ls|use|create|rm)"],
  ...["volume (create|ls|inspect|rm|prune)", "system (df|prune)", "container prune"],
  ...["image prune", "compose (ls|up|down|ps|logs|build|config|run|exec|restart|stop|watch)"],
];

test("the page of commands has every verb of the tutorials", () => {
  const page = readFileSync("docs/commands.md", "utf8");
  const each = verbs.flatMap((verb) => {
    const [, before, words, after] = /^(.*)\(([\w|]+)\)(.*)$/.exec(verb) ?? [];
    return words ? words.split("|").map((word) => `${before}${word}${after}`) : [verb];
  });
  assert.ok(each.length > 60);
  const missing = each.filter((verb) => !new RegExp(`\`docker ${verb}[ \`]`).test(page));
  assert.deepEqual(missing, []);
});
