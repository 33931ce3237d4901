// A problem at a place of a description becomes the error that refuses the file.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { FindingId } from "../../diagnostic/kinds.ts";
import type { SourceFile, Span } from "../../diagnostic/source.ts";

export function refuse(
  source: SourceFile,
  { start, end }: Span,
  code: FindingId,
  message: string,
  help: string,
): Diagnostic {
  return { code, severity: "error", message, help, place: { source, span: { start, end: Math.max(start, end) } } };
}
