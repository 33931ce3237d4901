// Models of tables with any form of codes, messages, members, constants, params, details, cases and lists.
import fc from "fast-check";
import type { Model } from "../../generator/model/model.ts";
import { modelOf } from "./model-fixtures.ts";

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

/** None of them is on the way to another one. */
const layout = fc.constantFrom(
  { code: "/code", message: "/message", common: "kind" },
  { code: "/error/code", message: "/error/message", common: "/error/kind" },
  { code: "/a~1b/0", message: "/text", common: "/a~1b/kind" },
  { code: "/errors/code", message: "/message", common: "/meta/kind" },
  { code: "/toString", message: "/constructor/message", common: "/constructor/kind" },
);

const body = fc.record({
  at: layout,
  isInteger: fc.boolean(),
  isOptional: fc.boolean(),
  prefix: fc.constantFrom("", "urn:x:"),
  hasSuccess: fc.boolean(),
  message: fc.constantFrom("required", "optional", "none"),
  kind: fc.constantFrom<Readonly<Record<string, unknown>>>({ type: "string" }, { enum: ["x", "y", 1, null] }, {}),
  isRequired: fc.boolean(),
  isList: fc.boolean(),
});

const facts = fc.record(
  {
    status: fc.oneof(
      fc.integer({ min: 100, max: 599 }),
      fc.uniqueArray(fc.integer({ min: 100, max: 599 }), { minLength: 1, maxLength: 3 }),
    ),
    retry: fc.constantFrom("never", "backoff", "throttled"),
    kind: fc.constantFrom("x", "y"),
    details: fc.constantFrom(
      { type: "object", properties: { n: { type: "integer" } }, required: ["n"] },
      { type: "object" },
    ),
    at: fc.constantFrom("/inner", "/inner/deep"),
    param: fc.constantFrom("/value", "/inner2/value"),
    tags: fc.subarray(["One", "never"]),
  },
  { requiredKeys: [] },
);

const error = fc.record({ row: facts, cases: fc.array(facts, { maxLength: 3 }) });

export const anyForm: fc.Arbitrary<Model> = fc
  .tuple(body, fc.array(error, { minLength: 1, maxLength: 24 }), optional(fc.constant(true)))
  .map(([form, errors]) => modelOfForm(form, errors));

type Form = typeof body extends fc.Arbitrary<infer Value> ? Value : never;
type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

function modelOfForm(form: Form, errors: readonly { readonly row: Facts; readonly cases: readonly Facts[] }[]): Model {
  const { at, isInteger, isOptional, prefix, hasSuccess, message, kind, isRequired, isList } = form;
  const entries = errors.map(({ row, cases }, index): [string, unknown] => {
    const { tags, ...own } = row;
    const named = cases.map((each, at): [string, unknown] => [`case${at}`, entryOf(each, form)]);
    return [
      isInteger ? String((index % 2 === 0 ? -1 : 1) * 37 * (index + 1)) : `Code.${index}`,
      {
        ...entryOf(own, form),
        ...(tags === undefined ? {} : { tags }),
        identifier: `Made${index}`,
        ...(named.length === 0 ? {} : { cases: Object.fromEntries(named) }),
      },
    ];
  });
  return modelOf({
    name: "Any",
    tags: { One: {}, never: {} },
    body: {
      code: {
        at: at.code,
        ...(isInteger ? { type: "integer" } : { prefix }),
        optional: isOptional,
        ...(hasSuccess ? { success: [isInteger ? 0 : "OK"] } : {}),
      },
      message: message === "none" ? "none" : { at: at.message, optional: message === "optional" },
      properties: { [at.common]: kind },
      required: isRequired ? [at.common] : [],
      ...(isList ? { errors: "/list" } : {}),
    },
    errors: Object.fromEntries(entries),
  });
}

function entryOf({ kind, at, param, details, tags: _, ...facts }: Facts, { at: places }: Form): object {
  return {
    ...facts,
    ...(kind === undefined ? {} : { constants: { [places.common]: kind } }),
    ...(details === undefined ? {} : { details, ...(at === undefined ? {} : { at }) }),
    ...(param === undefined ? {} : { message: "value %s", params: { value: { at: param } } }),
  };
}
