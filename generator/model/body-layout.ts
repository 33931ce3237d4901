// The description of bodies in a table becomes their layout: the place of each member as tokens, with all defaults.

import { compareText } from "../diagnostic/diagnostic.ts";
import { memoize } from "../diagnostic/memoize.ts";
import type { Body } from "../reader/spec.gen.ts";
import { isPosition, type Path, placeTokens, pointerText, pointerTokens } from "../text/json/pointer.ts";
import type { JsonSchema } from "../text/json/value.ts";
import type { BodyModel, CodeModel, CodeType, ListModel, MemberModel, MessageModel } from "./body-model.ts";
import { extensionsOf, optional } from "./fields.ts";

/** A table that does not describe its bodies has the members `code` and `message`. */
const DEFAULT_BODY: Body = { code: "/code", message: "/message" };

/** The schemas are as the table has them, with their references. */
export function bodyLayout(body: Body = DEFAULT_BODY): BodyModel {
  return layoutOf(body);
}

const layoutOf = memoize((body: Body): BodyModel => {
  const { requestId, retryAfter, errors, response, aliases = [] } = body;
  const message = messageLayout(body.message);
  return {
    mediaType: body.mediaType ?? "application/json",
    extensions: extensionsOf(body),
    code: codeLayout(body.code),
    ...(message === undefined ? {} : { message }),
    members: membersOf(body.properties, body.required),
    aliases: aliases.map((alias) => ({
      code: placeTokens(alias.code),
      ...(alias.message === undefined ? {} : { message: placeTokens(alias.message) }),
      extensions: extensionsOf(alias),
    })),
    ...(requestId === undefined ? {} : { requestId: placeTokens(requestId) }),
    ...(retryAfter === undefined
      ? {}
      : {
          retryAfter: {
            at: placeTokens(retryAfter.at),
            unit: retryAfter.unit ?? "s",
            extensions: extensionsOf(retryAfter),
          },
        }),
    ...(errors === undefined ? {} : { list: listLayout(errors, response) }),
  };
});

function listLayout(errors: string, response: Body["response"] = {}): ListModel {
  return {
    at: pointerTokens(errors),
    members: membersOf(response.properties, response.required),
    extensions: extensionsOf(response),
  };
}

function codeLayout(code: Body["code"]): CodeModel {
  const { at, type: written, prefix = "", optional = false, success = [], header } = longForm(code);
  const type = codeTypeOf(written);
  return {
    at: placeTokens(at),
    type,
    prefix,
    isOptional: optional,
    success: success.map((each) => (type === "mixed" ? each : type === "integer" ? Number(each) : String(each))),
    ...(header === undefined ? {} : { header }),
    extensions: extensionsOf(longForm(code)),
  };
}

/** The type of codes for a type of the table, which may be a list of types. */
export function codeTypeOf(written: SingleType | readonly SingleType[] = "string"): CodeType {
  if (typeof written === "string") return written;
  const [first = "string", ...others] = written;
  return others.length === 0 ? first : "mixed";
}

type SingleType = Exclude<CodeType, "mixed">;

function messageLayout(message: Body["message"]): MessageModel | undefined {
  if (message === "none") return undefined;
  const long = longForm(message);
  return {
    at: placeTokens(long.at),
    types: [long.type ?? "string"].flat(),
    isOptional: long.optional ?? false,
    ...optional("maxLength", long.maxLength),
    extensions: extensionsOf(long),
  };
}

/** A pointer is short for an object with the pointer alone. */
function longForm<Long extends { readonly at: string }>(place: string | Long): Pick<Long, "at"> & Partial<Long> {
  return (typeof place === "string" ? { at: place } : place) as Pick<Long, "at"> & Partial<Long>;
}

function membersOf(properties: Body["properties"] = {}, required: readonly string[] = []): readonly MemberModel[] {
  const keys = new Set(required);
  return Object.entries(properties)
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, schema]) => ({ at: memberTokens(key), schema: schema as JsonSchema, required: keys.has(key) }));
}

/** The tokens of a common member: a key that begins with "/" is a pointer, any other key is a name. */
export function memberTokens(key: string): Path {
  return key.startsWith("/") ? placeTokens(key) : [key];
}

/** The key of a common member in a table. */
export function memberKey(at: Path): string {
  const [name = "", ...inner] = at;
  return inner.length > 0 || isPosition(name) || name.startsWith("/") ? pointerText(at) : name;
}
