// The engine of messages: a small one where no message has params, so that later rows change it once at most.
import type { RuntimeDeclaration } from "../printer/module.ts";
import type { Plan } from "../product-plan.ts";
import { LISTED_VALUES, PLAIN_TEXTS, PRINTF } from "../runtime.gen.ts";
import { hasListed } from "./fixed-members.ts";
import { arePlain } from "./template-text.ts";

export function printfEngine(plan: Plan): readonly RuntimeDeclaration[] {
  return [...(arePlain(plan) ? PLAIN_TEXTS : PRINTF), ...(hasListed(plan) ? LISTED_VALUES : [])];
}
