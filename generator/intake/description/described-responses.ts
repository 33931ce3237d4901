// An API description becomes its error responses, each with its status and the operations that answer with it.
import { reasonPhrase, statusName } from "../../model/http-status.ts";
import { findOperations, operationName } from "../../owned/description/description-operations.ts";
import { valueAt } from "../../text/json/pointer.ts";
import { entriesOf, isObject, type Json, type JsonObject, listOf } from "../../text/json/value.ts";
import type { Resolve } from "./reference-resolver.ts";

export interface ErrorResponse {
  /** Undefined for `default`, `4XX` and `5XX`. */
  readonly status: number | undefined;
  readonly response: JsonObject;
  /** The names of the operations that may answer with it. */
  readonly operations: readonly string[];
}

export interface Responses {
  readonly responses: readonly ErrorResponse[];
  /** The names of all operations. */
  readonly operations: readonly string[];
}

/** First the responses of operations, then the components that no operation uses and whose status or codes are told. */
export function findErrorResponses(data: JsonObject, resolve: Resolve): Responses {
  const found = new Map<string, { status: number | undefined; response: JsonObject; operations: string[] }>();
  const keys = new Map<JsonObject, number>();
  const add = (status: number | undefined, response: JsonObject, operation: string | undefined): void => {
    // Several operations may refer to one response.
    const key = `${status} ${keys.get(response) ?? keys.size}`;
    if (!keys.has(response)) keys.set(response, keys.size);
    const known = found.get(key) ?? { status, response, operations: [] };
    found.set(key, known);
    if (operation !== undefined) known.operations.push(operation);
  };
  // The errors of webhooks and callbacks are those of other servers.
  const operations = findOperations({ paths: pathsOf(data, resolve) }).operations.filter((one) => !one.isOutgoing);
  for (const operation of operations) {
    const responses = entriesOf(resolve(operation.data["responses"]));
    const isOnly = !responses.some(([range]) => /^[123]/.test(range));
    for (const [range, value] of responses) {
      const response = resolve(value);
      // A default that is the only response may be that of a success.
      if (!isObject(response) || !isErrorRange(range) || (range === "default" && isOnly && isSuccess(response)))
        continue;
      add(/^\d+$/.test(range) ? Number(range) : undefined, response, operationName(operation));
    }
  }
  const components = [valueAt(data, ["components", "responses"]), data["responses"]].flatMap((one) =>
    entriesOf(resolve(one)),
  );
  for (const [name, value] of components) {
    const response = resolve(value);
    if (!isObject(response) || keys.has(response)) continue;
    const status = statusOf(name, response);
    if (status !== undefined || Array.isArray(response["x-error-codes"])) add(status, response, undefined);
  }
  const responses = [...found.values()].map((one) => ({ ...one, response: withContent(one.response, data) }));
  return { responses, operations: operations.map(operationName) };
}

/** Paths, path items of other files, and operations that are references, stand in their places. */
function pathsOf(data: JsonObject, resolve: Resolve): JsonObject {
  const items = entriesOf(resolve(data["paths"])).map(([path, item]) => {
    const isOther = isReference(item) && !String(item["$ref"]).startsWith("#");
    return [path, withOperations(isOther ? (resolve(item) ?? null) : item, resolve)] as const;
  });
  return Object.fromEntries<Json>(items);
}

/** Tools that split a description into files also write references in the place of operations. */
function withOperations(item: Json, resolve: Resolve): Json {
  if (!isObject(item) || !Object.values(item).some(isReference)) return item;
  const members = Object.entries(item).map(([name, member]) => {
    return [name, isReference(member) ? (resolve(member) ?? null) : (member ?? null)] as const;
  });
  return Object.fromEntries<Json>(members);
}

function isReference(value: Json | undefined): value is JsonObject {
  return isObject(value) && typeof value["$ref"] === "string";
}

function isErrorRange(range: string): boolean {
  return /^(?:[45](?:\d\d|XX)|default)$/i.test(range);
}

function isSuccess({ description }: JsonObject): boolean {
  return typeof description === "string" && /^(?:success|ok\b|operation success)/i.test(description.trim());
}

/** A response of Swagger 2.0 has its schema and examples at its top. */
function withContent(response: JsonObject, { swagger, produces }: JsonObject): JsonObject {
  if (swagger === undefined || response["content"] !== undefined) return response;
  const { schema, examples, ...others } = response;
  const shown = entriesOf(examples);
  const types =
    shown.length > 0 ? shown.map(([type]) => type) : listOf(produces).filter((type) => typeof type === "string");
  const media = (type: string): JsonObject => ({
    ...(schema === undefined ? {} : { schema }),
    ...Object.fromEntries(shown.filter(([name]) => name === type).map(([, example]) => ["example", example])),
  });
  const content = (types.length === 0 ? ["application/json"] : types).map((type) => [type, media(type)] as const);
  return { ...others, content: Object.fromEntries<Json>(content) };
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
