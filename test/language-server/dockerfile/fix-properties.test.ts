// What holds for every fix in every surrounding: the finding is gone, nothing is refused that was
// not before, and comments, line ends and everything that the fix does not name are as they were.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import { seeded } from "../../property-seed.ts";
import { type Case, readCases } from "./caret-fixture.ts";
import { apply, lintFile } from "./lint-file.ts";

interface Sample extends Case {
  readonly code: string;
}

const folder = "test/language-server/dockerfile/rules";
const samples: readonly Sample[] = globSync(`${folder}/*.dockerfile`)
  .filter((path) => !path.endsWith(".fixed.dockerfile"))
  .sort()
  .flatMap((path) => {
    const code = path.slice(folder.length + 1, -".dockerfile".length);
    return readCases(readFileSync(path, "utf8")).map((one) => ({ ...one, code }));
  })
  .filter((one) => findings(one, one.text).some(({ fixes }) => (fixes?.() ?? []).length > 0));

function findings({ code, files, lint }: Sample, text: string, beside = files) {
  const settings = { lint: { preset: "all" as const, ...lint } };
  return lintFile(text, beside, settings).filter((finding) => code === "" || finding.code === code);
}

/** What may stand around a case without changing what it means. */
const surroundings = fc.record({
  returns: fc.boolean(),
  before: fc.constantFrom("", "# first\n", "\n\n", "# first\n\n# second\n"),
  after: fc.constantFrom("", "# last\n", "\n\n# last", "\t\n"),
  indent: fc.constantFrom("", "  "),
});

function surround(
  { text }: Sample,
  around: typeof surroundings extends fc.Arbitrary<infer T> ? T : never,
) {
  const { before, after, indent, returns } = around;
  // Directives must be the first lines, and only lines of one instruction each can be moved in.
  const movable = !/<<|\\\n|`\n/.test(text);
  const inner = movable ? text.replace(/^(?=[A-Za-z])/gm, indent) : text;
  const whole = `${/^# *\w+ *=/.test(text) ? "" : before}${inner}${after}`;
  return returns ? whole.replace(/\n/g, "\r\n") : whole;
}

test("a fix removes its finding and leaves the rest alone", () => {
  assert.ok(samples.length > 90, String(samples.length));
  fc.assert(
    fc.property(fc.constantFrom(...samples), surroundings, fc.nat(5), (sample, around, pick) => {
      const text = surround(sample, around);
      const before = findings(sample, text);
      const fixable = before.filter(({ fixes }) => (fixes?.() ?? []).length > 0);
      const fix = fixable[pick % Math.max(fixable.length, 1)]?.fixes?.()[0];
      if (!fix) return;
      const result = apply(text, fix.edits);
      const beside = Object.entries(fix.otherFiles ?? {}).map(([uri, edits]) => {
        const name = uri.replace("file:///w/", "");
        return [name, apply(sample.files[name] ?? "", edits)];
      });
      const files = { ...sample.files, ...Object.fromEntries(beside) };
      assert.ok(findings(sample, result, files).length < before.length, `still there: ${result}`);
      assert.ok(errors(sample, result) <= errors(sample, text), `refused: ${result}`);
      for (const comment of remarks(text)) assert.ok(result.includes(comment), `lost: ${comment}`);
      if (around.returns) assert.doesNotMatch(result, /(?<!\r)\n/);
      else assert.doesNotMatch(result, /\r/);
    }),
    seeded,
  );
});

function errors(sample: Sample, text: string): number {
  const all = findings({ ...sample, code: "" }, text);
  return all.filter(({ severity }) => severity === "error").length;
}

/** Comments that are neither directives nor pragmas, which a fix may be about. */
function remarks(text: string): readonly string[] {
  const { comments, directives } = parseDockerfile(text);
  const head = directives.at(-1)?.end ?? 0;
  return comments
    .filter((comment) => comment.start > head && !/^hadolint|^check *=/.test(comment.text))
    .map((comment) => comment.text);
}
