// Says what a pasted error is: a body, an HTTP response, a line of a log or a bare message becomes code, values and advice.
import { makeDecoder } from "../decode/decoder.ts";
import { decoderTable } from "../decode/decoder-table.ts";
import { TEXT_LIMIT } from "../decode/pasted-text.ts";
import { type Context, type ExitCode, openOrExplain, tell } from "./context.ts";
import { decodingJson, decodingText, type TableDecoding, unrecognised } from "./decode-report.ts";

export async function decode(text: string, context: Context, format: "text" | "json"): Promise<ExitCode> {
  const { terminal } = context;
  const project = await openOrExplain(context);
  if (project === undefined) return 2;
  if (text.trim() === "") {
    terminal.err('There is no text to decode: errtable decode "the message", or pipe it: curl … | errtable decode -\n');
    return 2;
  }
  const { check } = await import("../compile.ts");
  const { tables, severities } = project;
  const { models, diagnostics } = check({ tables, targets: [], severities }, context.host);
  if (models.size === 0) {
    await tell(
      diagnostics.filter(({ severity }) => severity === "error"),
      context,
      "narration",
    );
    return 2;
  }
  if (models.size < tables.length) terminal.err("A table with errors was left out: errtable lint shows them.\n");
  if (text.length > TEXT_LIMIT) terminal.err(`Only the first ${TEXT_LIMIT} characters were looked at.\n`);
  const decodings = [...models.values()].map(
    (model): TableDecoding => ({ model, decoding: makeDecoder(decoderTable(model))(text) }),
  );
  const isDecoded = decodings.some(({ decoding }) => decoding.candidates.length + decoding.retired.length > 0);
  if (format === "json") terminal.out(decodingJson(decodings));
  else if (isDecoded) terminal.out(decodingText(decodings, terminal.outColors));
  if (!isDecoded) terminal.err(unrecognised(decodings));
  return isDecoded ? 0 : 1;
}
