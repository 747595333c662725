// A stream of lines of JSON as values: events, and the progress of pulls, pushes and builds. Knows none of them.
import { StringDecoder } from "node:string_decoder";
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";

const maxLine = 8 * 1024 * 1024;

/** The values, as they come. @throws EngineError for a line that is no JSON, or longer than 8 MiB */
export async function* jsonLines(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  for await (const chunk of stream) {
    const text = decoder.write(chunk);
    // The begun line is joined, not searched again: long lines stay linear.
    const lines = text.split("\n");
    lines[0] = rest + (lines[0] ?? "");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim()) yield parseLine(line);
    if (rest.length > maxLine)
      throw new EngineError(
        "badAnswer",
        t("The engine's answer is longer than {0} bytes.", maxLine),
      );
  }
  rest += decoder.end();
  if (rest.trim()) yield parseLine(rest);
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new EngineError("badAnswer", t("The engine's answer is not JSON."), { cause });
  }
}
