// Models of tables in any form: codes of either type and at any depth, cases, several statuses or none, lists, XML, constants.
import fc from "fast-check";
import type { Model } from "../../generator/model/model.ts";
import { modelOf } from "./model-fixtures.ts";

interface Form {
  /** The place of the object that holds code and message. */
  readonly parent: string;
  readonly isInteger: boolean;
  readonly optional: boolean;
  readonly prefix: string;
  readonly message: "none" | "needed" | "optional";
  readonly list: string;
  readonly isXml: boolean;
  readonly required: readonly string[];
}

const form: fc.Arbitrary<Form> = fc.record({
  parent: fc.constantFrom("", "/error", "/Response/Error"),
  isInteger: fc.boolean(),
  optional: fc.boolean(),
  prefix: fc.constantFrom("", "urn:x:"),
  message: fc.constantFrom("none", "needed", "optional"),
  list: fc.constantFrom("", "", "/errors", "/Result/errors"),
  isXml: fc.boolean(),
  required: fc.subarray(["kind", "sub"]),
});

const status = fc.constantFrom(304, 400, 403, 404, 429, 500);
const statuses = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: status },
  { weight: 1, arbitrary: fc.uniqueArray(status, { minLength: 1, maxLength: 3 }) },
);
const DETAILS = {
  type: "object",
  properties: { limit: { type: "integer", example: 3 }, unit: { type: "string" } },
  required: ["limit"],
};
const facts = fc.record(
  {
    status: statuses,
    message: fc.constantFrom("it is closed", "more than %s of them", "100 %% of it"),
    constants: fc.dictionary(fc.constantFrom("kind", "sub"), fc.integer({ min: 1, max: 3 })),
    details: fc.constant(DETAILS),
    description: fc.constantFrom("It *failed*.", "One.\n\nTwo <b>."),
    solution: fc.constantFrom("Wait.", "- a\n- b"),
    headers: fc.constantFrom({ "Retry-After": { schema: { type: "integer" } } }, { "retry-after": {}, "X-Left": {} }),
    retry: fc.constantFrom("never", "throttled"),
    "x-owner": fc.constantFrom("team", ["a", { b: null }]),
  },
  { requiredKeys: [] },
);
const row = fc.record({
  own: facts,
  tags: fc.subarray(["Network", "Quota"]),
  cases: fc.option(fc.dictionary(fc.constantFrom("one", "two", "three"), facts, { minKeys: 1 }), { nil: undefined }),
});
const answer = fc.record({ code: fc.nat(5), isLong: fc.boolean(), name: fc.nat(2), at: fc.nat(3), text: fc.boolean() });
const operations = fc.dictionary(
  fc.constantFrom("*", "getThing", "PUT /things/{id}"),
  fc.array(answer, { maxLength: 4 }),
);

type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never;
type Answer = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;

export const anyForm: fc.Arbitrary<Model> = fc
  .tuple(form, fc.array(row, { minLength: 1, maxLength: 5 }), operations)
  .map(([how, rows, asked]) => {
    const codes = rows.map((_, index) => (how.isInteger ? String(index * 7 - 7) : `Code.${index}`));
    const errors = codes.map((code, index) => [code, rowOf(rows[index] as Row, index, how)] as const);
    const answers = Object.entries(asked).map(([key, list]) => [key, list.map((one) => answerOf(one, codes, rows))]);
    return modelOf({
      name: "Form",
      body: bodyOf(how),
      tags: { Network: {}, Quota: {} },
      errors: Object.fromEntries(errors),
      operations: Object.fromEntries(answers),
    });
  });

function bodyOf({ parent, isInteger, optional, prefix, message, list, isXml, required }: Form) {
  return {
    ...(isXml ? { mediaType: "application/xml" } : {}),
    code: { at: `${parent}/code`, optional, ...(isInteger ? { type: "integer" } : prefix === "" ? {} : { prefix }) },
    message: message === "none" ? message : { at: `${parent}/message`, optional: message === "optional" },
    properties: {
      [`${parent}/kind`]: { enum: [1, 2, 3], description: "The kind." },
      [`${parent}/sub`]: { type: "integer", example: 2 },
      trace: { type: "string", example: "t-1" },
    },
    required: required.map((name) => `${parent}/${name}`),
    ...(list === "" ? {} : { errors: list, response: { properties: { "/Result/ok": { const: false } } } }),
  };
}

function rowOf({ own, tags, cases }: Row, index: number, how: Form): object {
  const named = Object.entries(cases ?? {}).map(([name, one]) => [name, factsOf(one, how)]);
  return {
    ...factsOf(own, how),
    identifier: `Made${index}`,
    tags,
    ...(cases === undefined ? {} : { cases: Object.fromEntries(named) }),
  };
}

/** Params and places follow from the message and from the body. */
function factsOf({ constants = {}, details, status: at, ...rest }: Facts, { parent, message }: Form): object {
  const { message: text, ...others } = rest;
  return {
    ...others,
    ...(at === undefined ? {} : { status: at }),
    constants: Object.fromEntries(Object.entries(constants).map(([name, value]) => [`${parent}/${name}`, value])),
    ...(text === undefined || message === "none" ? {} : { message: text, params: paramsOf(text) }),
    ...(details === undefined ? {} : { details, ...(parent === "" ? {} : { at: parent }) }),
  };
}

function paramsOf(text: string): object {
  return text.includes("%s") ? { count: { example: "7" } } : {};
}

function answerOf({ code, isLong, name, at, text }: Answer, codes: readonly string[], rows: readonly Row[]): unknown {
  const index = code % codes.length;
  const key = codes[index];
  if (!isLong) return key;
  const { own, cases } = rows[index] as Row;
  const names = Object.keys(cases ?? {});
  const named = names[name % Math.max(1, names.length)];
  const stated = [(named === undefined ? undefined : cases?.[named]?.status) ?? own.status ?? []].flat();
  return {
    code: key,
    ...(named === undefined ? {} : { case: named }),
    ...(stated.length === 0 ? {} : { status: stated[at % stated.length] }),
    ...(text ? { description: "Here it means *this*." } : {}),
  };
}
