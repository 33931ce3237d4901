// The responses that an operation has and those that tables give it become changes. Responses of other people stay.
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import type { FoundOperation } from "./description-operations.ts";
import { isSameData, type MemberChange } from "./member-changes.ts";
import { changesWithin, markChanges, ownerOf, statusesMark, tablesOf, wordsOf } from "./ownership.ts";
import { referencePath } from "./references.ts";

export interface OperationRequest {
  readonly operation: FoundOperation;
  /** The responses of each table, in order; an empty record where a table gives it none. */
  readonly intended: readonly (readonly [table: string, responses: Readonly<Record<string, JsonObject>>])[];
  /** The responses in the description's components. */
  readonly components: JsonObject;
}

export interface PlannedOperation {
  readonly changes: readonly MemberChange[];
  /** Statuses of a table for which the operation has somebody's own response. */
  readonly kept: readonly string[];
  /** Statuses of a table for which the operation has the response of another table. */
  readonly shared: readonly SharedStatus[];
  /** The references of each table's responses in the operation. */
  readonly references: ReadonlyMap<string, readonly string[]>;
}

export interface SharedStatus {
  readonly status: string;
  /** The table that has the response. */
  readonly owner: string;
  readonly table: string;
}

export function planOperation({ operation, intended, components }: OperationRequest): PlannedOperation {
  const { at, data } = operation;
  const present = isObject(data["responses"]) ? data["responses"] : {};
  const within = [...at, "responses"];
  const inside = new Map<string, MemberChange>();
  const marks: MemberChange[] = [];
  const kept: string[] = [];
  const shared: SharedStatus[] = [];
  const references = new Map<string, readonly string[]>();
  const owners = new Map(
    Object.entries(present).map(([status, response]) => [status, ownerOfResponse(data, status, response, components)]),
  );
  // Other tables may take the statuses that a table gives up in this run, whatever the order of the tables.
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
        if (owner === undefined) kept.push(status);
        else shared.push({ status, owner, table });
        continue;
      }
      own.push(status);
      owners.set(status, table);
      if (isSameData(present[status], response)) inside.delete(status);
      else inside.set(status, { at: within, name: status, value: response });
    }
    references.set(
      table,
      own.map((status) => String(responses[status]?.["$ref"])),
    );
    marks.push(...markChanges(data, at, statusesMark(table), own));
  }
  const changes = changesWithin(data, at, { responses: [...inside.values()] });
  return { changes: [...changes, ...marks], kept, shared, references };
}

/** The table that a response comes from; undefined for a response that errtable did not write. */
function ownerOfResponse(data: JsonObject, status: string, response: Json, components: JsonObject): string | undefined {
  return tablesOf(data).find(
    (table) => wordsOf(data[statusesMark(table)]).includes(status) && isReference(response, table, components),
  );
}

/** Whether a response only refers to a response of the table, or to one that no longer exists. */
function isReference(response: Json, table: string, components: JsonObject): boolean {
  const { $ref, ...others } = isObject(response) ? response : {};
  if (typeof $ref !== "string" || Object.keys(others).length > 0) return false;
  const [root, kind, name = "", ...more] = referencePath($ref) ?? [];
  if (root !== "components" || kind !== "responses" || name === "" || more.length > 0) return false;
  return !Object.hasOwn(components, name) || ownerOf(components[name]) === table;
}
