// An API description and tables become the description with what is errtable's in it as it should be, or the reasons why not.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import type { OpenapiVersion } from "../../schema/openapi-null.ts";
import { isObject, type JsonObject } from "../../text/json/value.ts";
import type { Change, Path } from "./changes.ts";
import { type Description, readDescription, refuse, VERSION_HELP } from "./description.ts";
import { type FoundOperation, findOperations } from "./description-operations.ts";
import {
  danglingFindings,
  foreignFindings,
  keptNotes,
  type Reporter,
  reporter,
  responsesElsewhere,
  sharedFindings,
  unknownCodes,
} from "./findings.ts";
import { spanAt } from "./maps.ts";
import { ownerOf, tablesOf } from "./ownership.ts";
import { planComponents, takenName } from "./plan-components.ts";
import { planOperation, type SharedStatus } from "./plan-responses.ts";
import { findReferences } from "./references.ts";
import { splice } from "./splice-description.ts";
import {
  allOf,
  type EmbeddedTable,
  KINDS,
  type Kind,
  type OperationsMode,
  type Pool,
  reachable,
  type Wanted,
  wantedOf,
} from "./table-components.ts";

export interface EmbedRequest {
  /** With different names; in case of doubt the first wins. */
  readonly tables: readonly EmbeddedTable[];
  /** Without one: table where the table lists operations or the description has x-error-codes, else all. */
  readonly mode: OperationsMode | undefined;
  /** Takes out what is the tables', or, without any, what is errtable's. */
  readonly remove: boolean;
  /** Gives up hand edits of what is errtable's. */
  readonly force: boolean;
  /** Told of every operation or tag that a table names and that is there. */
  readonly onNamed?: (table: string, name: string) => void;
}

export interface Embedded {
  /** Undefined where there is any error. */
  readonly text: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What people are told of, and nobody has to mend. */
  readonly notes: readonly Diagnostic[];
  /** Among the errors is a hand edit, or something of somebody else's in its place. */
  readonly inTheWay: boolean;
}

export function embed(source: SourceFile, request: EmbedRequest): Embedded {
  const description = readDescription(source);
  if (!("data" in description)) return failed(description);
  const wrong = checkVersion(description);
  if (wrong !== undefined) return failed([wrong]);
  const planned = plan(description, description.data as JsonObject, request);
  if (planned.findings.some(({ severity }) => severity === "error")) return failed(planned.findings);
  const spliced = splice(description, planned.changes);
  if (!("text" in spliced)) return failed([...planned.findings, ...spliced]);
  return { text: spliced.text, diagnostics: planned.findings, notes: planned.notes, inTheWay: false };
}

function failed(diagnostics: readonly Diagnostic[]): Embedded {
  const inTheWay = diagnostics.some(({ code }) => code === "embed-edited" || code === "embed-name-taken");
  return { text: undefined, diagnostics, notes: [], inTheWay };
}

function checkVersion(description: Description): Diagnostic | undefined {
  const { source, data } = description;
  const { openapi, swagger } = data as JsonObject;
  if (/^3(\.\d+)*(-.*)?$/.test(String(openapi))) return undefined;
  const at = openapi !== undefined ? ["openapi"] : swagger === undefined ? [] : ["swagger"];
  const what =
    openapi !== undefined
      ? `The description is of OpenAPI ${String(openapi)}.`
      : swagger !== undefined
        ? `The description is of Swagger ${String(swagger)}.`
        : 'The file has no "openapi", so that it is no OpenAPI description, or a part of one.';
  return refuse(source, spanAt(description, at), "description-version", what, VERSION_HELP);
}

interface Planned {
  readonly changes: readonly Change[];
  readonly findings: readonly Diagnostic[];
  readonly notes: readonly Diagnostic[];
}

function plan(description: Description, data: JsonObject, request: EmbedRequest): Planned {
  const { tables, remove, force } = request;
  const found = findOperations(data);
  const report = reporter(description);
  const mode = request.mode ?? usualMode(request, found.operations);
  const wanted = new Map<string, Wanted>();
  if (!remove) {
    const version = versionOf(data);
    for (const { model, options } of tables)
      wanted.set(model.name, wantedOf({ model, options: { ...options, version } }, found.operations, mode));
  }
  const meant = tables.length > 0 ? new Set(tables.map(({ model }) => model.name)) : undefined;
  const responses = planResponses(data, found.operations, wanted, meant);
  const written = findReferences(data);
  const pools = [...wanted].map(([table, { pool }]) => {
    const roots = mode === "none" ? allOf(pool) : [...(responses.references.get(table) ?? []), ...written.keys()];
    return [table, reachable(pool, roots, table)] as const;
  });
  const joined = joinPools(pools, report);
  const isMeant = (table: string): boolean => meant?.has(table) ?? true;
  const components = planComponents({ data, wanted: joined.pool, isMeant, force, report });
  const findings = [
    ...joined.findings,
    ...components.findings,
    ...responses.referring.slice(0, 1).map((at) => report(...responsesElsewhere(at))),
    ...(remove
      ? []
      : [
          ...foreignFindings(found, mode, report),
          ...sharedFindings(responses.shared, report),
          ...(mode === "none" ? [] : unknownCodes(data, found.operations, tables, report)),
        ]),
    ...danglingFindings(written, components.removed, report),
  ];
  for (const [table, { errors }] of wanted) {
    for (const { source, key } of errors) {
      if (source === "operation" || source === "tag") request.onNamed?.(table, key);
    }
  }
  const notes = remove ? [] : keptNotes(responses.kept, report);
  return { changes: [...components.changes, ...responses.changes], findings, notes };
}

/** How the description's version says null. */
function versionOf({ openapi }: JsonObject): OpenapiVersion {
  return /^3\.0\b/.test(String(openapi)) ? "3.0" : /^3\.\d/.test(String(openapi)) ? "3.1" : "any";
}

interface PlannedResponses {
  readonly changes: readonly Change[];
  readonly kept: readonly Path[];
  readonly shared: readonly (SharedStatus & { readonly at: Path })[];
  /** Responses that should have changed, and stand elsewhere. */
  readonly referring: readonly Path[];
  /** By table, the references of all responses that are there for it. */
  readonly references: ReadonlyMap<string, ReadonlySet<string>>;
}

function planResponses(
  data: JsonObject,
  operations: readonly FoundOperation[],
  wanted: ReadonlyMap<string, Wanted>,
  meant: ReadonlySet<string> | undefined,
): PlannedResponses {
  const present = isObject(data["components"]) ? data["components"]["responses"] : undefined;
  const components = isObject(present) ? present : {};
  const changes: Change[] = [];
  const kept: Path[] = [];
  const shared: (SharedStatus & { readonly at: Path })[] = [];
  const referring: Path[] = [];
  const references = new Map<string, Set<string>>();
  for (const operation of operations) {
    const names = meant ?? tablesOf(operation.data);
    const byTable = [...names].map((name) => [name, wanted.get(name)?.responses.get(operation) ?? {}] as const);
    const planned = planOperation({ operation, wanted: byTable, components });
    changes.push(...planned.changes);
    const { responses } = operation.data;
    if (planned.changes.length > 0 && isObject(responses) && typeof responses["$ref"] === "string") {
      referring.push([...operation.at, "responses", "$ref"]);
    }
    kept.push(...planned.kept.map((status) => [...operation.at, "responses", status]));
    shared.push(...planned.shared.map((one) => ({ ...one, at: [...operation.at, "responses", one.status] })));
    for (const [table, refs] of planned.references) {
      const all = references.get(table) ?? new Set();
      references.set(table, all);
      for (const ref of refs) all.add(ref);
    }
  }
  return { changes, kept, shared, referring, references };
}

function usualMode({ tables }: EmbedRequest, operations: readonly FoundOperation[]): OperationsMode {
  const isSaid =
    tables.some(({ model }) => model.operations.length > 0) ||
    operations.some(({ errorCodes }) => errorCodes !== undefined);
  return isSaid ? "table" : "all";
}

/** The components of all tables; two of them never share a name. */
function joinPools(
  pools: readonly (readonly [string, Pool])[],
  report: Reporter,
): { readonly pool: Pool; readonly findings: readonly Diagnostic[] } {
  const pool = { schemas: new Map(), responses: new Map(), headers: new Map() } satisfies Record<Kind, unknown>;
  const findings: Diagnostic[] = [];
  for (const [table, own] of pools) {
    for (const kind of KINDS) {
      for (const [name, value] of own[kind]) {
        const other = ownerOf(pool[kind].get(name));
        if (other === undefined) pool[kind].set(name, value);
        else findings.push(report(...takenName(["components", kind, name], name, other, table)));
      }
    }
  }
  return { pool, findings };
}
