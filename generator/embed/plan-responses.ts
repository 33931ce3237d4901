// The responses that an operation has and those that tables give it become changes; those that people wrote stay.
import { isObject, type JsonObject } from "../model/json.ts";
import type { Change } from "./changes.ts";
import { sameData } from "./changes.ts";
import type { FoundOperation } from "./operations.ts";
import { MARK, ownerOf, statusesMark, wordsOf } from "./ownership.ts";
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
  /** Statuses that a table has, and that somebody else's response stands for. */
  readonly kept: readonly string[];
  /** By table, the references of the responses that are there for it. */
  readonly references: ReadonlyMap<string, readonly string[]>;
}

export function planOperation({ operation, wanted, components }: OperationRequest): PlannedOperation {
  const { at, data } = operation;
  const present = isObject(data["responses"]) ? data["responses"] : {};
  const within = [...at, "responses"];
  const inside = new Map<string, Change>();
  const marks: Change[] = [];
  const kept: string[] = [];
  const references = new Map<string, readonly string[]>();
  const taken = new Set(Object.keys(present));
  for (const [table, responses] of wanted) {
    const markName = statusesMark(table);
    const listed = new Set(wordsOf(data[markName]));
    const isOurs = (status: string): boolean => listed.has(status) && isReference(present[status], table, components);
    const own: string[] = [];
    for (const [status, response] of Object.entries(responses)) {
      if (taken.has(status) && !isOurs(status)) {
        kept.push(status);
        continue;
      }
      own.push(status);
      taken.add(status);
      if (!sameData(present[status], response)) inside.set(status, { at: within, name: status, value: response });
    }
    for (const status of listed) {
      if (isOurs(status) && !Object.hasOwn(responses, status)) inside.set(status, { at: within, name: status });
    }
    references.set(
      table,
      own.map((status) => String(responses[status]?.["$ref"])),
    );
    const mark = own.join(" ");
    if (mark !== (data[markName] ?? "")) {
      marks.push({ at, name: markName, ...(mark === "" ? {} : { value: mark }) });
    }
  }
  return { changes: [...inOperation(operation, present, [...inside.values()]), ...marks], kept, references };
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
