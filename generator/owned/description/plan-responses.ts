// The responses that an operation has and those that tables give it become changes; those that people wrote stay.
import { isObject, type JsonObject } from "../../text/json/value.ts";
import type { Change } from "./changes.ts";
import { sameData } from "./changes.ts";
import type { FoundOperation } from "./description-operations.ts";
import { MARK, ownerOf, statusesMark, tablesOf, wordsOf } from "./ownership.ts";
import { markChange, membersOf } from "./plan-components.ts";

export interface OperationRequest {
  readonly operation: FoundOperation;
  /** By table, in order; an empty record where a table gives it nothing. */
  readonly wanted: readonly (readonly [table: string, responses: Readonly<Record<string, JsonObject>>])[];
  /** The responses of the description's components. */
  readonly components: JsonObject;
}

export interface PlannedOperation {
  readonly changes: readonly Change[];
  /** Statuses that a table has, and that somebody's own response stands for. */
  readonly kept: readonly string[];
  /** Statuses that a table has, and that the response of another table stands for. */
  readonly shared: readonly SharedStatus[];
  /** By table, the references of the responses that are there for it. */
  readonly references: ReadonlyMap<string, readonly string[]>;
}

export interface SharedStatus {
  readonly status: string;
  /** Whose response is there. */
  readonly owner: string;
  readonly table: string;
}

export function planOperation({ operation, wanted, components }: OperationRequest): PlannedOperation {
  const { at, data } = operation;
  const present = isObject(data["responses"]) ? data["responses"] : {};
  const within = [...at, "responses"];
  const inside = new Map<string, Change>();
  const marks: Change[] = [];
  const kept: string[] = [];
  const shared: SharedStatus[] = [];
  const references = new Map<string, readonly string[]>();
  const owners = new Map(Object.keys(present).map((status) => [status, ownerOfStatus(data, status, components)]));
  // What a table gives up in this run is free for the others, whatever their order.
  for (const [table, responses] of wanted) {
    for (const status of wordsOf(data[statusesMark(table)])) {
      if (owners.get(status) !== table || Object.hasOwn(responses, status)) continue;
      owners.delete(status);
      inside.set(status, { at: within, name: status });
    }
  }
  for (const [table, responses] of wanted) {
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
      if (sameData(present[status], response)) inside.delete(status);
      else inside.set(status, { at: within, name: status, value: response });
    }
    references.set(
      table,
      own.map((status) => String(responses[status]?.["$ref"])),
    );
    const mark = own.join(" ");
    const markName = statusesMark(table);
    if (mark !== (data[markName] ?? "")) {
      marks.push({ at, name: markName, ...(mark === "" ? {} : { value: mark }) });
    }
  }
  return { changes: [...inOperation(operation, present, [...inside.values()]), ...marks], kept, shared, references };
}

/** The table that a response is there for; undefined for people's own. */
function ownerOfStatus(data: JsonObject, status: string, components: JsonObject): string | undefined {
  const response = isObject(data["responses"]) ? data["responses"][status] : undefined;
  return tablesOf(data).find(
    (table) => wordsOf(data[statusesMark(table)]).includes(status) && isReference(response, table, components),
  );
}

/** A reference to a response of the table, or to one that is gone: what people put in its place is theirs. */
function isReference(response: unknown, table: string, components: JsonObject): boolean {
  if (!isObject(response as JsonObject)) return false;
  const { $ref, ...others } = response as JsonObject;
  const [, name = ""] = /^#\/components\/responses\/([\w.-]+)$/.exec(String($ref)) ?? [];
  if (name === "" || Object.keys(others).length > 0) return false;
  const target = Object.hasOwn(components, name) ? components[name] : undefined;
  return target === undefined || ownerOf(target) === table;
}

function inOperation({ at, data }: FoundOperation, present: JsonObject, inside: readonly Change[]): readonly Change[] {
  if (inside.length === 0) return [];
  const made = new Set(wordsOf(data[MARK]));
  if (data["responses"] === undefined) {
    made.add("responses");
    return [
      { at, name: "responses", value: membersOf(inside) },
      { at, name: MARK, value: [...made].join(" ") },
    ];
  }
  const gone = inside.filter(({ value }) => value === undefined).length;
  const isEmpty = gone === inside.length && Object.keys(present).length === gone;
  if (!isEmpty || !made.has("responses")) return inside;
  made.delete("responses");
  return [{ at, name: "responses" }, markChange(at, [...made].join(" "))];
}
