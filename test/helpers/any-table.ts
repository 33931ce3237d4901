// Tables that draw from the whole grammar, with a translation, as files and as models.
import fc from "fast-check";
import type { Model } from "../../generator/model/model.ts";
import { valueAt } from "../../generator/text/json/pointer.ts";
import type { JsonSchema } from "../../generator/text/json/value.ts";
import { anyBodyForm, bodyOf } from "./any-body.ts";
import { anyDialect, messageIn } from "./any-message.ts";
import { type AnyRow, anyHeaders, anyRetry, anyRow, anyStatus, GROUPS, type RowParts, rowOf, TAGS } from "./any-row.ts";
import { hostileString } from "./hostile-strings.ts";
import { detailsSchema } from "./json-schemas.ts";
import { modelOfFiles } from "./model-fixtures.ts";

type Files = Readonly<Record<string, string>>;

interface Leaves {
  readonly name: fc.Arbitrary<string>;
  /** Codes that are strings; those of rows are numbered where it is absent. */
  readonly code?: fc.Arbitrary<string>;
  readonly text: RowParts["text"];
  readonly details: RowParts["details"];
  readonly most: number;
}

const hostile: Leaves = {
  name: fc.stringMatching(/^[A-Z][A-Za-z0-9]{0,30}$/),
  code: fc.oneof(
    { weight: 3, arbitrary: fc.stringMatching(/^[A-Z][A-Za-z0-9._-]{0,70}$/) },
    fc.constantFrom("__proto__", "constructor", "otherwise", "42", "错误", "é", "ü-1", 'a\'b""', "${x}", "`", "*/"),
  ),
  text: fc.oneof(fc.lorem({ maxCount: 12 }), hostileString).filter((each) => /^[^\p{Surrogate}]+$/u.test(each)),
  details: detailsSchema,
  most: 8,
};

const DETAILS: readonly JsonSchema[] = [
  { type: "object", properties: { n: { type: "integer" } }, required: ["n"] },
  { type: "object" },
  {
    type: "object",
    properties: { limit: { type: "integer", example: 3 }, unit: { type: "string" } },
    required: ["limit"],
  },
];

/** Texts and codes of any kind, and details with any keyword. */
export const anyTableFiles: fc.Arbitrary<Files> = filesOf(hostile);

export const anyTable: fc.Arbitrary<Model> = anyTableFiles.map(modelOfFiles);

/** Plain texts, codes and details, for tests of the forms that bodies have. The table is called "Any". */
export function anyFormFiles(most: number): fc.Arbitrary<Files> {
  const text = fc.constantFrom("It *failed*.", "One.\n\nTwo <b>.", "- a\n- b", "100 of it");
  return filesOf({ name: fc.constant("Any"), text, details: fc.constantFrom(...DETAILS), most });
}

export function anyForm(most = 5): fc.Arbitrary<Model> {
  return anyFormFiles(most).map(modelOfFiles);
}

function filesOf({ name, code, text, details, most }: Leaves): fc.Arbitrary<Files> {
  return anyDialect.chain((dialect) =>
    fc
      .record({
        name,
        form: anyBodyForm,
        rows: fc.array(anyRow({ message: messageIn(dialect, text), text, details }), { minLength: 1, maxLength: most }),
        codes: fc.uniqueArray(code ?? fc.nat().map(String), { minLength: most, maxLength: most }),
        defaults: fc.record(
          { status: anyStatus, retry: anyRetry, tags: fc.subarray(TAGS), headers: anyHeaders },
          { requiredKeys: [] },
        ),
        operations: anyOperations(text),
        retired: fc.array(fc.record({ since: fc.constant("1.0.0"), reason: text }, { requiredKeys: [] }), {
          maxLength: 3,
        }),
        isTranslated: fc.boolean(),
        promises: fc.record({ closed: fc.boolean(), textIsContract: fc.boolean() }, { requiredKeys: [] }),
        text,
      })
      .map(({ codes, ...parts }) => {
        const { codeType } = parts.form;
        const keys = parts.rows.map((_, index) => {
          if (codeType === "integer" || (codeType === "mixed" && index % 2 === 1))
            return String((index % 3 === 0 ? -1 : 1) * 37 * (index + 1));
          return code === undefined ? `Code.${index}` : (codes[index] ?? "");
        });
        const all = { ...parts, keys, placeholders: dialect.placeholders };
        const fileOf = (maxLength?: number) => ({ "any.errors.yaml": JSON.stringify(tableOf(all, maxLength)) });
        const { spare, message } = parts.form;
        const isLimited = spare !== undefined && message !== "none";
        const files = isLimited ? fileOf(longestMessage(modelOfFiles(fileOf())) + spare) : fileOf();
        return parts.isTranslated
          ? { ...files, "any.de.errors.yaml": JSON.stringify(translationOf(keys, parts)) }
          : files;
      }),
  );
}

interface TableParts {
  readonly name: string;
  readonly placeholders: string;
  readonly keys: readonly string[];
  readonly rows: readonly AnyRow[];
  readonly form: typeof anyBodyForm extends fc.Arbitrary<infer Form> ? Form : never;
  readonly defaults: { readonly status?: number | readonly number[] };
  readonly operations: Readonly<Record<string, readonly AnyAnswer[]>>;
  readonly retired: readonly object[];
  readonly promises: object;
  readonly text: string;
}

/** In code points. */
function longestMessage({ errors, body }: Model): number {
  const examples = errors.flatMap(({ cases }) => cases.flatMap((one) => (one.template ? one.examples : [])));
  const messages = examples.map((example) => String(valueAt(example.body, body.message?.at ?? [])));
  return Math.max(1, ...messages.map((text) => [...text].length));
}

function tableOf(parts: TableParts, maxLength?: number): object {
  const { name, placeholders, keys, rows, form, defaults, retired, text } = parts;
  const described = (names: readonly string[]) =>
    Object.fromEntries(names.map((each) => [each, { title: each, description: text, "x-order": 1 }]));
  return {
    errtable: 1,
    name,
    description: text,
    ...parts.promises,
    placeholders,
    documentation: "https://example.com/errors#{code}",
    defaults,
    body: bodyOf(form, maxLength),
    groups: described(GROUPS),
    tags: described(TAGS),
    errors: Object.fromEntries(keys.map((key, index) => [key, rowOf(rows[index] as AnyRow, index, form)])),
    operations: Object.fromEntries(
      Object.entries(parts.operations).map(([operation, answers]) => [
        operation,
        answers.map((one) => answerOf(one, parts)),
      ]),
    ),
    retired: Object.fromEntries(
      retired.map((one, index) => [
        `${form.codeType === "integer" ? "" : "Gone"}${index + 1}`,
        { ...one, replacedBy: keys[0] },
      ]),
    ),
    "x-owner": { team: text },
  };
}

interface AnyAnswer {
  readonly code: number;
  readonly isLong: boolean;
  readonly name: number;
  readonly at: number;
  readonly text?: string;
}

function anyOperations(text: fc.Arbitrary<string>) {
  const answer = fc.record<AnyAnswer>(
    { code: fc.nat(9), isLong: fc.boolean(), name: fc.nat(2), at: fc.nat(3), text },
    { requiredKeys: ["code", "isLong", "name", "at"] },
  );
  return fc.dictionary(
    fc.constantFrom("*", "getThing", "PUT /things/{id}", "constructor"),
    fc.array(answer, { maxLength: 4 }),
  );
}

/** An answer has a case and a status that its error has. */
function answerOf({ code, isLong, name, at, text }: AnyAnswer, { keys, rows, defaults }: TableParts): unknown {
  const index = code % keys.length;
  const { own, cases } = rows[index] as AnyRow;
  const names = Object.keys(cases);
  const named = names[name % Math.max(1, names.length)];
  if (!isLong) return keys[index];
  const ofCase = named === undefined ? undefined : cases[named];
  const stated = [ofCase?.status ?? own.status ?? defaults.status ?? []].flat();
  return {
    code: keys[index],
    ...(named === undefined ? {} : { case: named }),
    ...(stated.length === 0 ? {} : { status: stated[at % stated.length] }),
    ...(text === undefined ? {} : { description: text, "x-owner": "team" }),
  };
}

/** Messages have the placeholders of the table; every other case is named by the short spelling, unless a code is called so. */
function translationOf(
  keys: readonly string[],
  { rows, form, text }: Omit<TableParts, "keys" | "placeholders">,
): object {
  const hasMessages = form.message !== "none";
  const textsOf = ({ message }: AnyRow["own"]) => ({
    description: text,
    ...(message === undefined || !hasMessages ? {} : { message: `de ${message.message}` }),
  });
  const errors = keys.flatMap((key, index) => {
    const { own, cases } = rows[index] as AnyRow;
    const named = Object.entries(cases).map(([name, facts]) => [name, textsOf(facts)] as const);
    const short = named.filter(([name], at) => at % 2 === 0 && !keys.includes(`${key}.${name}`));
    const long = named.filter((one) => !short.includes(one));
    return [
      [key, { ...textsOf(own), ...(long.length === 0 ? {} : { cases: Object.fromEntries(long) }) }] as const,
      ...short.map(([name, texts]) => [`${key}.${name}`, texts] as const),
    ];
  });
  return {
    errtable: 1,
    translates: "./any.errors.yaml",
    locale: "de",
    title: text,
    tags: { One: { title: "Eins" } },
    errors: Object.fromEntries(errors),
  };
}
