// Few codes become a switch that tells them apart by their lengths first, and then by their texts.
import { groupBy } from "../../../diagnostic/group-by.ts";
import { blockDoc, ifDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareConstant, type Item } from "../printer/module.ts";
import { choice, type Doc, group, HARD_LINE, indent, join, LINE, layout } from "../printer/typescript-layout.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import { freeName } from "./check-functions.ts";
import { type CodeGroup, factMembers } from "./code-groups.ts";

export function declareCodeSwitch(groups: readonly CodeGroup[]): readonly Item[] {
  const takenNames = new Set<string>();
  const named = groups.map((each) => ({ ...each, name: freeName(groupName(each), takenNames) }));
  const values = named.flatMap(({ name, codes }) => codes.map((code) => [code, name] as const));
  return [
    declareFunction({
      name: "groupOf",
      doc: "The group of a code; undefined if the table does not have it. Lengths are compared first because this is faster.",
      parameters: ["code: string | undefined"],
      returns: "CodeGroup | undefined",
      body: switchOnCode(values, "code?.length", "undefined"),
    }),
    ...named.map(declareGroup),
  ];
}

/** The statements that return the value of `code`; engines compare lengths much faster than texts. */
export function switchOnCode(
  values: readonly (readonly [code: string, value: string])[],
  length: string,
  otherwise: string,
): readonly Doc[] {
  if (values.length === 0)
    return [blockDoc("switch (code) {", [["default:", indent([HARD_LINE, `return ${otherwise};`])]])];
  const byLength = [...groupBy(values, ([code]) => code.length)].toSorted(([a], [b]) => a - b);
  const cases = byLength.map(([size, ofSize]): Doc => {
    const tests = ofSize.map(([code, value]) =>
      ifDoc(group(["code ===", LINE, stringLiteral(code)]), `return ${value};`),
    );
    return [`case ${size}:`, indent([HARD_LINE, join([...tests, "break;"], HARD_LINE)])];
  });
  return [blockDoc(`switch (${length}) {`, cases), `return ${otherwise};`];
}

function groupName({ status, retry = "" }: CodeGroup): string {
  return `status${status}${retry.charAt(0).toUpperCase()}${retry.slice(1)}`;
}

function declareGroup({ name, ...facts }: CodeGroup & { readonly name: string }): Item {
  const object = group(["{", indent([LINE, join(factMembers(facts), [",", LINE])]), choice(",", ""), LINE, "}"]);
  return declareConstant({ name, type: "CodeGroup" }, (head) => layout([head, " ", object, ";"]));
}
