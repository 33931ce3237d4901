// Comments such as `# errtable-ignore rule-id: reason` remove findings; a comment that removes none is a finding itself.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { DiagnosticKind, Severity } from "../../diagnostic/kinds.ts";
import { positionAt, type Span } from "../../diagnostic/source.ts";
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";

const WORD = "errtable-ignore";

const invalidIgnore: DiagnosticKind<"invalid-ignore"> = {
  id: "invalid-ignore",
  severity: "error",
  summary: "An errtable-ignore comment names a rule and a reason.",
  explanation:
    "A comment reads `# errtable-ignore rule-id: reason`. It names one rule that may be ignored, and a reason for later " +
    "readers. On a line of its own it covers the next entry; behind a value it covers its line. Rules that keep outputs " +
    "correct cannot be ignored.",
};

const unusedIgnore: DiagnosticKind<"unused-ignore"> = {
  id: "unused-ignore",
  severity: "warning",
  summary: "An errtable-ignore comment accepts at least one finding.",
  explanation:
    "The finding of the comment is gone, or the comment stands at the wrong place: on a line of its own it covers the next entry, " +
    "behind a value it covers its line. Remove it, so that it hides nothing later.",
};

export const ignoreKinds = Object.freeze([invalidIgnore, unusedIgnore]);

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly ignores: (typeof ignoreKinds)[number]["id"];
  }
}

export interface IgnoreOptions {
  readonly rules: readonly DiagnosticKind[];
  readonly severityOf: (kind: DiagnosticKind) => Severity | "off";
  /** Whether every rule was run, so that an ignore without findings is known to be unused. */
  readonly isComplete: boolean;
}

export function applyIgnores(
  table: ResolvedTable,
  diagnostics: readonly Diagnostic[],
  options: IgnoreOptions,
): readonly Diagnostic[] {
  const documents = documentsOf(table);
  const found: Diagnostic[] = [];
  let left = diagnostics;
  for (const document of documents) {
    const ignores = readIgnores(document, options, found);
    if (ignores.length > 0) left = accept(left, document, ignores);
    for (const ignore of ignores) {
      if (ignore.isUsed || !options.isComplete || options.severityOf(ignore.kind) === "off") continue;
      const message = `The comment accepts no finding of "${ignore.kind.id}".`;
      found.push(...toDiagnostics(unusedIgnore, options, { place: ignore.place, message, help: "Remove it." }));
    }
  }
  return [...left, ...found];
}

/** Whether comments of a table may hide findings. */
export function hasIgnores(table: ResolvedTable): boolean {
  return documentsOf(table).some((document) => document.comments(WORD).length > 0);
}

function documentsOf({ tables }: ResolvedTable): readonly SpecDocument[] {
  return tables.flatMap(({ document, translations }) => [document, ...translations.map((one) => one.document)]);
}

interface Ignore {
  readonly kind: DiagnosticKind;
  readonly place: Diagnostic["place"];
  /** It covers the findings that start in here. */
  readonly span: Span;
  isUsed: boolean;
}

function readIgnores(document: SpecDocument, options: IgnoreOptions, found: Diagnostic[]): readonly Ignore[] {
  const kinds = new Map<string, DiagnosticKind>([...options.rules, unusedIgnore].map((kind) => [kind.id, kind]));
  return document.comments(WORD).flatMap(({ offset, text, ownLine }): readonly Ignore[] => {
    const place = { source: document.source, span: spanOfComment(document, offset) };
    const invalid = (message: string, help: string): readonly Ignore[] => {
      found.push(...toDiagnostics(invalidIgnore, options, { place, message, help }));
      return [];
    };
    const match = /^errtable-ignore[ \t]+([^\s:]+)[ \t]*(?::[ \t]*(.*))?$/.exec(text);
    const [, id = "", reason = ""] = match ?? [];
    if (id === "") return invalid("The comment names no rule.", `Write "# ${WORD} rule-id: reason".`);
    const kind = kinds.get(id);
    if (kind === undefined) {
      return invalid(`There is no rule "${id}".`, didYouMean(id, kinds.keys()) ?? "errtable explain lists the rules.");
    }
    if (kind.required === true) {
      return invalid(`The rule "${id}" cannot be ignored: outputs would be wrong.`, "Correct its findings.");
    }
    if (reason.trim() === "")
      return invalid("The comment gives no reason.", `Write "# ${WORD} ${id}: " and the reason.`);
    const span = ownLine ? document.entrySpanAt(offset) : lineOf(document, offset);
    return [{ kind, place, span: span ?? { start: offset, end: offset }, isUsed: false }];
  });
}

/**
 * One comment may accept several findings, and one finding be accepted by several comments: all of them are used. Both are
 * walked in the order of the text, with the comments at hand that are still open.
 */
function accept(diagnostics: readonly Diagnostic[], { source }: SpecDocument, ignores: readonly Ignore[]) {
  const here = diagnostics.filter(({ place }) => place.source === source);
  const waiting = ignores.toSorted((a, b) => b.span.start - a.span.start);
  const accepted = new Set<Diagnostic>();
  let open: Ignore[] = [];
  for (const diagnostic of here.toSorted((a, b) => a.place.span.start - b.place.span.start)) {
    const { start } = diagnostic.place.span;
    for (let next = waiting.at(-1); next !== undefined && next.span.start <= start; next = waiting.at(-1)) {
      open.push(next);
      waiting.pop();
    }
    open = open.filter(({ span }) => start < span.end);
    for (const ignore of open) {
      if (ignore.kind.id !== diagnostic.code) continue;
      ignore.isUsed = true;
      accepted.add(diagnostic);
    }
  }
  return diagnostics.filter((diagnostic) => !accepted.has(diagnostic));
}

/** None if the configuration turns the kind off. */
function toDiagnostics(
  kind: DiagnosticKind,
  { severityOf }: IgnoreOptions,
  finding: Pick<Diagnostic, "place" | "message" | "help">,
): readonly Diagnostic[] {
  const severity = severityOf(kind);
  return severity === "off" ? [] : [{ code: kind.id, severity, ...finding }];
}

function spanOfComment(document: SpecDocument, start: number): Span {
  const { end } = lineOf(document, start);
  return { start, end: start + document.source.text.slice(start, end).trimEnd().length };
}

function lineOf({ source }: SpecDocument, offset: number): Span {
  const start = offset - positionAt(source, offset).column + 1;
  const end = source.text.indexOf("\n", offset);
  return { start, end: end < 0 ? source.text.length : end };
}
