// What is known of each code becomes a function: a switch while the table is small, a map when it is not.
import { type Doc, HARD_LINE, indent, join } from "../../render/typescript-layout.ts";
import { stringLiteral } from "../../render/typescript-literal.ts";
import { blockDoc } from "./code.ts";
import { declareFunction } from "./declarations.ts";
import { type Declaration, declareValueText } from "./module.ts";

/** A function from a code to one of few values, given as source text. */
export function declareLookup(name: string, type: string, values: ReadonlyMap<string, string>): readonly Declaration[] {
  const isSmall = values.size <= SWITCH_LIMIT;
  const map = name.replace(/Of$/, "ByCode");
  return [
    declareFunction({
      name,
      isLocal: true,
      parameters: ["code: unknown"],
      returns: `${type} | undefined`,
      body: isSmall ? [switchOn(values, "undefined")] : [`return ${map}.get(code);`],
    }),
    ...(isSmall ? [] : [declareMap(map, type, values)]),
  ];
}

/** Marked as pure, so that bundlers leave it out where it is not used. */
export function declareMap(name: string, type: string, values: ReadonlyMap<string, string>): Declaration {
  return declareValueText(name, (hasTypes) => {
    const rows = [...values].map(([code, value]) => `  [${stringLiteral(code)}, ${value}],\n`);
    return `const ${name} = /* @__PURE__ */ new Map${hasTypes ? `<unknown, ${type}>` : ""}([\n${rows.join("")}]);`;
  });
}

/** Switches read well, and are fastest while they are short. */
export const SWITCH_LIMIT = 64;

/** What stands for other codes comes last. */
export function switchOn(values: ReadonlyMap<string, string>, otherwise: string): Doc {
  const byValue = new Map<string, string[]>();
  for (const [code, value] of values) {
    const codes = byValue.get(value);
    if (codes === undefined) byValue.set(value, [code]);
    else codes.push(code);
  }
  const cases = [...byValue].map(
    ([value, codes]): Doc => [
      join(
        codes.map((code) => `case ${stringLiteral(code)}:`),
        HARD_LINE,
      ),
      indent([HARD_LINE, `return ${value};`]),
    ],
  );
  const last: Doc = ["default:", indent([HARD_LINE, `return ${otherwise};`])];
  return blockDoc("switch (code) {", [...cases, last]);
}
