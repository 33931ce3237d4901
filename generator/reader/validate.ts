// A document becomes typed data by a validator that ajv compiled ahead of time, or findings with places.

import type { Checked } from "../diagnostic/diagnostic.ts";
import { type Member, membersOf } from "../text/json/listed-members.ts";
import { type Path, pointerTokens } from "../text/json/pointer.ts";
import { isRecord, recordOf } from "../text/json/value.ts";
import { type Broken, brokenAt, isBrokenAt, NOTHING_BROKEN, withoutBroken, withoutValues } from "./broken.ts";
import type { SchemaError } from "./schema-error.ts";
import { toDiagnostic } from "./validate-messages.ts";
import type { SpecDocument } from "./yaml/document.ts";

/** A validator as ajv makes it ahead of time. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly SchemaError[] | null;
  /** As it is written, with all its notes. */
  readonly schema: () => unknown;
}

/** The data as its type; undefined with any error. */
export function validate<T>(document: SpecDocument, validator: Validator): Checked<T> {
  const { value, diagnostics } = validateParts<T>(document, validator, []);
  return { value: diagnostics.length === 0 ? value : undefined, diagnostics };
}

/**
 * The data as its type, without the parts that have another one, so that the rules can check the rest of the table; no outputs are
 * made of it. The values at `paths` are known to be broken, and get no findings.
 */
export function validateParts<T>(
  document: SpecDocument,
  validator: Validator,
  paths: readonly Path[],
  valid?: ValidRows,
): Checked<T> & { readonly broken: Broken } {
  const known = brokenAt(paths) ?? NOTHING_BROKEN;
  const rows = valid && rowsOf(document.data, valid);
  const isValid = validator(withoutKnownRows(document.data, rows));
  if (rows !== undefined) rememberRows(rows, isValid ? [] : (validator.errors ?? []));
  if (isValid && paths.length === 0) return { value: document.data as T, diagnostics: [], broken: NOTHING_BROKEN };
  const errors = meaningful(isValid ? [] : (validator.errors ?? [])).filter(
    (error) => !isBrokenAt(pathOf(error), known),
  );
  const unsound = brokenAt([...paths, ...errors.filter((error) => !keepsTypes(error)).map(pathOf)]);
  const broken = unsound && { ...unsound, values: new Set(errors.flatMap(malformedValue)) };
  const value = broken && (withoutBroken(withoutValues(document.data, meaningless(errors)), broken) as T | undefined);
  const schema = validator.schema();
  const diagnostics = errors.map((error) => toDiagnostic(document, error, schema));
  return { value, diagnostics, broken: broken ?? NOTHING_BROKEN };
}

/** The rows of the last texts that had no error of form, for tables and for translations. */
export interface ValidRows {
  readonly table: WeakSet<object>;
  readonly translation: WeakSet<object>;
}

/** The rows of a file, and those among them that are not known to be valid. */
interface FileRows {
  readonly rows: Readonly<Record<string, unknown>>;
  readonly unknown: readonly Member[];
  readonly known: WeakSet<object>;
}

function rowsOf(data: unknown, { table, translation }: ValidRows): FileRows | undefined {
  if (!isRecord(data) || !("errors" in data) || !isRecord(data["errors"])) return undefined;
  const rows = data["errors"] as Readonly<Record<string, unknown>>;
  const known = "translates" in data ? translation : table;
  const unknown = membersOf(rows).filter(([, row]) => !isRecord(row) || !known.has(row));
  return { rows, unknown, known };
}

/** Each row is valid by itself, so that a file has the errors that it has without its known rows; one row is there in any case. */
function withoutKnownRows(data: unknown, rows: FileRows | undefined): unknown {
  if (rows === undefined) return data;
  const members = membersOf(rows.rows);
  if (rows.unknown.length === members.length) return data;
  const kept = rows.unknown.length > 0 ? rows.unknown : members.slice(0, 1);
  return recordOf(Object.entries({ ...(data as object), errors: recordOf(kept) }));
}

/** All rows of data without errors of form. */
export function rememberValid(data: unknown, valid: ValidRows): void {
  const rows = rowsOf(data, valid);
  if (rows !== undefined) rememberRows(rows, []);
}

function rememberRows({ unknown, known }: FileRows, errors: readonly SchemaError[]): void {
  const wrong = new Set<unknown>();
  for (const { instancePath, propertyName } of errors) {
    const [top, code = propertyName] = pointerTokens(instancePath);
    if (top !== "errors") continue;
    // An error of the whole map may be one of any row.
    if (code === undefined) return;
    wrong.add(code);
  }
  for (const [code, row] of unknown) if (isRecord(row) && !wrong.has(code)) known.add(row);
}

/** A field that is missing is broken where it should be. */
function pathOf({ keyword, instancePath, params }: SchemaError): Path {
  const path = pointerTokens(instancePath);
  return path.length === 0 && keyword === "required" ? [String(params["missingProperty"])] : path;
}

function keepsTypes({ keyword, instancePath }: SchemaError): boolean {
  if (keyword === "additionalProperties") return true;
  return /^\/errors\/[^/]+/.test(instancePath) && keyword !== "type" && keyword !== "anyOf";
}

/** The pointer of a value that is wrong itself, not by its fields or their names. */
function malformedValue({ keyword, instancePath, propertyName }: SchemaError): readonly string[] {
  const isInside = keyword === "additionalProperties" || keyword === "required" || propertyName !== undefined;
  return isInside ? [] : [instancePath];
}

/** The paths of fields, and of values of fields with few values, that the grammar does not know. */
function meaningless(errors: readonly SchemaError[]): readonly Path[] {
  return errors.flatMap(({ keyword, instancePath, params }) => {
    const path = pointerTokens(instancePath);
    if (keyword === "additionalProperties") return [[...path, String(params["additionalProperty"])]];
    return keyword === "enum" || keyword === "const" ? [path] : [];
  });
}

/** Leaves out errors that only repeat another one: keywords that wrap others, and branches of a union that were not meant. */
function meaningful(errors: readonly SchemaError[]): readonly SchemaError[] {
  const unions = new Set(errors.filter((error) => error.keyword === "anyOf").map((error) => error.instancePath));
  const mistyped = new Set(errors.filter((error) => error.keyword === "type").map((error) => error.instancePath));
  for (const path of unions) mistyped.delete(path);
  const empty = new Set(errors.filter((error) => error.keyword === "minLength").map((error) => error.instancePath));
  // An error below a union shows the branch that was meant; so does an error at the union that is not about its type.
  const below = new Set<string>();
  const decided = new Set<string>();
  const listed = new Set(errors.filter(({ keyword }) => LIST_KEYWORDS.has(keyword)).map((error) => error.instancePath));
  for (const error of errors) {
    if (WRAPPERS.has(error.keyword)) continue;
    const [own = "", ...above] = ancestors(error.instancePath);
    for (const path of above) if (unions.has(path)) below.add(path);
    if (error.keyword !== "type" && unions.has(own)) decided.add(own);
  }
  const kept = errors.filter((error) => {
    const { keyword, instancePath } = error;
    if (keyword === "anyOf") return !below.has(instancePath) && !decided.has(instancePath);
    if (WRAPPERS.has(keyword)) return false;
    if (keyword === "type") return !unions.has(instancePath);
    if (keyword === "pattern" && error.propertyName === undefined && empty.has(instancePath)) return false;
    if (keyword === "enum" && unions.has(instancePath)) return !below.has(instancePath) && !listed.has(instancePath);
    return error.propertyName !== undefined || !mistyped.has(instancePath);
  });
  const seen = new Set<string>();
  return kept.filter((error) => {
    const key = `${error.instancePath} ${error.keyword} ${error.propertyName ?? ""} ${JSON.stringify(error.params)}`;
    return seen.size < seen.add(key).size;
  });
}

const LIST_KEYWORDS = new Set(["minItems", "uniqueItems"]);
const WRAPPERS = new Set(["if", "propertyNames", "anyOf"]);

function ancestors(pointer: string): readonly string[] {
  const paths = [pointer];
  for (let at = pointer.lastIndexOf("/"); at >= 0; at = pointer.lastIndexOf("/", at - 1)) {
    paths.push(pointer.slice(0, at));
    if (at === 0) break;
  }
  return paths;
}
