// Rows of tables with any facts, of their own or in cases.
import fc from "fast-check";
import type { JsonSchema } from "../../generator/text/json/value.ts";
import { type BodyForm, causesOf } from "./any-body.ts";
import type { MessageFields } from "./any-message.ts";

export interface RowParts {
  readonly message: fc.Arbitrary<MessageFields>;
  readonly text: fc.Arbitrary<string>;
  readonly details: fc.Arbitrary<JsonSchema>;
}

export interface Facts {
  readonly status?: number | readonly number[];
  readonly message?: MessageFields;
  readonly kind?: number;
  readonly sub?: number;
  readonly cause?: number;
  readonly details?: JsonSchema;
  readonly isInner?: boolean;
  readonly example?: string;
}

export interface AnyRow {
  readonly own: Facts;
  readonly cases: Readonly<Record<string, Facts>>;
  /** Fields that only rows have. */
  readonly row: object;
}

export const TAGS = ["One", "never"];
export const GROUPS = ["first", "constructor"];

const status = fc.oneof(fc.constantFrom(304, 400, 403, 404, 429, 500), fc.integer({ min: 100, max: 599 }));
export const anyStatus = fc.oneof(status, fc.uniqueArray(status, { minLength: 1, maxLength: 3 }));
export const anyHeaders = fc.constantFrom(
  { "Retry-After": { schema: { type: "integer" } } },
  { "retry-after": {}, "X-Left": { description: "What is left.", schema: true } },
);
export const anyRetry = fc.constantFrom("never", "backoff", "throttled");

export function anyRow({ message, text, details }: RowParts): fc.Arbitrary<AnyRow> {
  const facts = fc.record(
    {
      status: anyStatus,
      message,
      kind: fc.nat(5),
      sub: fc.integer({ min: 1, max: 3 }),
      cause: fc.nat(5),
      details,
      isInner: fc.boolean(),
      example: text,
      description: text,
      solution: text,
      links: fc.constant([{ title: "More", url: "https://example.com/more" }]),
      headers: anyHeaders,
      retry: anyRetry,
      "x-owner": fc.constantFrom("team", ["a", { b: null }]),
    },
    { requiredKeys: [] },
  );
  const names = fc.constantFrom("one", "two", "three", "default", "prototype");
  return fc.record({
    own: facts,
    cases: fc.oneof(fc.constant({}), fc.dictionary(names, facts, { maxKeys: 4 })),
    row: fc.record(
      {
        tags: fc.subarray(TAGS),
        group: fc.constantFrom(...GROUPS),
        since: fc.constant("1.0.0"),
        deprecated: fc.record({ reason: text }),
      },
      { requiredKeys: [] },
    ),
  });
}

export function rowOf({ own, cases, row }: AnyRow, index: number, form: BodyForm): object {
  const named = Object.entries(cases).map(([name, facts]) => [name, factsOf(facts, form)]);
  return {
    ...factsOf(own, form),
    ...row,
    // Any code will do, also one that makes no name.
    identifier: `Made${index}`,
    ...(named.length === 0 ? {} : { cases: Object.fromEntries(named) }),
  };
}

/** Places and values follow from the form of bodies. */
function factsOf({ message, kind, sub, cause, details, isInner, example, ...others }: Facts, form: BodyForm): object {
  const { at } = form;
  const params = form.message === "none" ? {} : (message?.values ?? {});
  const { values } = form.kind;
  const items = causesOf(form)?.items ?? [];
  const inItem = cause === undefined ? {} : (items[cause % Math.max(1, items.length)] ?? {});
  const constants = [
    ...(kind === undefined ? [] : [[at.kind, values[kind % values.length]] as const]),
    ...(sub === undefined ? [] : [[at.sub, sub] as const]),
    ...Object.entries(inItem).map(([place, value]) => [`${at.causes}/${place}`, value] as const),
  ];
  return {
    ...others,
    ...(message === undefined || form.message === "none" ? {} : inRoot(message, at.facts)),
    ...(constants.length === 0 ? {} : { constants: Object.fromEntries(constants) }),
    ...(details === undefined ? {} : { details, ...(isInner === true || at.isList ? { at: at.inner } : {}) }),
    ...(example === undefined ? {} : { examples: { one: { summary: example, params } } }),
  };
}

/** A param has its place inside of the root element. */
function inRoot({ message, params = {} }: MessageFields, root: string): object {
  const placed = Object.entries(params).map(([name, param]) => [
    name,
    { ...param, ...(param.at === undefined ? {} : { at: root + param.at }) },
  ]);
  return { message, ...(placed.length === 0 ? {} : { params: Object.fromEntries(placed) }) };
}
