// The present and the intended responses of operations become changes. Responses of other people stay.
import { type Json, type JsonObject, objectOf } from "../../text/json/value.ts";
import type { FoundOperation } from "./description-operations.ts";
import { isSameData, type MemberChange, type MemberPath } from "./member-changes.ts";
import {
  addedChanges,
  addedMappings,
  changesWithin,
  markChanges,
  ownerOf,
  statusesMark,
  tablesOf,
  wordsOf,
} from "./ownership.ts";
import { referencePath } from "./references.ts";
import type { TableComponents } from "./table-components.ts";

export interface PlannedResponses {
  readonly changes: MemberChange[];
  /** Statuses of a table for which an operation has somebody's own response. */
  readonly kept: MemberPath[];
  /** Statuses of a table for which an operation has the response of another table. */
  readonly shared: SharedStatus[];
  /** Operations whose responses would change, but stand elsewhere. */
  readonly referring: MemberPath[];
  /** The references of each table's responses in all operations. */
  readonly references: ReadonlyMap<string, Set<string>>;
}

export interface SharedStatus {
  readonly at: MemberPath;
  /** The table that has the response. */
  readonly owner: string;
  readonly table: string;
}

/** `included` are the tables of this run; without it, the tables that the operations name. */
export function planResponses(
  data: JsonObject,
  operations: readonly FoundOperation[],
  intended: ReadonlyMap<string, TableComponents>,
  included: ReadonlySet<string> | undefined,
): PlannedResponses {
  const components = objectOf(objectOf(data["components"])["responses"]);
  const references = new Map([...intended.keys()].map((table) => [table, new Set<string>()]));
  const planned: PlannedResponses = { changes: [], kept: [], shared: [], referring: [], references };
  for (const operation of operations) {
    const tables = [...(included ?? tablesOf(operation.data))];
    const byTable = tables.map((name) => [name, intended.get(name)?.responses.get(operation) ?? {}] as const);
    const changes = planOperation(operation, byTable, components, planned);
    planned.changes.push(...changes);
    const { $ref } = objectOf(operation.data["responses"]);
    if (changes.length > 0 && typeof $ref === "string") planned.referring.push([...operation.at, "responses", "$ref"]);
  }
  return planned;
}

/** `intended` are the responses of each table, in order; an empty record where a table gives the operation none. */
function planOperation(
  { at, data }: FoundOperation,
  intended: readonly (readonly [table: string, responses: Readonly<Record<string, JsonObject>>])[],
  components: JsonObject,
  { kept, shared, references }: PlannedResponses,
): readonly MemberChange[] {
  const present = objectOf(data["responses"]);
  const within = [...at, "responses"];
  const inside = new Map<string, MemberChange>();
  const marks: MemberChange[] = [];
  const owners = new Map(
    Object.entries(present).map(([status, response]) => [status, ownerOfResponse(data, status, response, components)]),
  );
  // Other tables may take the statuses that a table gives up in this run, in any order of the tables.
  for (const [table, responses] of intended) {
    for (const status of wordsOf(data[statusesMark(table)])) {
      if (owners.get(status) !== table || Object.hasOwn(responses, status)) continue;
      owners.delete(status);
      inside.set(status, { at: within, name: status });
    }
  }
  for (const [table, responses] of intended) {
    const own: string[] = [];
    for (const [status, response] of Object.entries(responses)) {
      const owner = owners.get(status);
      if (owners.has(status) && owner !== table) {
        if (owner === undefined) kept.push([...within, status]);
        else shared.push({ at: [...within, status], owner, table });
        continue;
      }
      own.push(status);
      owners.set(status, table);
      references.get(table)?.add(String(response["$ref"]));
      if (isSameData(present[status], response)) inside.delete(status);
      else inside.set(status, { at: within, name: status, value: response });
    }
    marks.push(...markChanges(data, at, statusesMark(table), own));
  }
  const added = addedMappings(data);
  const changes = changesWithin(data, at, { responses: [...inside.values()] }, added);
  return [...changes, ...addedChanges(data, at, added), ...marks];
}

/** The table that a response comes from; undefined for a response that errtable did not write. */
function ownerOfResponse(data: JsonObject, status: string, response: Json, components: JsonObject): string | undefined {
  return tablesOf(data).find(
    (table) => wordsOf(data[statusesMark(table)]).includes(status) && isReference(response, table, components),
  );
}

/** Whether a response only refers to a response of the table, or to one that no longer exists. */
function isReference(response: Json, table: string, components: JsonObject): boolean {
  const { $ref, ...others } = objectOf(response);
  if (typeof $ref !== "string" || Object.keys(others).length > 0) return false;
  const [root, kind, name = "", ...more] = referencePath($ref) ?? [];
  if (root !== "components" || kind !== "responses" || name === "" || more.length > 0) return false;
  return !Object.hasOwn(components, name) || ownerOf(components[name]) === table;
}
