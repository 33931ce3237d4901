// The examples of a source are held against the table that was made of it: how many bodies its guards would take.
import { hasType, listedTypes } from "../schema/keywords.ts";
import { pointerTokens, valueAt } from "../text/json/pointer.ts";
import { isList, isObject, type Json, objectOf } from "../text/json/value.ts";
import type { FoundBody, FoundTable } from "./found-table.ts";
import { haveNumbers } from "./number-codes.ts";

export function countFitting({ body, errors, examples }: FoundTable): number {
  const codes = new Set(errors.map(({ code }) => (body.prefix ?? "") + code));
  const type = haveNumbers(body, errors) ? "number" : "string";
  const isKnown = (code: Json): boolean => typeof code === type && codes.has(String(code));
  return examples.filter((example) => itemsOf(example, body).every((item) => fits(item, body, isKnown))).length;
}

/** The errors of a body; a body without the list holds one that fits nothing. */
function itemsOf(example: Json, { errors }: FoundBody): readonly Json[] {
  const list = errors === undefined ? [example] : valueAt(example, errors);
  return isList(list) ? list : [null];
}

function fits(item: Json, body: FoundBody, isKnown: (code: Json) => boolean): boolean {
  const { code = ["code"], message, properties = {}, required = [], isOptional, isSilent } = body;
  const own = valueAt(item, code) ?? undefined;
  if (!isObject(item) || (own === undefined ? isOptional !== true : !isKnown(own))) return false;
  const text = message === undefined || message === "none" ? undefined : valueAt(item, message);
  const mayLackText = message === undefined || message === "none" || isSilent === true;
  if (text === undefined ? !mayLackText : typeof text !== "string") return false;
  return (
    required.every((name) => memberOf(item, name) !== undefined) &&
    Object.entries(properties).every(([name, schema]) => {
      const value = memberOf(item, name);
      return value === undefined || (listedTypes(objectOf(schema)) ?? []).some((type) => hasType(value, type));
    })
  );
}

/** Members are named by themselves or by pointers. */
function memberOf(item: Json, name: string): Json | undefined {
  return valueAt(item, name.startsWith("/") ? pointerTokens(name) : [name]);
}
