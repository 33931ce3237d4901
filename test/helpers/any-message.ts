// Messages in any dialect, with the params that they need.
import fc from "fast-check";
import { DIALECTS } from "../../generator/template/dialects.ts";

interface AnyDialect {
  readonly placeholders: string;
  /** Absent for printf. */
  readonly opener?: string;
  readonly closer?: string;
}

const PRINTF: AnyDialect = { placeholders: "printf" };
const NAMED = Object.entries(DIALECTS).map(([placeholders, dialect]) => ({ placeholders, ...dialect }));

export const anyDialect = fc.constantFrom<AnyDialect[]>(PRINTF, PRINTF, ...NAMED);

export interface MessageFields {
  readonly message: string;
  readonly params?: Readonly<Record<string, ParamFields>>;
  /** For examples: a value of each param. */
  readonly values: Readonly<Record<string, string | number>>;
}

interface ParamFields {
  readonly at?: string;
  readonly [field: string]: unknown;
}

const DIRECTIVES = ["%s", "%d", "%.2f", "%5x", "%q", "%v"];
const NAMES = ["a", "param1", "user id", "0"];
const FIELDS = ["description", "example", "int64", "x-"];

/** No text has the sign that opens a placeholder. */
export function messageIn(dialect: AnyDialect, text: fc.Arbitrary<string>): fc.Arbitrary<MessageFields> {
  const { opener, closer } = dialect;
  const slot = fc
    .constantFrom(...(opener === undefined ? DIRECTIVES : NAMES))
    .filter((name) => closer !== "" || /^[a-z]\w*$/.test(name));
  const words = text.map((each) =>
    opener === undefined ? each.replaceAll("%", "%%") : each.replaceAll(opener.charAt(0), ""),
  );
  const part = fc.oneof(
    slot.map((name) => ({ slot: name, text: opener === undefined ? name : opener + name + closer })),
    words.map((each) => ({ slot: undefined, text: each })),
  );
  return fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 6 }), fc.subarray(FIELDS), fc.boolean())
    .map(([parts, fields, isPlaced]) => {
      const slots = parts.flatMap((one) => one.slot ?? []);
      const params = opener === undefined ? slots.map((directive, at) => printfParam(directive, at, fields)) : [];
      const first: readonly (readonly [string, ParamFields])[] = isPlaced && slots.includes("a") ? [["a", PLACED]] : [];
      const all = opener === undefined ? placed(params, isPlaced) : first;
      const values = slots.map((one, at) => (opener === undefined ? printfValue(one, at, fields) : [nameOf(one), "x"]));
      return {
        values: Object.fromEntries(values),
        message: parts.map((one) => one.text).join(" "),
        ...(all.length === 0 ? {} : { params: Object.fromEntries(all) }),
      };
    })
    .filter(({ message }) => message.trim() !== "");
}

const PLACED = { at: "/value/first" };

function printfParam(directive: string, index: number, fields: readonly string[]): readonly [string, ParamFields] {
  const [name, example] = printfValue(directive, index, fields);
  return [
    name,
    {
      ...(isLong(directive, fields) ? { type: "int64" } : {}),
      ...(fields.includes("description") ? { description: "A value." } : {}),
      ...(fields.includes("example") ? { example } : {}),
      ...(fields.includes("x-") ? { "x-unit": "kg" } : {}),
    },
  ];
}

function printfValue(directive: string, index: number, fields: readonly string[]): readonly [string, string | number] {
  const isText = ["%s", "%q", "%v"].includes(directive);
  return [`param${index}`, isText ? "seven" : isLong(directive, fields) ? "9007199254740993" : 7];
}

function isLong(directive: string, fields: readonly string[]): boolean {
  return directive === "%d" && fields.includes("int64");
}

/** The param of a placeholder. */
function nameOf(placeholder: string): string {
  return { "user id": "userId", "0": "arg0" }[placeholder] ?? placeholder;
}

function placed(params: readonly (readonly [string, ParamFields])[], isPlaced: boolean) {
  return params.map(([name, param], at) => [name, isPlaced && at === 0 ? { ...param, ...PLACED } : param] as const);
}
