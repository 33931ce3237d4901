// The operations of an API description, with the paths of their maps; path items that stand in other files are told apart.
import type { DescribedOperation } from "../../products/openapi/operation-responses.ts";
import { pointerTokens } from "../../text/json/pointer.ts";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import type { Path } from "./changes.ts";

export interface FoundOperation extends DescribedOperation {
  /** Where its map stands. */
  readonly at: Path;
  readonly data: JsonObject;
}

export interface FoundOperations {
  readonly operations: readonly FoundOperation[];
  /** Where path items stand that refer to somewhere else than to this file. */
  readonly foreign: readonly Path[];
}

export function findOperations(data: Json): FoundOperations {
  const paths = isObject(data) ? data["paths"] : undefined;
  const operations: FoundOperation[] = [];
  const foreign: Path[] = [];
  const seen = new Set<string>();
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    // Extensions stand among the paths.
    if (!isObject(item) || !path.startsWith("/")) continue;
    const found = followItem(data, ["paths", path], item);
    if (found === undefined) foreign.push(["paths", path]);
    // Two paths may share an item.
    else if (!seen.has(JSON.stringify(found.at))) {
      seen.add(JSON.stringify(found.at));
      operations.push(...operationsOf(found.item, found.at, path));
    }
  }
  return { operations, foreign };
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

interface Item {
  readonly at: Path;
  readonly item: JsonObject;
}

function followItem(data: Json, at: Path, item: JsonObject): Item | undefined {
  const { $ref } = item;
  if (typeof $ref !== "string") return { at, item };
  const pointer = $ref.startsWith("#/") ? decoded($ref.slice(1)) : undefined;
  if (pointer === undefined) return undefined;
  const target = pointerTokens(pointer);
  const value = target.reduce<Json | undefined>((inner, step) => (isObject(inner) ? inner[step] : undefined), data);
  return isObject(value) && value["$ref"] === undefined ? { at: target, item: value } : undefined;
}

/** Undefined where a % is not followed by what it should be. */
function decoded(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

function operationsOf(item: JsonObject, at: Path, path: string): readonly FoundOperation[] {
  const additional = item["additionalOperations"];
  const own = Object.entries(item).flatMap(([method, data]) =>
    METHODS.includes(method) && isObject(data) ? [operationOf(data, [...at, method], method, path)] : [],
  );
  const more = Object.entries(isObject(additional) ? additional : {}).flatMap(([method, data]) =>
    isObject(data) ? [operationOf(data, [...at, "additionalOperations", method], method, path)] : [],
  );
  return [...own, ...more];
}

function operationOf(data: JsonObject, at: Path, method: string, path: string): FoundOperation {
  const { operationId, tags } = data;
  const errorCodes = data["x-error-codes"];
  return {
    at,
    data,
    method,
    path,
    ...(typeof operationId === "string" ? { operationId } : {}),
    ...(Array.isArray(tags) ? { tags: texts(tags) } : {}),
    ...(Array.isArray(errorCodes) ? { errorCodes: texts(errorCodes) } : {}),
  };
}

function texts(values: readonly Json[]): readonly string[] {
  return values.filter((value) => typeof value === "string" || typeof value === "number").map(String);
}
