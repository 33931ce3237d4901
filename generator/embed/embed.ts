// An API description and tables become the description with what is errtable's in it as it should be, or the reasons why not.
import type { Diagnostic } from "../diagnostic.ts";
import { isObject, type JsonObject } from "../model/json.ts";
import type { SourceFile } from "../source.ts";
import type { Change, Path } from "./changes.ts";
import { type Description, readDescription, refuse, VERSION_HELP } from "./description.ts";
import { spanAt } from "./maps.ts";
import { type FoundOperation, type FoundOperations, findOperations } from "./operations.ts";
import { MARK, ownerOf } from "./ownership.ts";
import { planComponents, takenName } from "./plan-components.ts";
import { planOperation } from "./plan-responses.ts";
import { findReferences } from "./references.ts";
import { splice } from "./splice.ts";
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
} from "./wanted.ts";

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
  return { text: spliced.text, diagnostics: planned.findings, inTheWay: false };
}

function failed(diagnostics: readonly Diagnostic[]): Embedded {
  const inTheWay = diagnostics.some(({ code }) => code === "embed-edited" || code === "embed-name-taken");
  return { text: undefined, diagnostics, inTheWay };
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
}

function plan(description: Description, data: JsonObject, request: EmbedRequest): Planned {
  const { tables, remove, force } = request;
  const found = findOperations(data);
  const report = reporter(description);
  const mode = request.mode ?? usualMode(request, found.operations);
  const wanted = new Map<string, Wanted>();
  if (!remove) for (const table of tables) wanted.set(table.model.name, wantedOf(table, found.operations, mode));
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
    ...(remove ? [] : [...foreignFindings(found, mode, report), ...keptFindings(responses.kept, report)]),
    ...danglingFindings(written, components.removed, report),
  ];
  for (const [table, { errors }] of wanted) {
    for (const { source, key } of errors) {
      if (source === "operation" || source === "tag") request.onNamed?.(table, key);
    }
  }
  return { changes: [...components.changes, ...responses.changes], findings };
}

interface PlannedResponses {
  readonly changes: readonly Change[];
  readonly kept: readonly Path[];
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
  const referring: Path[] = [];
  const references = new Map<string, Set<string>>();
  for (const operation of operations) {
    const names = meant ?? ownersOf(operation);
    const byTable = [...names].map((name) => [name, wanted.get(name)?.responses.get(operation) ?? {}] as const);
    const planned = planOperation({ operation, wanted: byTable, components });
    changes.push(...planned.changes);
    const { responses } = operation.data;
    if (planned.changes.length > 0 && isObject(responses) && typeof responses["$ref"] === "string") {
      referring.push([...operation.at, "responses", "$ref"]);
    }
    kept.push(...planned.kept.map((status) => [...operation.at, "responses", status]));
    for (const [table, refs] of planned.references) {
      const all = references.get(table) ?? new Set();
      references.set(table, all);
      for (const ref of refs) all.add(ref);
    }
  }
  return { changes, kept, referring, references };
}

type Reporter = (
  code: string,
  at: Path,
  message: string,
  help: string,
  severity?: Diagnostic["severity"],
) => Diagnostic;

function reporter(description: Description): Reporter {
  return (code, at, message, help, severity = "error") => ({
    ...refuse(description.source, spanAt(description, at), code, message, help),
    severity,
  });
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

/** The tables that an operation's responses are of. */
function ownersOf({ data }: FoundOperation): readonly string[] {
  return Object.keys(data).flatMap((name) => (name.startsWith(`${MARK}-`) ? [name.slice(MARK.length + 1)] : []));
}

function foreignFindings({ foreign }: FoundOperations, mode: OperationsMode, report: Reporter): readonly Diagnostic[] {
  const [first] = foreign;
  if (mode === "none" || first === undefined) return [];
  const more = foreign.length === 1 ? "" : `, and so do those of ${foreign.length - 1} more`;
  return [
    report(
      "description-reference",
      [...first, "$ref"],
      `The operations of "${first.at(-1)}" stand in another file${more}: they would be left out.`,
      "Embed into a description that holds them, or add the components alone: --operations none.",
    ),
  ];
}

function responsesElsewhere(at: Path): Parameters<Reporter> {
  const message = "The responses of this operation stand elsewhere, where an edit would change other operations too.";
  return ["description-reference", at, message, "Write the responses out at this place."];
}

function keptFindings(kept: readonly Path[], report: Reporter): readonly Diagnostic[] {
  const [first] = kept;
  if (first === undefined) return [];
  const operations = new Set(kept.map((at) => JSON.stringify(at.slice(0, -1)))).size;
  const statuses = [...new Set(kept.map((at) => at.at(-1)))].toSorted().join(", ");
  const whose = operations === 1 ? "An operation has" : `${operations} operations have`;
  const message = `${whose} other responses for ${statuses}, which stay as they are. The first is here.`;
  const help = "Remove a response, and embed again, to have that of the table in its place.";
  return [report("embed-kept", first, message, help, "warning")];
}

/** What people refer to goes when it is the table's to remove; that is for them to know. */
function danglingFindings(
  written: ReadonlyMap<string, Path>,
  removed: ReadonlySet<string>,
  report: Reporter,
): readonly Diagnostic[] {
  return [...removed].flatMap((ref) => {
    const at = written.get(ref);
    const help = "Remove the reference, or refer to something else.";
    if (at === undefined) return [];
    return [report("embed-dangling", at, `"${ref}" is removed, and is referred to here.`, help, "warning")];
  });
}
