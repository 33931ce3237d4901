// A call with a short argument becomes a constant, which bundlers leave out where nobody uses it.
import { type ConstantParts, declareConstant, type Item } from "./module.ts";
import { group, indent, LINE, layout } from "./typescript-layout.ts";

export interface MadeParts extends ConstantParts {
  readonly value: string;
}

export function declareMade({ value, ...parts }: MadeParts): Item {
  return declareConstant({ isExported: true, ...parts }, (head) =>
    layout([head, group(indent([LINE, `/* @__PURE__ */ ${value}`])), ";"]),
  );
}
