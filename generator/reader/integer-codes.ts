// Keys such as 0x10 in a table whose codes are integers: the advice is a decimal integer, where other tables write the key in quotes.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import type { SpecDocument } from "./yaml/document.ts";

/** Whether the body of a table says so, valid or not. */
export function hasIntegerCodes(data: unknown): boolean {
  const { body } = (data ?? {}) as { readonly body?: { readonly code?: { readonly type?: unknown } | null } | null };
  const type = body?.code?.type;
  return type === "integer" || (Array.isArray(type) && type.includes("integer"));
}

export function adviseIntegers(document: SpecDocument, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (!hasIntegerCodes(document.data)) return diagnostics;
  return diagnostics.map((diagnostic) => (diagnostic.code === "yaml-key" ? advise(diagnostic, document) : diagnostic));
}

function advise(diagnostic: Diagnostic, document: SpecDocument): Diagnostic {
  const { span, source } = diagnostic.place;
  const written = source.text.slice(span.start, span.end);
  const codes = ["errors", "retired"].map((field) => mapAt(document.data, field));
  const index = codes.findIndex((map, at) => {
    return (
      Object.hasOwn(map, written) && document.keySpan([["errors", "retired"][at] ?? "", written]).start === span.start
    );
  });
  const own = codes[index];
  // The key of something else than a code.
  if (own === undefined) return diagnostic;
  const { code, severity, place } = diagnostic;
  const value = Number(written);
  if (!Number.isSafeInteger(value)) {
    return { code, severity, place, message: `The key ${written} is no integer.`, help: noCodeHelp(written) };
  }
  const message = `The code ${written} is not written in decimal digits.`;
  if (Object.hasOwn(own, String(value))) {
    return { code, severity, place, message, help: `Remove it: ${value} is there already.` };
  }
  return { code, severity, place, message, help: `Write ${value}.`, fix: [{ ...span, text: String(value) }] };
}

export function noCodeHelp(written: string): string {
  return `${written} is no code: the codes of this table are integers. Write the whole number that bodies hold.`;
}

function mapAt(data: unknown, field: string): object {
  const value = (data as Readonly<Record<string, unknown>>)[field];
  return typeof value === "object" && value !== null ? value : {};
}
