// The thing at a place becomes the places where it is defined, and all places that name it.
import type { Place } from "../../diagnostic/source.ts";
import { namedParams } from "../../model/named-params.ts";
import { partOf } from "../../template/arguments.ts";
import { type FileView, locationOf } from "../files/file-view.ts";
import { uriOfPath } from "../protocol/file-uris.ts";
import type { LspLocation } from "../protocol/lsp-types.ts";
import { placeOfUse, type Use, usesOf } from "../subject/code-uses.ts";
import { fileUses } from "../subject/file-uses.ts";
import { paramAt } from "../subject/param-at.ts";
import { paramUses } from "../subject/param-uses.ts";
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
  if (isTableName(subject)) return fileUses(view.file.path, view).map((place) => locationOf(view, place));
  const param = paramAt(view, offset);
  if (param !== undefined)
    return distinct(paramUses(param, view, withDefinition).map((place) => locationOf(view, place)));
  const uses = allUses(subject, view).filter(({ role }) => withDefinition || role !== "definition");
  return distinct(uses.map((use) => locationOf(view, placeOfUse(use))));
}

/** The field of the name, or the name itself. */
function isTableName({ kind, cursor }: Subject): boolean {
  const [name, ...rest] = cursor.kind === "key" ? [...cursor.path, cursor.text] : cursor.path;
  return (kind === "field" || kind === "value") && name === "name" && rest.length === 0;
}

/** In every table that the file belongs to. */
export function allUses(subject: Subject, { tables }: FileView): readonly Use[] {
  return tables.flatMap((table) => usesOf(subject, table));
}

/** A directive of any language leads to its param, and a param to its directive. */
function paramPlaces(
  subject: Subject & { readonly kind: "message" | "param" },
  view: FileView,
  offset: number,
): readonly Place[] {
  const { tables, file, grammar } = view;
  const [table] = tables;
  const one = table && caseAt(table, subject.path, grammar === "translation" ? undefined : file.path);
  const param = paramAt(view, offset);
  if (one === undefined || param === undefined) return [];
  const { document } = one.owner;
  const at = (field: string) => one.layers.find(({ fields }) => Object.hasOwn(fields, field))?.path;
  if (subject.kind === "message") {
    const path = Object.hasOwn(one.spec.params ?? {}, param.name) ? at("params") : undefined;
    return path ? [{ source: document.source, span: document.keySpan([...path, "params", param.name]) }] : [];
  }
  const path = at("message");
  const directive = namedParams(one).find(({ name }) => name === param.name)?.directive;
  if (path === undefined || directive === undefined) return [];
  const { offset: start, length } = partOf(directive);
  return [{ source: document.source, span: document.partSpan([...path, "message"], start, length) }];
}

function distinct(locations: readonly LspLocation[]): readonly LspLocation[] {
  return [...new Map(locations.map((one) => [JSON.stringify(one), one])).values()];
}
