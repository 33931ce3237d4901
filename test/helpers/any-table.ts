// Models of tables with codes, messages and texts of any kind.
import fc from "fast-check";
import type { Model } from "../../generator/model/model.ts";
import { DIALECTS } from "../../generator/template/dialects.ts";
import { hostileString } from "./hostile-strings.ts";
import { detailsSchema } from "./json-schemas.ts";
import { modelOf } from "./model-fixtures.ts";

const code = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[A-Z][A-Za-z0-9._-]{0,70}$/) },
  fc.constantFrom("__proto__", "constructor", "otherwise", "42", "错误", "é", "ü-1", 'a\'b""', "${x}", "`", "*/"),
);
const text = fc.oneof(fc.lorem({ maxCount: 12 }), hostileString).filter((each) => /^[^\p{Surrogate}]+$/u.test(each));
const NAMED = Object.entries(DIALECTS).map(([placeholders, dialect]) => ({ placeholders, ...dialect }));

/** No text has the sign that opens a placeholder. */
const messageIn = ({ opener, closer }: AnyDialect): fc.Arbitrary<string> => {
  const slots = opener === undefined ? ["%s", "%d", "%.2f", "%5x", "%q", "%v"] : ["a", "param1", "user id", "0"];
  const placeholder = fc
    .constantFrom(...slots)
    .filter((slot) => closer !== "" || /^[a-z]\w*$/.test(slot))
    .map((slot) => (opener === undefined ? slot : opener + slot + closer));
  const words = text.map((each) =>
    opener === undefined ? each.replaceAll("%", "%%") : each.replaceAll(opener.charAt(0), ""),
  );
  return fc
    .array(fc.oneof(placeholder, words), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(" "))
    .filter((each) => each.trim() !== "");
};
const entryIn = (message: fc.Arbitrary<string>) =>
  fc.record(
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
const entriesIn = (message: fc.Arbitrary<string>) =>
  fc.uniqueArray(fc.tuple(code, entryIn(message)), { minLength: 1, maxLength: 8, selector: ([each]) => each });
interface AnyDialect {
  readonly placeholders: string;
  readonly opener?: string;
  readonly closer?: string;
}
const PRINTF: AnyDialect = { placeholders: "printf" };
const dialect = fc.constantFrom<AnyDialect[]>(PRINTF, PRINTF, ...NAMED);
const retired = fc.dictionary(
  code,
  fc.record({ since: fc.constant("1.0.0"), replacedBy: code, reason: text }, { requiredKeys: [] }),
  { maxKeys: 3 },
);
const name = fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,30}$/);

export const anyTable: fc.Arbitrary<Model> = dialect.chain((one) =>
  fc
    .tuple(name, entriesIn(messageIn(one)), retired)
    .map(([table, errors, gone]) => made(table, one.placeholders, errors, gone)),
);

/** Params and identifiers are made up, so that any code and message will do. */
function made(
  name: string,
  placeholders: string,
  errors: readonly (readonly [string, { readonly message?: string }])[],
  retired: object,
): Model {
  const entries = errors.map(([code, entry], index): [string, unknown] => {
    if (placeholders !== "printf") return [code, { ...entry, identifier: `Made${index}` }];
    const slots = entry.message?.replaceAll("%%", "").match(/%/g) ?? [];
    const params = Object.fromEntries(slots.map((_, at) => [`param${at}`, {}]));
    return [code, { ...entry, params, identifier: `Made${index}` }];
  });
  return modelOf({ name, placeholders, errors: Object.fromEntries(entries), retired });
}
