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
}

/** `external` are the paths of path items that refer to other files. */
export function findOperations(data: JsonObject) {
  const operations: FoundOperation[] = [];
  const external: MemberPath[] = [];
  const seen = new Set<string>();
  for (const [path, item] of entriesOf(data["paths"])) {
    // Extensions stand among the paths.
    if (!isObject(item) || !path.startsWith("/")) continue;
    const { $ref } = item;
    const at = typeof $ref === "string" ? referencePath($ref) : ["paths", path];
    const target = at === undefined ? undefined : valueAt(data, at);
    if (at === undefined || !isObject(target) || (typeof $ref === "string" && target["$ref"] !== undefined))
      external.push(["paths", path]);
    // Two paths may share an item.
    else if (!seen.has(JSON.stringify(at))) {
      seen.add(JSON.stringify(at));
      operations.push(...operationsOf(target, at, path));
    }
  }
  return { operations, external };
}

/** The name by which people know an operation: its id, or "GET /things". */
export function operationName({ operationId, method, path }: DescribedOperation): string {
  return operationId ?? `${method.toUpperCase()} ${path}`;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

function operationsOf(item: JsonObject, at: MemberPath, path: string): readonly FoundOperation[] {
  const standard = entriesOf(item).filter(([method]) => METHODS.includes(method));
  const additional = entriesOf(item["additionalOperations"]);
  const written = [
    ...standard.map(([method, data]) => ({ at: [...at, method], method, data })),
    ...additional.map(([method, data]) => ({ at: [...at, "additionalOperations", method], method, data })),
  ];
  return written.flatMap(({ data, ...place }) => {
    if (!isObject(data)) return [];
    const { operationId, tags, "x-error-codes": errorCodes } = data;
    return {
      ...place,
      data,
      path,
      ...(typeof operationId === "string" ? { operationId } : {}),
      ...(Array.isArray(tags) ? { tags: textsOf(tags) } : {}),
      ...(Array.isArray(errorCodes) ? { errorCodes: textsOf(errorCodes) } : {}),
    };
  });
}

function textsOf(values: Json): readonly string[] {
  return listOf(values)
    .filter((value) => typeof value === "string" || typeof value === "number")
    .map(String);
}
