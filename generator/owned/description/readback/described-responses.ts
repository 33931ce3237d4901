// An API description → its error responses: status, content, headers, and the operations that answer with them.

import { reasonPhrase, statusName } from "../../../model/http-status.ts";
import { pointerTokens } from "../../../text/json/pointer.ts";
import { isObject, type Json, type JsonObject } from "../../../text/json/value.ts";
import { findOperations } from "../description-operations.ts";

export interface ErrorResponse {
  readonly status: number;
  readonly response: JsonObject;
  /** The keys of the operations that may answer with it: their ids, or "GET /things". */
  readonly operations: readonly string[];
}

/** What a reference in this file stands for; undefined where it leads elsewhere, or nowhere. */
export type Resolve = (value: Json | undefined) => Json | undefined;

export function resolver(data: Json): Resolve {
  return (value) => {
    let found = value;
    for (let step = 0; step < 32; step += 1) {
      const $ref = isObject(found) ? found["$ref"] : undefined;
      if (typeof $ref !== "string") return found;
      if (!$ref.startsWith("#/")) return undefined;
      found = pointerTokens(decode($ref.slice(1))).reduce<Json | undefined>(memberOf, data);
    }
    return undefined;
  };
}

function decode(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Those of operations first; then those that are only components, where they tell of which status they are. */
export function findErrorResponses(data: JsonObject, resolve: Resolve): readonly ErrorResponse[] {
  const found = new Map<string, { status: number; response: JsonObject; operations: string[] }>();
  const keys = new Map<JsonObject, number>();
  const add = (status: number, response: JsonObject, operation: string | undefined): void => {
    // What several operations refer to is one response.
    const key = `${status} ${keys.get(response) ?? keys.size}`;
    if (!keys.has(response)) keys.set(response, keys.size);
    const known = found.get(key) ?? { status, response, operations: [] };
    found.set(key, known);
    if (operation !== undefined) known.operations.push(operation);
  };
  for (const { data: operation, operationId, method, path } of findOperations(data).operations) {
    const responses = resolve(operation["responses"]);
    for (const [range, value] of Object.entries(isObject(responses) ? responses : {})) {
      const response = resolve(value);
      if (!isObject(response) || !/^[45]\d\d$/.test(range)) continue;
      add(Number(range), response, operationId ?? `${method.toUpperCase()} ${path}`);
    }
  }
  const components = isObject(data["components"]) ? data["components"]["responses"] : undefined;
  for (const [name, value] of Object.entries(isObject(components) ? components : {})) {
    const response = resolve(value);
    if (!isObject(response) || keys.has(response)) continue;
    const status = statusOf(name, response);
    if (status !== undefined) add(status, response, undefined);
  }
  return [...found.values()];
}

/** A component may say its status at the start of its description, or be named after it. */
function statusOf(name: string, { description }: JsonObject): number | undefined {
  const [, said] =
    /^([45]\d\d)\b/.exec(typeof description === "string" ? description : "") ??
    /(?:^|\D)([45]\d\d)(?:\D|$)/.exec(name) ??
    [];
  if (said !== undefined) return Number(said);
  const plain = name
    .replace(/(?:Errors?|Response)+$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "");
  for (let status = 400; status < 600; status += 1) {
    if (reasonPhrase(status) === undefined) continue;
    if (
      statusName(status)
        .replace(/Error$/, "")
        .toLowerCase() === plain
    )
      return status;
  }
  return undefined;
}
