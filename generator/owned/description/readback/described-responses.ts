// An API description becomes its error responses, each with its status and the operations that answer with it.
import { reasonPhrase, statusName } from "../../../model/http-status.ts";
import { valueAt } from "../../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject } from "../../../text/json/value.ts";
import { findOperations, operationName } from "../description-operations.ts";
import { referencePath } from "../references.ts";

export interface ErrorResponse {
  readonly status: number;
  readonly response: JsonObject;
  /** The names of the operations that may answer with it. */
  readonly operations: readonly string[];
}

/** Follows a reference; undefined where it leads to another file, or to nothing. */
export type Resolve = (value: Json | undefined) => Json | undefined;

export function resolver(data: Json): Resolve {
  return (value) => {
    let found = value;
    for (let step = 0; step < 32; step += 1) {
      const $ref = isObject(found) ? found["$ref"] : undefined;
      if (typeof $ref !== "string") return found;
      const path = referencePath($ref);
      if (path === undefined) return undefined;
      found = valueAt(data, path);
    }
    return undefined;
  };
}

/** First the responses of operations, then the components that no operation uses and whose status can be told. */
export function findErrorResponses(data: JsonObject, resolve: Resolve): readonly ErrorResponse[] {
  const found = new Map<string, { status: number; response: JsonObject; operations: string[] }>();
  const keys = new Map<JsonObject, number>();
  const add = (status: number, response: JsonObject, operation: string | undefined): void => {
    // Several operations may refer to one response.
    const key = `${status} ${keys.get(response) ?? keys.size}`;
    if (!keys.has(response)) keys.set(response, keys.size);
    const known = found.get(key) ?? { status, response, operations: [] };
    found.set(key, known);
    if (operation !== undefined) known.operations.push(operation);
  };
  for (const operation of findOperations(data).operations) {
    for (const [range, value] of entriesOf(resolve(operation.data["responses"]))) {
      const response = resolve(value);
      if (isObject(response) && /^[45]\d\d$/.test(range)) add(Number(range), response, operationName(operation));
    }
  }
  for (const [name, value] of entriesOf(valueAt(data, ["components", "responses"]))) {
    const response = resolve(value);
    if (!isObject(response) || keys.has(response)) continue;
    const status = statusOf(name, response);
    if (status !== undefined) add(status, response, undefined);
  }
  return [...found.values()];
}

/** The status at the start of a component's description, or in its name: "Error404", "NotFoundResponse". */
function statusOf(name: string, { description }: JsonObject): number | undefined {
  const [, number] =
    /^([45]\d\d)\b/.exec(typeof description === "string" ? description : "") ??
    /(?:^|\D)([45]\d\d)(?:\D|$)/.exec(name) ??
    [];
  if (number !== undefined) return Number(number);
  const phrase = name
    .replace(/(?:Errors?|Response)+$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
  for (let status = 400; status < 600; status += 1) {
    const ownName = reasonPhrase(status) === undefined ? undefined : statusName(status).replace(/Error$/, "");
    if (ownName?.toLowerCase() === phrase) return status;
  }
  return undefined;
}
