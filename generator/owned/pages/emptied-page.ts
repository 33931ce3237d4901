// A page becomes the text that people wrote: its blocks are empty, as they are before the first run.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { applyEdits } from "../../diagnostic/text-edits.ts";
import { blocksOf } from "./marked-blocks.ts";
import { endMarker, reporter } from "./markers.ts";
import { languageOf } from "./page-languages.ts";

/** Undefined where a marker is broken, or words of people stand in a block. */
export function emptiedPage(source: SourceFile): string | undefined {
  const language = languageOf(source.path);
  if (language === undefined) return undefined;
  const found: Diagnostic[] = [];
  const { blocks } = blocksOf({ source, language }, reporter(source, found));
  if (found.length > 0 || blocks.some(({ isUntouched }) => !isUntouched)) return undefined;
  const edits = blocks.map(({ begin, end }) => {
    return { start: begin.line.next, end: end.line.start + end.line.text.length, text: endMarker(end) };
  });
  return applyEdits(source.text, edits);
}
