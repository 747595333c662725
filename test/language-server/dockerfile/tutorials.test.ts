// What readers of tutorials type, with the mistakes that such texts bring along: each is told where
// it is, in English and Korean, and mended where it is clear how.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hover } from "../../../language-server/dockerfile/features/hover.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import { useTexts } from "../../../language-server/l10n.ts";
import { apply, type Files, hostWith, lintFile } from "./lint-file.ts";

interface Tutorial {
  readonly text: string;
  readonly files?: Files;
  /** `line code`, and 💡 where there is a fix. */
  readonly told: readonly string[];
}

const tutorials: Readonly<Record<string, Tutorial>> = {
  "a typographic quote, and no blank behind SHELL": {
    text: "FROM ubuntu:24.04\nSHELL[“/bin/sh”, “-c”]\nRUN echo hi\n",
    told: ["2 UnknownInstruction 💡"],
  },
  "a volume in typographic quotes": {
    text: "FROM ubuntu:24.04\nVOLUME [“/자료”]\n",
    told: ["2 TypographicQuotes 💡"],
  },
  "a server on a system past its end, with a shell as its program": {
    text: '  FROM centos:7\n  RUN yum -y install nginx\n  EXPOSE 80\n  CMD ["/bin/bash"]\n',
    told: ["1 EndOfLifeBaseImage 💡", "2 DL3032 💡", "2 DL3033", "4 ShellAsServer"],
  },
  "update and install in two RUNs": {
    text: "FROM ubuntu\nRUN apt-get update\nRUN apt-get install -y apache2\nEXPOSE 80\n",
    told: [
      "1 DL3006 💡",
      "2 AptUpdateAlone 💡",
      "2 DL3009",
      "3 DL3008",
      "3 DL3015 💡",
      "3 DL3059 💡",
    ],
  },
  "old forms, variables without a shell, two commands": {
    text: 'FROM ubuntu:24.04\nENV TOWN "Seoul"\nENV DIR /one\nWORKDIR $DIR\nWORKDIR two\nRUN ["echo", "$HOME"]\nADD page.html /srv/page.html\nCMD sleep 1\nCMD [\'sleep\', \'10\']\n',
    files: { "page.html": "" },
    told: [
      "2 LegacyKeyValueFormat 💡",
      "3 LegacyKeyValueFormat 💡",
      "5 DL3000 💡",
      "6 ShellSyntaxInExec 💡",
      "7 DL3020 💡",
      "8 JSONArgsRecommended 💡",
      "8 MultipleInstructionsDisallowed 💡",
      "9 DL4003 💡",
      "9 SingleQuotesInJson 💡",
    ],
  },
  "a health check whose program may be missing; ENTRYPOINT and CMD are right": {
    text: 'FROM ubuntu:24.04\nENTRYPOINT ["sleep"]\nCMD ["60"]\nHEALTHCHECK CMD curl -f http://localhost/ || exit 1\n',
    told: ["4 DL3025", "4 HealthcheckToolMissing 💡"],
  },
};

for (const [title, { text, files, told }] of Object.entries(tutorials))
  test(title, (context) => {
    // Systems get old, and would be told of.
    context.mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 0, 1) });
    const findings = lintFile(text, files, {});
    const { lines } = parseDockerfile(text);
    const found = findings.map(
      ({ start, code, fixes }) =>
        `${lines.lineAt(start) + 1} ${code}${(fixes?.() ?? []).length > 0 ? " 💡" : ""}`,
    );
    assert.deepEqual(found.sort(), [...told].sort());
    for (const finding of findings) {
      const [fix] = finding.fixes?.() ?? [];
      if (!fix) continue;
      const left = lintFile(apply(text, fix.edits), files, {});
      const same = left.filter(
        ({ code, message }) => code === finding.code && message === finding.message,
      );
      const before = findings.filter(
        ({ code, message }) => code === finding.code && message === finding.message,
      );
      assert.ok(same.length < before.length, `${finding.code}: ${apply(text, fix.edits)}`);
    }
  });

test("every message has its Korean", () => {
  const bundle = JSON.parse(readFileSync("l10n/bundle.l10n.ko.json", "utf8"));
  try {
    useTexts(bundle);
    for (const { text, files } of Object.values(tutorials))
      for (const { message, fixes } of lintFile(text, files, {})) {
        assert.match(message, /[가-힣]/);
        for (const { title } of fixes?.() ?? []) assert.match(title, /[가-힣]/);
      }
  } finally {
    useTexts({});
  }
});

test("a hover says what ENTRYPOINT and CMD give together", () => {
  const says = (text: string, at: string) => {
    const context = { uri: "file:///w/Dockerfile", host: hostWith({}), settings: {} };
    return hover(parseDockerfile(text), text.indexOf(at), context)?.markdown.split("\n")[0];
  };
  const both = 'FROM a\nENTRYPOINT ["sleep"]\nCMD ["60 s"]\n';
  assert.equal(says(both, "ENTRYPOINT"), "A container runs: `sleep '60 s'`");
  assert.equal(says(both, "CMD"), "A container runs: `sleep '60 s'`");
  assert.equal(says("FROM a\nCMD sleep 60\n", "CMD"), "A container runs: `/bin/sh -c 'sleep 60'`");
  assert.equal(
    says('FROM a\nENTRYPOINT sleep\nCMD ["60"]\n', "ENTRYPOINT"),
    "A container runs: `sleep`",
  );
});
