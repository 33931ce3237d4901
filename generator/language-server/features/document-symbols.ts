// A file becomes the outline of its fields, errors, cases and operations.

import type { Span } from "../../diagnostic/source.ts";
import { statusLines } from "../../model/http-status.ts";
import type { SpecDocument } from "../../reader/yaml/document.ts";
import type { Path } from "../../text/json/pointer.ts";
import type { FileView } from "../files/file-view.ts";
import { type LspDocumentSymbol, SYMBOL_KINDS } from "../protocol/lsp-types.ts";
import { toRange } from "../protocol/text-positions.ts";

type Kind = keyof typeof SYMBOL_KINDS;

/** The kinds of the members of a field, and of their members. */
const INNER: Readonly<Record<string, Kind>> = {
  errors: "event",
  operations: "module",
  groups: "namespace",
  tags: "key",
  retired: "event",
  cases: "enumMember",
};

export function documentSymbols({ file, spec }: FileView): LspDocumentSymbol[] {
  const document = spec?.document;
  // Places of an earlier text would be wrong.
  if (document === undefined || document.source.text !== file.text) return [];
  const whole = { start: 0, end: file.text.length };
  const below = (path: Path, value: unknown, kind: Kind, around: Span): LspDocumentSymbol[] => {
    const names = Object.keys(mapOf(value));
    const keys = names.map((name) => ({ name, span: document.keySpan([...path, name]) }));
    const sorted = keys.toSorted((a, b) => a.span.start - b.span.start);
    return sorted.map(({ name, span }, index) => {
      const next = sorted[index + 1]?.span.start ?? around.end;
      const own = { start: span.start, end: endBefore(file.text, span, next) };
      const inner = mapOf(value)[name];
      const at = [...path, name];
      const children = childrenOf(at, inner, own, below);
      const detail = detailOf(document, at, inner);
      return {
        name: name === "" ? '""' : name,
        kind: SYMBOL_KINDS[kind],
        range: toRange(file, own),
        selectionRange: toRange(file, span),
        ...(detail === "" ? {} : { detail }),
        ...(mapOf(inner)["deprecated"] === undefined ? {} : { tags: [1] }),
        ...(children.length === 0 ? {} : { children }),
      };
    });
  };
  return below([], document.data, "property", whole);
}

function childrenOf(
  path: Path,
  value: unknown,
  own: Span,
  below: (path: Path, value: unknown, kind: Kind, around: Span) => LspDocumentSymbol[],
): LspDocumentSymbol[] {
  const [top] = path;
  const kind = INNER[String(top)];
  if (path.length === 1) return kind === undefined ? [] : below(path, value, kind, own);
  const { cases } = mapOf(value) as { readonly cases?: unknown };
  return top === "errors" && path.length === 2 && cases !== undefined
    ? below([...path, "cases"], cases, "enumMember", own)
    : [];
}

function detailOf(_: SpecDocument, [top]: Path, value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value).slice(0, 80);
  if (Array.isArray(value)) return value.length === 1 ? "1 item" : `${value.length} items`;
  const { status, title } = mapOf(value);
  if (top === "errors")
    return statusLines({ statuses: [status ?? []].flat().filter((one) => typeof one === "number") });
  return typeof title === "string" ? title.slice(0, 80) : "";
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}

/** The last sign that belongs to an entry: comments and space before the next one do not. */
function endBefore(text: string, { start, end }: Span, next: number): number {
  const own = text.slice(start, next).replace(/(?:\s+(?:#[^\n]*)?)+$/, "");
  return Math.max(end, start + own.replace(/[,\s]+$/, "").length);
}
