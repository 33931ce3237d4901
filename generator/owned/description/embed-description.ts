// An API description and tables become the description with the components and responses of the tables, or the reasons why not.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { OpenapiVersion } from "../../schema/openapi-null.ts";
import { isObject, type JsonObject } from "../../text/json/value.ts";
import { type Description, readDescription, VERSION_HELP } from "./description.ts";
import { type FoundOperation, findOperations } from "./description-operations.ts";
import { editDescription } from "./edit-description.ts";
import {
  danglingFindings,
  externalFindings,
  keptNotes,
  type PlacedStatus,
  type Reporter,
  referringFindings,
  reporter,
  sharedFindings,
  unknownCodes,
} from "./embed-findings.ts";
import type { MemberChange, MemberPath } from "./member-changes.ts";
import { ownerOf, tablesOf } from "./ownership.ts";
import { planComponents, takenName } from "./plan-components.ts";
import { planOperation } from "./plan-responses.ts";
import { findReferences } from "./references.ts";
import {
  allReferences,
  byKind,
  COMPONENT_KINDS,
  type ComponentsByKind,
  type EmbeddedTable,
  type OperationsMode,
  reachableComponents,
  type TableComponents,
  tableComponents,
} from "./table-components.ts";

export interface EmbedRequest {
  /** Tables with different names. Where two have a response for one status of an operation, the first table's is taken. */
  readonly tables: readonly EmbeddedTable[];
  /** By default: table where the table lists operations or the description has x-error-codes, else all. */
  readonly mode: OperationsMode | undefined;
  /** Removes the components and responses of the tables; without tables, those of all tables. */
  readonly remove: boolean;
  /** Replaces and removes components of errtable that were edited by hand. */
  readonly force: boolean;
  /** Called for each operation or tag of a table that the description has. */
  readonly onNamed?: (table: string, name: string) => void;
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
  const report = reporter(description);
  const wrong = checkVersion(description.data, report);
  if (wrong !== undefined) return failed([wrong]);
  const planned = plan(description, request, report);
  if (planned.findings.some(({ severity }) => severity === "error")) return failed(planned.findings);
  const text = editDescription(description, planned.changes);
  if (typeof text !== "string") return failed([...planned.findings, ...text]);
  return { text, diagnostics: planned.findings, notes: planned.notes, isBlocked: false };
}

function failed(diagnostics: readonly Diagnostic[]): Embedded {
  const isBlocked = diagnostics.some(({ code }) => code === "embed-edited" || code === "embed-name-taken");
  return { text: undefined, diagnostics, notes: [], isBlocked };
}

function checkVersion({ openapi, swagger }: JsonObject, report: Reporter): Diagnostic | undefined {
  if (/^3(\.\d+)*(-.*)?$/.test(String(openapi))) return undefined;
  const [at, message] =
    openapi !== undefined
      ? [["openapi"], `The description is of OpenAPI ${String(openapi)}.`]
      : swagger !== undefined
        ? [["swagger"], `The description is of Swagger ${String(swagger)}.`]
        : [[], 'The file has no "openapi", so that it is no OpenAPI description, or a part of one.'];
  return report("description-version", at, message, VERSION_HELP);
}

interface Planned {
  readonly changes: readonly MemberChange[];
  readonly findings: readonly Diagnostic[];
  readonly notes: readonly Diagnostic[];
}

function plan({ data }: Description, request: EmbedRequest, report: Reporter): Planned {
  const { tables, remove, force } = request;
  const { operations, external } = findOperations(data);
  const mode = request.mode ?? defaultMode(tables, operations);
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
    const roots =
      mode === "none" ? allReferences(components) : [...(responses.references.get(table) ?? []), ...written.keys()];
    return [table, reachableComponents(components, roots, table)] as const;
  });
  const joined = joinComponents(reachable, report);
  const isIncluded = (table: string): boolean => included?.has(table) ?? true;
  const components = planComponents({ data, intended: joined.components, isIncluded, force, report });
  const ofTables = remove
    ? []
    : [
        ...(mode === "none" ? [] : externalFindings(external, report)),
        ...sharedFindings(responses.shared, report),
        ...(mode === "none" ? [] : unknownCodes(data, operations, tables, report)),
      ];
  const findings = [
    ...joined.findings,
    ...components.findings,
    ...referringFindings(responses.referring, report),
    ...ofTables,
    ...danglingFindings(written, components.removed, report),
  ];
  for (const [table, { codes }] of intended) {
    for (const { source, key } of codes) {
      if (source === "operation" || source === "tag") request.onNamed?.(table, key);
    }
  }
  const notes = remove ? [] : keptNotes(responses.kept, report);
  return { changes: [...components.changes, ...responses.changes], findings, notes };
}

/** The version decides how schemas allow null. */
function versionOf({ openapi }: JsonObject): OpenapiVersion {
  return /^3\.0\b/.test(String(openapi)) ? "3.0" : /^3\.\d/.test(String(openapi)) ? "3.1" : "any";
}

function defaultMode(tables: readonly EmbeddedTable[], operations: readonly FoundOperation[]): OperationsMode {
  const hasCodes =
    tables.some(({ model }) => model.operations.length > 0) ||
    operations.some(({ errorCodes }) => errorCodes !== undefined);
  return hasCodes ? "table" : "all";
}

interface PlannedResponses {
  readonly changes: readonly MemberChange[];
  readonly kept: readonly MemberPath[];
  readonly shared: readonly PlacedStatus[];
  /** References in place of responses that would change. */
  readonly referring: readonly MemberPath[];
  /** The references of each table's responses in all operations. */
  readonly references: ReadonlyMap<string, ReadonlySet<string>>;
}

function planResponses(
  data: JsonObject,
  operations: readonly FoundOperation[],
  intended: ReadonlyMap<string, TableComponents>,
  included: ReadonlySet<string> | undefined,
): PlannedResponses {
  const present = isObject(data["components"]) ? data["components"]["responses"] : undefined;
  const components = isObject(present) ? present : {};
  const changes: MemberChange[] = [];
  const kept: MemberPath[] = [];
  const shared: PlacedStatus[] = [];
  const referring: MemberPath[] = [];
  const references = new Map<string, Set<string>>();
  for (const operation of operations) {
    const at = [...operation.at, "responses"];
    const names = included ?? tablesOf(operation.data);
    const byTable = [...names].map((name) => [name, intended.get(name)?.responses.get(operation) ?? {}] as const);
    const planned = planOperation({ operation, intended: byTable, components });
    changes.push(...planned.changes);
    const { responses } = operation.data;
    if (planned.changes.length > 0 && isObject(responses) && typeof responses["$ref"] === "string")
      referring.push([...at, "$ref"]);
    kept.push(...planned.kept.map((status) => [...at, status]));
    shared.push(...planned.shared.map((one) => ({ ...one, at: [...at, one.status] })));
    for (const [table, refs] of planned.references)
      references.set(table, new Set([...(references.get(table) ?? []), ...refs]));
  }
  return { changes, kept, shared, referring, references };
}

/** The components of all tables; a name that two tables have is an error. */
function joinComponents(
  tables: readonly (readonly [string, ComponentsByKind])[],
  report: Reporter,
): { readonly components: ComponentsByKind; readonly findings: readonly Diagnostic[] } {
  const joined = byKind(() => []);
  const findings: Diagnostic[] = [];
  for (const [table, own] of tables) {
    for (const kind of COMPONENT_KINDS) {
      for (const [name, value] of own[kind]) {
        const other = ownerOf(joined[kind].get(name));
        if (other === undefined) (joined[kind] as Map<string, JsonObject>).set(name, value);
        else findings.push(report(...takenName(["components", kind, name], name, other, table)));
      }
    }
  }
  return { components: joined, findings };
}
