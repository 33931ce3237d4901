// Members become a constant that is an object literal, with one member per line.
import { blockDoc } from "./code.ts";
import { withoutTypes } from "./javascript.ts";
import { type ConstantParts, declareConstant, type Item } from "./module.ts";
import { type Doc, HARD_LINE, indent, layout, WIDTH } from "./typescript-layout.ts";

export function declareObject(parts: ConstantParts, lines: readonly Doc[]): Item {
  return declareConstant(parts, (head, hasTypes) => {
    const block = blockDoc("{", hasTypes ? lines : lines.map(withoutTypes));
    // An object stands below a name that fills the line.
    return layout([head, `${head} {`.length > WIDTH ? indent([HARD_LINE, block]) : [" ", block], ";"]);
  });
}
