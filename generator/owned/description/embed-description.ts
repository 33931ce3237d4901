// An API description and tables become the description with the components and responses of the tables, or the reasons why not.
import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { OpenapiVersion } from "../../schema/openapi-null.ts";
import type { JsonObject } from "../../text/json/value.ts";
import { readDescription, VERSION_HELP } from "./description.ts";
import { type FoundOperation, findOperations, namesOf } from "./description-operations.ts";
import { editDescription } from "./edit-description.ts";
import {
  type Reporter,
  reportExternal,
  reporter,
  reportKept,
  reportShared,
  reportUnknownCodes,
  reportUnused,
} from "./embed-findings.ts";
import type { MemberChange } from "./member-changes.ts";
import { planComponents } from "./plan-components.ts";
import { planResponses } from "./plan-responses.ts";
import { findReferences } from "./references.ts";
import {
  allReferences,
  type EmbeddedTable,
  type OperationsMode,
  reachableComponents,
  tableComponents,
} from "./table-components.ts";

export interface EmbedRequest {
  /** Tables with different names. Where two have a response for one status of an operation, the first table's is taken. */
  readonly tables: readonly EmbeddedTable[];
  /** By default: table where the table lists operations or the description has x-error-codes, else incoming. */
  readonly mode: OperationsMode | undefined;
  /** Removes the components and responses of the tables; without tables, those of all tables. */
  readonly remove: boolean;
  /** Replaces and removes components of errtable that were edited by hand. */
  readonly force: boolean;
  /** Called for each operation or tag of a table that the description has. */
  readonly onNamed?: (table: string, name: string) => void;
  /** Called with each name by which a table could name operations of the description. */
  readonly onName?: (name: string) => void;
}

export interface Embedded {
  /** Undefined where there is any error. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Information that nobody has to act on. */
  readonly notes: readonly Diagnostic[];
  /** Among the errors is a hand edit, or a component of somebody else with a name that is needed. */
  readonly isBlocked: boolean;
}

export function embed(source: SourceFile, request: EmbedRequest): Embedded {
  const description = readDescription(source);
  if (!("data" in description)) return failed(description);
  const diagnostics: Diagnostic[] = [];
  const notes: Diagnostic[] = [];
  const report = reporter(description, diagnostics);
  checkVersion(description.data, report);
  if (diagnostics.length > 0) return failed(diagnostics);
  const changes = planChanges(description.data, request, report, reporter(description, notes));
  if (hasErrors(diagnostics)) return failed(diagnostics);
  const text = editDescription(description, changes);
  if (typeof text !== "string") return failed([...diagnostics, ...text]);
  return { text, diagnostics, notes, isBlocked: false };
}

function failed(diagnostics: readonly Diagnostic[]): Embedded {
  const isBlocked = diagnostics.some(({ code }) => code === "embed-edited" || code === "embed-name-taken");
  return { text: undefined, diagnostics, notes: [], isBlocked };
}

function checkVersion({ openapi, swagger, errtable }: JsonObject, report: Reporter): void {
  if (/^3(\.\d+)*(-.*)?$/.test(String(openapi))) return;
  if (errtable !== undefined && openapi === undefined) {
    const help = "Name descriptions alone here; a table is named by --table, or by a target of the configuration.";
    report("description-version", ["errtable"], "The file is an error table, and no OpenAPI description.", help);
    return;
  }
  const [at, message] =
    openapi !== undefined
      ? [["openapi"], `The description is of OpenAPI ${String(openapi)}.`]
      : swagger !== undefined
        ? [["swagger"], `The description is of Swagger ${String(swagger)}.`]
        : [[], 'The file has no "openapi", so that it is no OpenAPI description, or a part of one.'];
  report("description-version", at, message, VERSION_HELP);
}

function planChanges(
  data: JsonObject,
  { tables, mode: given, remove, force, onNamed, onName }: EmbedRequest,
  report: Reporter,
  note: Reporter,
): readonly MemberChange[] {
  const { operations, external } = findOperations(data);
  const mode = given ?? defaultMode(tables, operations);
  const version = versionOf(data);
  const intended = new Map(
    (remove ? [] : tables).map(({ model, options }) => [
      model.name,
      tableComponents({ model, options: { ...options, version } }, operations, mode),
    ]),
  );
  const included = tables.length > 0 ? new Set(tables.map(({ model }) => model.name)) : undefined;
  const responses = planResponses(data, operations, intended, included);
  const written = findReferences(data);
  const reachable = [...intended].map(([table, { components }]) => {
    const ofTable = responses.references.get(table) ?? [];
    const roots = mode === "none" ? allReferences(components) : [...ofTable, ...written.keys()];
    return [table, reachableComponents(components, roots, table)] as const;
  });
  const isIncluded = (table: string): boolean => included?.has(table) ?? true;
  const components = planComponents({ data, intended: reachable, isIncluded, force, report });
  for (const at of responses.referring.slice(0, 1)) {
    const message = "The responses of this operation stand elsewhere, where an edit would change other operations too.";
    report("description-reference", at, message, "Write the responses out at this place.");
  }
  if (!remove) {
    if (mode !== "none") reportExternal(external, report);
    reportShared(responses.shared, report);
    if (mode !== "none" && tables.length > 0) reportUnknownCodes(data, operations, tables, report);
    reportKept(responses.kept, note);
    const isUseless = [...reachable.map(([, one]) => one.responses.size), responses.kept.length].every(
      (size) => size === 0,
    );
    if (isUseless && mode !== "none" && tables.length > 0) reportUnused(operations, note);
  }
  for (const ref of components.removed) {
    const at = written.get(ref);
    const help = "Remove the reference, or refer to something else.";
    if (at) report("embed-dangling", at, `"${ref}" is removed, but this refers to it.`, help, "warning");
  }
  for (const [table, { codes }] of intended)
    for (const { source, key } of codes) if (source === "operation" || source === "tag") onNamed?.(table, key);
  if (onName !== undefined) for (const operation of operations) namesOf(operation).forEach(onName);
  return [...components.changes, ...responses.changes];
}

/** The version decides how schemas allow null. */
function versionOf({ openapi }: JsonObject): OpenapiVersion {
  return /^3\.0\b/.test(String(openapi)) ? "3.0" : /^3\.\d/.test(String(openapi)) ? "3.1" : "any";
}

function defaultMode(tables: readonly EmbeddedTable[], operations: readonly FoundOperation[]): OperationsMode {
  const hasCodes =
    tables.some(({ model }) => model.operations.length > 0) ||
    operations.some(({ errorCodes }) => errorCodes !== undefined);
  return hasCodes ? "table" : "incoming";
}
