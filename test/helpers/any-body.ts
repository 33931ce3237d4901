// Descriptions of bodies in any form: codes of either type at any place, lists, XML, aliases, members that all bodies have.
import fc from "fast-check";
import type { Json } from "../../generator/text/json/value.ts";

/** None of the places is on the way to another one. All members of an XML body are inside of its root element. */
const layout = fc.constantFrom(
  { root: "", code: "/code", message: "/message", kind: "kind", sub: "sub", inner: "/inner" },
  { root: "", code: "/error/code", message: "/error/message", kind: "/error/kind", sub: "/error/sub", inner: "/error" },
  { root: "", code: "/a~1b/c~0d", message: "/text", kind: "/a~1b/kind", sub: "/~1", inner: "/inner/deep" },
  { root: "", code: "/errors/code", message: "/message", kind: "/meta/kind", sub: "/meta/sub", inner: "/meta" },
  { root: "", code: "/toString", message: "/valueOf/text", kind: "/valueOf/kind", sub: "hasOwnProperty", inner: "/x" },
  { root: "", code: "/a/b/c/code", message: "/a/b/c/text", kind: "/a/b/kind", sub: "/a/sub", inner: "/a/b/c" },
  { root: "", code: "/__proto__/code", message: "/text", kind: "/__proto__/kind", sub: "/x/__proto__", inner: "/in" },
  { root: "", code: "/w/x/y/z/code", message: "/message", kind: "kind", sub: "/w/x/sub", inner: "/w/x/y/z/in" },
  { root: "/R", code: "/R/Error/code", message: "/R/Error/text", kind: "/R/kind", sub: "/R/sub", inner: "/R/inner" },
);

/** A schema, and values that it allows. */
const kind = fc.constantFrom<{ readonly schema: object; readonly values: readonly Json[] }>(
  { schema: { type: "string", description: "The kind." }, values: ["x", "y"] },
  { schema: { enum: ["x", "y", 1, null] }, values: ["x", 1, null] },
  { schema: { enum: [1, 2, 3] }, values: [1, 2, 3] },
  { schema: { type: ["integer", "string"], multipleOf: 0.5 }, values: [2, "x"] },
  { schema: {}, values: [true, "z"] },
);

export type BodyForm = typeof anyBodyForm extends fc.Arbitrary<infer Form> ? Form : never;

export const anyBodyForm = fc.record({
  at: layout,
  isInteger: fc.boolean(),
  isOptional: fc.boolean(),
  prefix: fc.constantFrom("", "", "urn:x:"),
  success: fc.boolean(),
  header: fc.boolean(),
  message: fc.constantFrom("required", "optional", "none"),
  /** The characters that the longest message of an example leaves; undefined where messages have no limit. */
  spare: fc.constantFrom(undefined, undefined, 0, 40),
  kind,
  required: fc.subarray(["kind", "sub"] as const),
  /** A pointer; undefined where a response is one error. */
  list: fc.constantFrom(undefined, undefined, "", "/list", "/Result/errors"),
  isXml: fc.boolean(),
  aliases: fc.subarray(["both", "code"]),
  delay: fc.constantFrom("", "s", "ms"),
  isShort: fc.boolean(),
});

export function bodyOf(form: BodyForm, maxLength?: number): object {
  const { at, required, list, aliases, delay } = form;
  const trace = `${at.root}/trace`;
  return {
    ...(isXml(form) ? { mediaType: "application/xml" } : {}),
    code: codeOf(form),
    message: messageOf(form, maxLength),
    properties: {
      [at.kind]: form.kind.schema,
      [at.sub]: { type: "integer", example: 2 },
      [trace]: { type: "string", example: "t-1" },
    },
    required: required.map((name) => at[name]),
    ...(aliases.length === 0 ? {} : { aliases: aliases.map((alias) => aliasOf(alias, form)) }),
    ...(list === undefined ? {} : { errors: list }),
    ...(isInner(list) ? { response: RESPONSE, requestId: "/Result/id" } : { requestId: trace }),
    ...(delay === ""
      ? {}
      : { retryAfter: { at: isInner(list) ? "/Result/delay" : `${at.root}/delay/next`, unit: delay } }),
    "x-layout": at.code,
  };
}

function isXml({ at, list, isXml: wanted }: BodyForm): boolean {
  return wanted && (list === undefined ? at.root !== "" : list.startsWith("/Result"));
}

/** Whether the list is a member of the response. */
function isInner(list: string | undefined): boolean {
  return list !== undefined && list !== "";
}

const RESPONSE = {
  properties: { "/Result/ok": { const: false }, "/Result/id": { type: "string", example: "r-1" } },
  required: ["/Result/ok"],
};

function codeOf({ at, isInteger, isOptional, prefix, success, header, isShort }: BodyForm): unknown {
  if (isShort && !isInteger) return at.code;
  return {
    at: at.code,
    ...(isInteger ? { type: "integer" } : prefix === "" ? { type: "string" } : { prefix }),
    optional: isOptional,
    ...(success ? { success: [isInteger ? 0 : "OK"] } : {}),
    ...(header ? { header: "X-Error-Code" } : {}),
  };
}

function messageOf({ at, message, isShort }: BodyForm, maxLength: number | undefined): unknown {
  if (message === "none") return message;
  if (isShort && message === "required" && maxLength === undefined) return at.message;
  return { at: at.message, optional: message === "optional", ...(maxLength === undefined ? {} : { maxLength }) };
}

function aliasOf(alias: string, { message }: BodyForm): object {
  if (alias === "code") return { code: "/old/number" };
  return { code: "/fault/code", ...(message === "none" ? {} : { message: "/fault/text" }) };
}
