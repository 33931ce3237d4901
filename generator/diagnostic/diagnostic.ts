// A finding about a file of the user, as data that report/ renders. Bad input becomes diagnostics; only a bug throws.
import type { FindingId, Severity } from "./kinds.ts";
import type { Place } from "./source.ts";
import type { Edit } from "./text-edits.ts";

export interface Diagnostic {
  /** The id of its kind. */
  readonly code: FindingId;
  readonly severity: Severity;
  /** A full sentence that names the fault, with the user's names in double quotes. */
  readonly message: string;
  readonly place: Place;
  readonly related?: readonly Related[];
  /** A sentence that says how to correct it. */
  readonly help?: string;
  /** Lines as the file could have them, which the help speaks of. */
  readonly example?: readonly string[];
  /** Edits of the file of `place` that correct it: all of them, or none. Only where there is one way to do it. */
  readonly fix?: readonly Edit[];
}

/** Another place that has to do with the finding, such as the first of two definitions. */
export interface Related {
  readonly message: string;
  readonly place: Place;
  /** The text is in no file that a reader could open, so that reports show it. */
  readonly hasNoFile?: true;
}

/** A value with the findings of the stage that made it; without a value there is at least one error. */
export interface Checked<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** By file, place and id: the order in which a person reads them. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.place.source.path, b.place.source.path) ||
      a.place.span.start - b.place.span.start ||
      a.place.span.end - b.place.span.end ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}

/** Each finding once: two files that need a third one find the same in it. */
export function uniqueDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((one) => [identityOf(one), one])).values()];
}

function identityOf({ code, message, place }: Diagnostic): string {
  return JSON.stringify([place.source.path, place.span.start, place.span.end, code, message]);
}

/** By code unit, never by locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
