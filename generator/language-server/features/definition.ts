// The thing at a place becomes the places where it is defined, and all places that name it.
import type { Place } from "../../diagnostic/source.ts";
import { namedParams } from "../../model/named-params.ts";
import { partOf } from "../../template/arguments.ts";
import { type FileView, locationOf } from "../files/file-view.ts";
import { uriOfPath } from "../protocol/file-uris.ts";
import type { LspLocation } from "../protocol/lsp-types.ts";
import { placeOfUse, type Use, usesOf } from "../subject/code-uses.ts";
import { fileUses } from "../subject/file-uses.ts";
import { caseAt } from "../subject/place-in-table.ts";
import { type Subject, subjectAt } from "../subject/subject.ts";

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function definitionsAt(view: FileView, offset: number): readonly LspLocation[] {
  const subject = subjectAt(view, offset);
  if (subject === undefined) return [];
  if (subject.kind === "file")
    return "failure" in view.workspace.host.read(subject.path) ? [] : [{ uri: uriOfPath(subject.path), range: START }];
  if (subject.kind === "message" || subject.kind === "param")
    return paramPlaces(subject, view, offset).map((place) => locationOf(view, place));
  const uses = allUses(subject, view);
  const defined = uses.filter(({ role }) => role === "definition");
  const retired = uses.filter(({ role }) => role === "retired");
  return distinct((defined.length > 0 ? defined : retired).map((use) => locationOf(view, placeOfUse(use))));
}

export function referencesAt(view: FileView, offset: number, withDefinition: boolean): readonly LspLocation[] {
  const subject = subjectAt(view, offset);
  if (subject === undefined) return [];
  if (subject.kind === "file") return fileUses(subject.path, view).map((place) => locationOf(view, place));
  const isName = subject.kind === "field" && subject.cursor.path.length === 0 && subject.cursor.text === "name";
  if (isName) return fileUses(view.file.path, view).map((place) => locationOf(view, place));
  const uses = allUses(subject, view).filter(({ role }) => withDefinition || role !== "definition");
  return distinct(uses.map((use) => locationOf(view, placeOfUse(use))));
}

/** In every table that the file belongs to. */
export function allUses(subject: Subject, { tables }: FileView): readonly Use[] {
  return tables.flatMap((table) => usesOf(subject, table));
}

/** A directive leads to its param, and a param to its directive. */
function paramPlaces(
  subject: Subject & { readonly kind: "message" | "param" },
  { tables, file, grammar }: FileView,
  offset: number,
): readonly Place[] {
  const [table] = tables;
  const one = table && caseAt(table, subject.path, grammar === "translation" ? undefined : file.path);
  if (one === undefined) return [];
  const { document } = one.owner;
  const { source } = document;
  const layer = one.layers.find(({ fields }) => Object.hasOwn(fields, "params"));
  for (const { name, directive } of namedParams(one)) {
    const { offset: start, length } = partOf(directive);
    if (subject.kind === "param") {
      const messages = one.layers.find(({ fields }) => Object.hasOwn(fields, "message"));
      if (name !== subject.name || messages === undefined) continue;
      return [{ source, span: document.partSpan([...messages.path, "message"], start, length) }];
    }
    const own = grammar === "translation" ? undefined : document.partSpan([...subject.path, "message"], start, length);
    if (own === undefined || offset < own.start || offset > own.end) continue;
    return layer === undefined ? [] : [{ source, span: document.keySpan([...layer.path, "params", name]) }];
  }
  return [];
}

function distinct(locations: readonly LspLocation[]): readonly LspLocation[] {
  return [...new Map(locations.map((one) => [JSON.stringify(one), one])).values()];
}
