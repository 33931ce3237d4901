// Few codes become a switch: integers by their values, texts by their lengths first.
import { groupBy } from "../../../diagnostic/group-by.ts";
import type { WireCode } from "../../../model/body-model.ts";
import { blockDoc, ifDoc } from "../printer/code.ts";
import { declareFunction } from "../printer/declarations.ts";
import { declareConstant, type Item } from "../printer/module.ts";
import { choice, type Doc, group, HARD_LINE, indent, join, LINE, layout } from "../printer/typescript-layout.ts";
import { codeLiteral, stringLiteral } from "../printer/typescript-literal.ts";
import { freeName } from "./check-functions.ts";
import { factMembers, type SharedFacts } from "./shared-facts.ts";

export function declareCodeSwitch(facts: readonly SharedFacts[], codeKind: string): readonly Item[] {
  const takenNames = new Set<string>();
  const named = facts.map((each) => ({ ...each, name: freeName(factsName(each), takenNames) }));
  const isText = codeKind === "string";
  const lengths = isText ? " Lengths are compared first because this is faster." : "";
  return [
    declareFunction({
      name: "factsOf",
      doc: `The facts of a code; undefined if the table does not have it.${lengths}`,
      parameters: [`code: ${codeKind} | undefined`],
      returns: "SharedFacts | undefined",
      body: isText
        ? switchOnText(named.flatMap(({ name, codes }) => codes.map((code) => [String(code), name])))
        : switchOnCode(named.map(({ name, codes }) => [codes, name])),
    }),
    ...named.map(declareFacts),
  ];
}

/** The statements that return the value of `code`; engines compare lengths much faster than texts. */
function switchOnText(values: readonly (readonly [code: string, value: string])[]): readonly Doc[] {
  if (values.length === 0) return [blockDoc("switch (code) {", [OTHERWISE])];
  const byLength = [...groupBy(values, ([code]) => code.length)].toSorted(([a], [b]) => a - b);
  const cases = byLength.map(([size, ofSize]): Doc => {
    const tests = ofSize.map(([code, value]) =>
      ifDoc(group(["code ===", LINE, stringLiteral(code)]), `return ${value};`),
    );
    return [`case ${size}:`, indent([HARD_LINE, join([...tests, "break;"], HARD_LINE)])];
  });
  return ["if (code === undefined) return undefined;", blockDoc("switch (code.length) {", cases), "return undefined;"];
}

/** Engines compare numbers with numbers three times as fast as with values that may be undefined. */
function switchOnCode(values: readonly (readonly [codes: readonly WireCode[], value: string])[]): readonly Doc[] {
  const cases = values.flatMap(([codes, value]): Doc[] => {
    const labels = codes.map((code) => `case ${codeLiteral(code)}:`);
    return [...labels.slice(0, -1), [labels.at(-1) ?? "", indent([HARD_LINE, `return ${value};`])]];
  });
  return ["if (code === undefined) return undefined;", blockDoc("switch (code) {", [...cases, OTHERWISE])];
}

const OTHERWISE: Doc = ["default:", indent([HARD_LINE, "return undefined;"])];

function factsName({ statuses, retry = "" }: SharedFacts): string {
  const name = statuses === undefined || statuses.length === 0 ? "anyStatus" : `status${statuses.join("Or")}`;
  return `${name}${retry.charAt(0).toUpperCase()}${retry.slice(1)}`;
}

function declareFacts({ name, ...facts }: SharedFacts & { readonly name: string }): Item {
  const members = factMembers(facts);
  const object: Doc =
    members.length === 0 ? "{}" : group(["{", indent([LINE, join(members, [",", LINE])]), choice(",", ""), LINE, "}"]);
  return declareConstant({ name, type: "SharedFacts" }, (head) => layout([head, " ", object, ";"]));
}
