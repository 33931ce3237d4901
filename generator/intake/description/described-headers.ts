// The headers of responses become the ones of the language of tables; all others are left out by name.
import { entriesOf, isObject, type JsonObject, withoutUndefined } from "../../text/json/value.ts";
import type { Dropped } from "../found-table.ts";
import { headersOnce } from "../header-names.ts";
import type { ErrorResponse } from "./described-responses.ts";
import type { Resolve } from "./reference-resolver.ts";

/** The headers that tell of errors, with plain types alone, each once. */
export function headersOf(response: JsonObject, resolve: Resolve): JsonObject {
  const found = entriesOf(resolve(response["headers"])).flatMap(([name, value]) => {
    const header = resolve(value);
    if (!isObject(header) || !/^(?:retry-after|www-authenticate)$/i.test(name)) return [];
    const schema = resolve(header["schema"]) ?? header;
    const type = isObject(schema) && schema["type"] === "integer" ? "integer" : "string";
    const { description } = header;
    const words = typeof description === "string" && description.isWellFormed() ? description.trim() : "";
    return [[name, withoutUndefined({ description: words || undefined, schema: { type } })] as const];
  });
  return headersOnce(found);
}

export function otherHeaders(responses: readonly ErrorResponse[], resolve: Resolve): readonly Dropped[] {
  const names = responses.flatMap(({ response }) => {
    const taken = headersOf(response, resolve);
    return entriesOf(resolve(response["headers"])).flatMap(([name]) => (Object.hasOwn(taken, name) ? [] : [name]));
  });
  return [...new Set(names)].map((name) => ({ reason: "headers", name }));
}
