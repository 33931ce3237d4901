// Two schemas become a value that one of them allows and the other one refuses.
import { entriesOf, isObject, type Json, type JsonSchema, listOf } from "../text/json/value.ts";
import { fits } from "./conforms.ts";
import { distinct } from "./keywords.ts";
import { sampleOf } from "./sample.ts";
import { subschemas } from "./walk.ts";

/** Undefined where none is found, which proves nothing. */
export function witnessOf(allowing: JsonSchema, refusing: JsonSchema): Json | undefined {
  return candidates(allowing, refusing).find((value) => fits(allowing, value) && !fits(refusing, value));
}

/** Samples, and the values at the borders that the schemas draw. */
function candidates(...schemas: readonly JsonSchema[]): readonly Json[] {
  const values: Json[] = [];
  for (const schema of schemas) {
    const sample = sampleOf(schema);
    if (sample !== undefined) values.push(sample);
    for (const { schema: inner } of subschemas(schema)) {
      values.push(...listOf(inner["enum"]), ...(inner["const"] === undefined ? [] : [inner["const"]]));
      const own = sampleOf(inner);
      if (own !== undefined) values.push(own, [own], [own, own], [own, 1], [1, own], { a: own });
      // The letters of a simple pattern often match it.
      if (typeof inner["pattern"] === "string") values.push(inner["pattern"].replace(/\W/g, ""));
      for (const keyword of ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]) {
        const bound = inner[keyword];
        if (typeof bound === "number") values.push(bound - 1, bound, bound + 1, bound + 0.5, bound * 2);
      }
      for (const keyword of ["minLength", "maxLength"]) {
        const length = inner[keyword];
        if (typeof length === "number" && length < 1000)
          values.push("x".repeat(Math.max(0, length - 1)), "x".repeat(length), "x".repeat(length + 1));
      }
      for (const [name] of entriesOf(inner["properties"])) values.push({ [name]: null }, { [name]: "string" });
    }
  }
  const bases = values.filter(isObject);
  const without = bases.flatMap((base) =>
    Object.keys(base).map((name) => Object.fromEntries(Object.entries(base).filter(([each]) => each !== name))),
  );
  return distinct([...values, ...without, ...PLAIN]);
}

const SIMPLE: readonly Json[] = ["string", "", 1, 0, -1, 0.5, 2 ** 40, true, false, null];

const PLAIN: readonly Json[] = [
  ...SIMPLE,
  ...[{}, [], ["string", 1]],
  ...SIMPLE.flatMap((value): readonly Json[] => [[value], { a: value }]),
];
