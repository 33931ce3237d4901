// Finds the operations of an API description with the paths of their mappings, and the path items that are in other files.
import type { DescribedOperation } from "../../products/openapi/operation-responses.ts";
import { valueAt } from "../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf } from "../../text/json/value.ts";
import type { MemberPath } from "./member-changes.ts";
import { referencePath } from "./references.ts";

export interface FoundOperation extends DescribedOperation {
  /** The path of its mapping. */
  readonly at: MemberPath;
  readonly data: JsonObject;
  /** A webhook or a callback: the API itself sends the request, and somebody else's server answers. */
  readonly isOutgoing: boolean;
}

/** A mapping that refers to another file: a path item, or an operation of a path. */
export interface ExternalOperations {
  readonly at: MemberPath;
  readonly path: string;
}

/** The operations are those of paths, webhooks and callbacks. */
export function findOperations(data: JsonObject) {
  const operations: FoundOperation[] = [];
  const external: ExternalOperations[] = [];
  const seen = new Set<string>();
  const visit = (item: Json, written: MemberPath, isOutgoing: boolean): void => {
    if (!isObject(item)) return;
    const path = written.at(-1) ?? "";
    const isElsewhere = (at: MemberPath): void => {
      if (!isOutgoing) external.push({ at, path });
    };
    const found = follow(data, item, written);
    if (found === undefined) {
      isElsewhere(written);
      return;
    }
    const { at, target } = found;
    // Two paths may share an item, or an operation.
    const isSeen = (place: MemberPath): boolean => {
      const key = JSON.stringify(place);
      return seen.has(key) || !seen.add(key);
    };
    if (isSeen(at)) return;
    for (const { written: place, ...method } of methodsOf(target, at)) {
      const own = isObject(place.data) ? follow(data, place.data, place.at) : undefined;
      if (own === undefined) {
        if (isObject(place.data)) isElsewhere(place.at);
        continue;
      }
      if (isSeen(own.at)) continue;
      const operation = operationOf(own.target, own.at, { ...method, path, isOutgoing });
      operations.push(operation);
      for (const [name, callback] of entriesOf(operation.data["callbacks"])) {
        if (!isObject(callback)) continue;
        const called = follow(data, callback, [...operation.at, "callbacks", name]);
        for (const [expression, inner] of entriesOf(called?.target))
          if (!expression.startsWith("x-")) visit(inner, [...(called?.at ?? []), expression], true);
      }
    }
  };
  // Extensions stand among the paths.
  for (const [path, item] of entriesOf(data["paths"])) if (path.startsWith("/")) visit(item, ["paths", path], false);
  for (const [name, item] of entriesOf(data["webhooks"])) visit(item, ["webhooks", name], true);
  return { operations, external };
}

/** The mapping that stands at a path, or that its reference leads to; undefined where that is in another file. */
function follow(data: JsonObject, written: JsonObject, path: MemberPath) {
  const { $ref } = written;
  if (typeof $ref !== "string") return { at: path, target: written };
  const at = referencePath($ref);
  const target = at === undefined ? undefined : valueAt(data, at);
  return at === undefined || !isObject(target) || target["$ref"] !== undefined ? undefined : { at, target };
}

/** The name by which people know an operation: its id, or "GET /things". */
export function operationName({ operationId, method, path }: DescribedOperation): string {
  return operationId ?? `${method.toUpperCase()} ${path}`;
}

/** The keys by which a table can name it. */
export function namesOf(operation: FoundOperation): readonly string[] {
  const { method, path, operationId, tags = [] } = operation;
  return [...(operationId === undefined ? [] : [operationId]), `${method.toUpperCase()} ${path}`, ...tags];
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

function methodsOf(item: JsonObject, at: MemberPath) {
  const standard = entriesOf(item).filter(([method]) => METHODS.includes(method));
  const additional = entriesOf(item["additionalOperations"]);
  return [
    ...standard.map(([method, data]) => ({ method, written: { at: [...at, method], data } })),
    ...additional.map(([method, data]) => ({ method, written: { at: [...at, "additionalOperations", method], data } })),
  ];
}

function operationOf(
  data: JsonObject,
  at: MemberPath,
  named: Pick<FoundOperation, "method" | "path" | "isOutgoing">,
): FoundOperation {
  const { operationId, tags, "x-error-codes": errorCodes } = data;
  return {
    at,
    ...named,
    data,
    ...(typeof operationId === "string" ? { operationId } : {}),
    ...(Array.isArray(tags) ? { tags: textsOf(tags) } : {}),
    ...(Array.isArray(errorCodes) ? { errorCodes: textsOf(errorCodes) } : {}),
  };
}

function textsOf(values: Json): readonly string[] {
  return listOf(values)
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map(String);
}
