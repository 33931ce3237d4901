// Models of tables with codes, messages and texts of any kind.
import fc from "fast-check";
import type { Model } from "../../generator/model/model.ts";
import { hostileString } from "./hostile-strings.ts";
import { detailsSchema } from "./json-schemas.ts";
import { modelOf } from "./model-fixtures.ts";

const code = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Z][A-Za-z0-9._-]{0,70}$/) },
  fc.constantFrom("__proto__", "constructor", "otherwise", "42", "错误", "é", "ü-1", 'a\'b""', "${x}", "`", "*/"),
);
const text = fc.oneof(fc.lorem({ maxCount: 12 }), hostileString).filter((each) => /^[^\p{Surrogate}]+$/u.test(each));
const message = fc
  .array(
    fc.oneof(
      fc.constantFrom("%s", "%d", "%.2f", "%5x"),
      text.map((each) => each.replaceAll("%", "%%")),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(" "));
const entry = fc.record(
  {
    status: fc.integer({ min: 400, max: 599 }),
    description: text,
    solution: text,
    message,
    details: detailsSchema,
    retry: fc.constantFrom("never", "backoff", "throttled"),
    deprecated: fc.record({ reason: text, replacedBy: code }),
  },
  { requiredKeys: ["status"] },
);
const entries = fc.uniqueArray(fc.tuple(code, entry), { minLength: 1, maxLength: 8, selector: ([each]) => each });
const retired = fc.dictionary(
  code,
  fc.record({ since: fc.constant("1.0.0"), replacedBy: code, reason: text }, { requiredKeys: [] }),
  { maxKeys: 3 },
);
const name = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,30}$/);

export const anyTable: fc.Arbitrary<Model> = fc
  .tuple(name, entries, retired)
  .map(([table, errors, gone]) => made(table, errors, gone));

/** Params and identifiers are made up, so that any code and message will do. */
function made(
  name: string,
  errors: readonly (readonly [string, { readonly message?: string }])[],
  retired: object,
): Model {
  const entries = errors.map(([code, entry], index): [string, unknown] => {
    const slots = entry.message?.replaceAll("%%", "").match(/%/g) ?? [];
    const params = Object.fromEntries(slots.map((_, at) => [`param${at}`, {}]));
    return [code, { ...entry, params, identifier: `Made${index}` }];
  });
  return modelOf({ name, errors: Object.fromEntries(entries), retired });
}
