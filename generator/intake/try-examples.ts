// The examples of a source are held against the table that was made of it: how many bodies its guards would take.
import { wireCodeOf } from "../model/wire-code.ts";
import { fits } from "../schema/conforms.ts";
import { pointerTokens, valueAt } from "../text/json/pointer.ts";
import { isList, isObject, type Json, type JsonSchema } from "../text/json/value.ts";
import { codeTypeOf } from "./found-code-type.ts";
import { messageType } from "./found-message.ts";
import type { FoundBody, FoundTable } from "./found-table.ts";

export function countFitting({ body, errors, examples }: FoundTable): number {
  const code = { type: codeTypeOf(body, errors), prefix: body.prefix ?? "" };
  const codes = new Set<Json>(errors.map((error) => wireCodeOf(error.code, code)));
  const isKnown = (value: Json): boolean => codes.has(value);
  return examples.filter((example) => itemsOf(example, body).every((item) => isTaken(item, body, isKnown))).length;
}

/** The errors of a body; a body without the list holds one that fits nothing. */
function itemsOf(example: Json, { errors }: FoundBody): readonly Json[] {
  const list = errors === undefined ? [example] : valueAt(example, errors);
  return isList(list) ? list : [null];
}

function isTaken(item: Json, body: FoundBody, isKnown: (code: Json) => boolean): boolean {
  const {
    code = ["code"],
    message,
    properties = {},
    required = [],
    isOptional,
    isSilent,
    messageTypes = ["string"],
  } = body;
  const own = valueAt(item, code) ?? undefined;
  if (!isObject(item) || (own === undefined ? isOptional !== true : !isKnown(own))) return false;
  const text = message === undefined || message === "none" ? undefined : valueAt(item, message);
  const mayLackText = message === undefined || message === "none" || isSilent === true;
  const type = messageType(text);
  if (text === undefined ? !mayLackText : type === undefined || !messageTypes.includes(type)) return false;
  return (
    required.every((name) => memberOf(item, name) !== undefined) &&
    Object.entries(properties).every(([name, schema]) => {
      const value = memberOf(item, name);
      return value === undefined || fits(schema as JsonSchema, value);
    })
  );
}

/** Members are named by themselves or by pointers. */
function memberOf(item: Json, name: string): Json | undefined {
  return valueAt(item, name.startsWith("/") ? pointerTokens(name) : [name]);
}
