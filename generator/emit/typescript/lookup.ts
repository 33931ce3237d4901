// What is known of each code becomes a function: a switch while the table is small, a map when it is not.
import type { Statement } from "../../artifact.ts";
import { type Doc, HARD_LINE, indent, join } from "../../render/typescript-layout.ts";
import { stringLiteral } from "../../render/typescript-literal.ts";
import { blockDoc, declareFunction } from "./declarations.ts";
import type { Plan } from "./plan.ts";

/** A function from a code to one of few values, given as source text. */
export function declareLookup(
  name: string,
  type: string,
  values: ReadonlyMap<string, string>,
  { isSmall }: Plan,
): readonly Statement[] {
  const map = name.replace(/Of$/, "ByCode");
  return [
    declareFunction({
      name,
      isLocal: true,
      parameters: ["code: unknown"],
      returns: `${type} | undefined`,
      body: isSmall ? [switchOn(values)] : [`return ${map}.get(code);`],
    }),
    ...(isSmall ? [] : [declareMap(map, type, values)]),
  ];
}

/** Marked as pure, so that bundlers leave it out where it is not used. */
export function declareMap(name: string, type: string, values: ReadonlyMap<string, string>): string {
  const head = `const ${name}: ReadonlyMap<unknown, ${type}>`;
  const rows = [...values].map(([code, value]) => `  ${row(code, value)},\n`);
  return `${head} = /* @__PURE__ */ new Map([\n${rows.join("")}]);`;
}

function row(code: string, value: string): string {
  return `[${stringLiteral(code)}, ${value}]`;
}

function switchOn(values: ReadonlyMap<string, string>): Doc {
  const byValue = new Map<string, string[]>();
  for (const [code, value] of values) {
    const codes = byValue.get(value);
    if (codes === undefined) byValue.set(value, [code]);
    else codes.push(code);
  }
  const cases = [...byValue].map(([value, codes]): Doc => [
    join(codes.map((code) => `case ${stringLiteral(code)}:`), HARD_LINE),
    indent([HARD_LINE, `return ${value};`]),
  ]);
  const last: Doc = ["default:", indent([HARD_LINE, "return undefined;"])];
  return blockDoc("switch (code) {", [...cases, last]);
}
