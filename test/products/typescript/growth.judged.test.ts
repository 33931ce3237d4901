// A program that uses the codes of a table compiles with a table that has got another code, of whatever form, to a compiler.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Model } from "../../../generator/model/model.ts";
import type { TypescriptOptions } from "../../../generator/products/options.gen.ts";
import { settleForms } from "../../../generator/products/typescript/form-choices.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, scratchFolder, writeProduct } from "../../helpers/typescript-product.ts";
import { diagnose } from "../../judges/compilers/compilers.ts";

/** Each is the first code of its form. */
const ROWS: Readonly<Record<string, object>> = {
  plain: {},
  params: { message: "z '%s' zz %d", params: { p: {}, q: {} } },
  details: { details: { type: "object", properties: { area: { type: "string" } }, required: ["area"] } },
  cases: { cases: { one: { message: "one a" }, two: { message: "two b" } } },
  constants: { constants: { kind: "z" } },
  placed: { message: "z '%s' zz", params: { p: { at: "/kind" } } },
  tagged: { tags: ["T"], retry: "never" },
};

const USE = `import * as d from "./index.js";

declare const error: d.DemoError;
export const body: d.DemoError = d.createDemoError("Code0", {});
export const failure = d.demoFailure("Code0", {});
export const text: string = d.formatDemoMessage("Code0", {});
export const of: d.DemoErrorOf<"Code0"> = { code: "Code0", message: "m" };
export const ofStatus: d.DemoErrorOfStatus<400> = { code: "Code0", message: "m" };
export const advice: string = d.matchDemoError(error, { Code0: (it) => it.message, status: { 400: (it) => it.code }, otherwise: () => "" });
export interface Mine extends d.DemoErrorOf<"Code0"> {
  readonly mine: 1;
}
export function wrapped<C extends d.DemoErrorCode>(
  code: C,
  params: d.DemoErrorParams<C>,
  members: d.DemoErrorMembers<C>,
  options: d.DemoFailureOptions<C>,
): d.DemoErrorOf<C> {
  d.demoFailure(code, params, options);
  return d.createDemoError(code, params, members);
}
`;

/** What a type for all codes allows besides. */
const USE_ONE_TYPE = `import type * as d from "./index.js";

declare const code: d.DemoErrorCode;
export const any: d.DemoError = { code, message: "m" };
export interface Mine extends d.DemoError {
  readonly mine: 1;
}
`;

test.each<[string, TypescriptOptions]>([
  ["declarations per code", { perCode: "always" }],
  ["one type for all codes", { perCode: "never" }],
])("with %s", async (_, options) => {
  const folder = scratchFolder();
  const before = tableWith({});
  const { choices } = settleForms(before, options);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    module: "nodenext",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
  };
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["*/use.ts", "*/one-type.ts"] }),
  );
  for (const [name, row] of Object.entries<object | undefined>({ before: undefined, ...ROWS })) {
    const model = row === undefined ? before : tableWith({ Zebra: { message: "z zz", ...row } });
    await writeProduct(model, join(folder, name), { ...EVERY_PART, ...settleForms(model, options, choices).options });
    writeFileSync(join(folder, name, "use.ts"), USE);
    if (options.perCode === "never") writeFileSync(join(folder, name, "one-type.ts"), USE_ONE_TYPE);
  }
  expect(await diagnose("typescript", ["tsconfig.json"], folder)).toEqual([""]);
});

function tableWith(added: Readonly<Record<string, object>>): Model {
  const rows = Array.from(
    { length: 17 },
    (_, index) => [`Code${index}`, { message: `thing ${index} is gone` }] as const,
  );
  const errors = Object.entries({ ...Object.fromEntries(rows), ...added });
  return modelOf({
    name: "Demo",
    body: { code: "/code", message: "/message", properties: { kind: { type: "string" } } },
    tags: { T: { description: "t" } },
    errors: Object.fromEntries(errors.map(([code, row]) => [code, { status: 400, ...row }])),
  });
}
