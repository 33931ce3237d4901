// The code of guards that reads the value at a place of a body.
import { isPosition, type Path } from "../../../text/json/pointer.ts";
import { callDoc } from "../printer/code.ts";
import type { Doc } from "../printer/typescript-layout.ts";
import { tokenLiteral } from "../printer/typescript-literal.ts";
import type { Helper } from "./check-functions.ts";

/** `helperName` adds a function to the file. */
export function valueAtDoc(value: Doc, at: Path, helperName: (helper: Helper) => string): Doc {
  return at.reduce<Doc>((holder, token) => stepDoc(holder, token, helperName), value);
}

export function stepDoc(holder: Doc, token: string | number, helperName: (helper: Helper) => string): Doc {
  return callDoc(helperName(isPosition(token) ? "itemOf" : "memberOf"), [holder, tokenLiteral(token)]);
}
