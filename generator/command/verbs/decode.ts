// Recognises a pasted error: a body, an HTTP response, a line of a log or a bare message becomes code, values and advice.
import { makeDecoder } from "../../decode/decoder.ts";
import { decoderTable } from "../../decode/decoder-table.ts";
import { TEXT_LIMIT } from "../../decode/pasted-text.ts";
import { type ExitCode, exitOfErrors } from "../../output/run/outcome.ts";
import { reportFindings } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";
import { decodingJson, decodingText, type TableDecoding, unrecognised } from "./decode-report.ts";

export async function decode(text: string, session: Session, format: "text" | "json"): Promise<ExitCode> {
  const { terminal } = session;
  const opened = await session.openModels();
  if (opened === undefined) return 2;
  if (text.trim() === "") {
    terminal.err('There is no text to decode: errtable decode "the message", or pipe it: curl … | errtable decode -\n');
    return 2;
  }
  const { models, diagnostics, config } = opened;
  if (models.size === 0) {
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    await reportFindings(session, errors);
    return errors.length > 0 ? exitOfErrors(errors) : 2;
  }
  if (models.size < config.tables.length) terminal.err("A table with errors was left out: errtable lint shows them.\n");
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
