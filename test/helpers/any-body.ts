// Descriptions of bodies in any form: codes of either type or of both, messages that are lists or maps, lists of errors and of
// finer codes, XML, aliases, members that all bodies have.
import fc from "fast-check";
import type { Json } from "../../generator/text/json/value.ts";

/** None of the places is on the way to another one. All members of an XML body are inside of its root element. */
const layout = fc.constantFrom(
  layoutOf("", "/code", "/message", "kind", "sub", "/inner", "/causes"),
  layoutOf("", "/error/code", "/error/message", "/error/kind", "/error/sub", "/error", "/error/causes"),
  layoutOf("", "/a~1b/c~0d", "/text", "/a~1b/kind", "/~1", "/inner/deep", "/inner/next/causes"),
  layoutOf("", "/errors/code", "/message", "/meta/kind", "/meta/sub", "/meta", "/meta/a/causes"),
  layoutOf("", "/toString", "/valueOf/text", "/valueOf/kind", "hasOwnProperty", "/x", "/valueOf/constructor"),
  layoutOf("", "/a/b/c/code", "/a/b/c/text", "/a/b/kind", "/a/sub", "/a/b/c", "/a/b/causes"),
  layoutOf("", "/__proto__/code", "/text", "/__proto__/kind", "/x/__proto__", "/in", "/__proto__/causes"),
  layoutOf("", "/w/x/y/z/code", "/message", "kind", "/w/x/sub", "/w/x/y/z/in", "/w/causes"),
  layoutOf("/R", "/R/Error/code", "/R/Error/text", "/R/kind", "/R/sub", "/R/inner", "/R/causes"),
  inList(layoutOf("", "/1", "/2", "/0", "/3/sub", "/3/inner", "/3/causes"), "/3"),
  inList(layoutOf("", "/error/0", "/error/1", "kind", "/sub/0", "/error/2", "/causes")),
  inList(layoutOf("", "/0/0", "/0/1", "/1/0", "/1/1/sub", "/1/1/inner", "/1/1/causes"), "/1/1"),
);

function layoutOf(
  root: string,
  code: string,
  message: string,
  kind: string,
  sub: string,
  inner: string,
  causes: string,
) {
  return { root, code, message, kind, sub, inner, causes, facts: root, isList: false };
}

/** A list has all positions before its last one; `facts` is the place of what is not described yet. */
function inList(at: ReturnType<typeof layoutOf>, facts = ""): ReturnType<typeof layoutOf> {
  return { ...at, facts, isList: true };
}

/** A schema, and values that it allows. */
const kind = fc.constantFrom<{ readonly schema: object; readonly values: readonly Json[] }>(
  { schema: { type: "string", description: "The kind." }, values: ["x", "y"] },
  { schema: { enum: ["x", "y", 1, null] }, values: ["x", 1, null] },
  { schema: { enum: [1, 2, 3] }, values: [1, 2, 3] },
  { schema: { type: ["integer", "string"], multipleOf: 0.5 }, values: [2, "x"] },
  { schema: {}, values: [true, "z"] },
);

/** The schema of a list, and the constants that some item of it has, by the rest of their place. */
const causes = fc.constantFrom<{ readonly schema: object; readonly items: readonly Readonly<Record<string, Json>>[] }>(
  {
    schema: {
      type: "array",
      items: {
        type: "object",
        properties: { reason: { type: "string" }, text: { type: "string" } },
        required: ["reason"],
      },
    },
    items: [{ "-/reason": "x" }, { "-/reason": "y" }, { "-/reason": "y", "-/place/line": 1 }],
  },
  { schema: { type: "array", items: { enum: ["x", "y", 1, null] } }, items: [{ "-": "x" }, { "-": 1 }, { "-": "y" }] },
  { schema: { type: ["array", "null"], example: null }, items: [{ "-/reason": true }, { "-": null }] },
  {
    schema: {
      type: "array",
      items: { type: "object", properties: { a: { type: "integer", example: 3 } } },
      maxItems: 3,
    },
    items: [{ "-/a": 1 }, { "-/a": 2, "-/b": "x" }],
  },
  {
    schema: { type: "array", items: { type: "string" }, minItems: 2, example: ["a", "b"] },
    items: [{ "-": "x" }, { "-": "a" }],
  },
  { schema: { type: "array", contains: { const: "x" } }, items: [{ "-": "x" }, { "-": "y" }] },
  { schema: { type: "array", minItems: 3 }, items: [{ "-": "x" }, { "-/reason": "y" }] },
  { schema: {}, items: [{ "-/reason": "x" }, { "-/__proto__": "y" }, { "-/reason": 1, "-/toString": null }] },
);

export type BodyForm = typeof written extends fc.Arbitrary<infer Form> ? Form : never;

const written = fc.record({
  at: layout,
  codeType: fc.constantFrom("string", "string", "integer", "integer", "mixed"),
  isOptional: fc.boolean(),
  prefix: fc.constantFrom("", "", "urn:x:"),
  success: fc.boolean(),
  header: fc.boolean(),
  message: fc.constantFrom("required", "optional", "none"),
  /** Texts alone where it is undefined. */
  messageType: fc.constantFrom(
    undefined,
    undefined,
    undefined,
    "array",
    ["string", "array"],
    ["string", "object"],
    ["array", "object"],
    ["object", "string", "array"],
  ),
  /** The characters that the longest message of an example leaves; undefined where messages have no limit. */
  spare: fc.constantFrom(undefined, undefined, 0, 40),
  kind,
  causes: fc.option(causes, { nil: undefined }),
  required: fc.subarray(["kind", "sub", "causes"] as const),
  /** A pointer; undefined where a response is one error. */
  list: fc.constantFrom(undefined, undefined, "", "/list", "/Result/errors"),
  isXml: fc.boolean(),
  aliases: fc.subarray(["both", "code"]),
  delay: fc.constantFrom("", "s", "ms"),
  isShort: fc.boolean(),
});

export const anyBodyForm = written.map((form): BodyForm => {
  if (!form.at.isList) return form;
  return { ...form, message: "required", required: [...new Set([...form.required, "kind" as const])] };
});

export function bodyOf(form: BodyForm, maxLength?: number): object {
  const { at, list, aliases, delay } = form;
  const ofCauses = causesOf(form);
  const required = form.required.filter((name) => name !== "causes" || ofCauses !== undefined);
  const trace = `${at.facts}/trace`;
  return {
    ...(isXml(form) ? { mediaType: "application/xml" } : {}),
    code: codeOf(form),
    message: messageOf(form, maxLength),
    properties: {
      [at.kind]: form.kind.schema,
      [at.sub]: { type: "integer", example: 2 },
      ...(ofCauses === undefined ? {} : { [at.causes]: ofCauses.schema }),
      [trace]: { type: "string", example: "t-1" },
    },
    required: required.map((name) => at[name]),
    ...(aliases.length === 0 ? {} : { aliases: aliases.map((alias) => aliasOf(alias, form)) }),
    ...(list === undefined ? {} : { errors: list }),
    ...(isInner(list) ? { response: RESPONSE, requestId: "/Result/id" } : { requestId: trace }),
    ...(delay === ""
      ? {}
      : { retryAfter: { at: isInner(list) ? "/Result/delay" : `${at.facts}/delay/next`, unit: delay } }),
    "x-layout": at.code,
  };
}

function isXml({ at, list, isXml: wanted }: BodyForm): boolean {
  return wanted && (list === undefined ? at.root !== "" : list.startsWith("/Result"));
}

/** Undefined where bodies have no list of finer codes; XML does not tell a list of one item from the item. */
export function causesOf(form: BodyForm): BodyForm["causes"] {
  return isXml(form) ? undefined : form.causes;
}

/** Whether the list is a member of the response. */
function isInner(list: string | undefined): boolean {
  return list !== undefined && list !== "";
}

const RESPONSE = {
  properties: { "/Result/ok": { const: false }, "/Result/id": { type: "string", example: "r-1" } },
  required: ["/Result/ok"],
};

function codeOf({ at, codeType, isOptional, prefix, success, header, isShort }: BodyForm): unknown {
  if (isShort && codeType === "string") return at.code;
  return {
    at: at.code,
    ...(codeType === "string" && prefix !== "" ? { prefix } : { type: TYPES[codeType] }),
    optional: isOptional,
    ...(success ? { success: SUCCESS[codeType] } : {}),
    ...(header ? { header: "X-Error-Code" } : {}),
  };
}

const TYPES = { string: "string", integer: "integer", mixed: ["string", "integer"] };
const SUCCESS = { string: ["OK"], integer: [0], mixed: [0, "OK"] };

function messageOf(form: BodyForm, maxLength: number | undefined): unknown {
  const { at, message, messageType, isShort } = form;
  if (message === "none") return message;
  const type = isXml(form) ? undefined : messageType;
  if (isShort && message === "required" && maxLength === undefined && type === undefined) return at.message;
  return {
    at: at.message,
    ...(type === undefined ? {} : { type }),
    optional: message === "optional",
    ...(maxLength === undefined ? {} : { maxLength }),
  };
}

function aliasOf(alias: string, { message }: BodyForm): object {
  if (alias === "code") return { code: "/old/number" };
  return { code: "/fault/code", ...(message === "none" ? {} : { message: "/fault/text" }) };
}
