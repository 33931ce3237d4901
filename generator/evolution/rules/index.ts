// The list of the rules of evolution, in the order in which `errtable explain` shows them. A new rule is a file and a line here.
import { codeAdded } from "./codes/code-added.ts";
import { codeRemoved } from "./codes/code-removed.ts";

export const changeRules = Object.freeze([
  // Codes
  codeRemoved,
  codeAdded,
]);

export type ChangeRuleId = (typeof changeRules)[number]["id"];

declare module "../../diagnostic/kinds.ts" {
  interface FindingIds {
    readonly evolution: ChangeRuleId;
  }
}
