// Notes about people's files, which need no correction, become lines for stderr.

import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { positionAt } from "../diagnostic/source.ts";
import { showControls } from "../diagnostic/unseen.ts";

export function noteLines(notes: readonly Diagnostic[]): string {
  return notes.map((note) => `${showControls(noteLine(note))}\n`).join("");
}

function noteLine({ message, help = "", place }: Diagnostic): string {
  const { line, column } = positionAt(place.source, place.span.start);
  return `${place.source.path}:${line}:${column}: ${message} ${help}`.trimEnd();
}
