// The engine of messages, without the directives and params that the table does not have.
import type { CaseModel, CaseTexts } from "../../../model/model.ts";
import { slotOf } from "../../../template/verdict.ts";
import type { RuntimeDeclaration } from "../printer/module.ts";
import type { Plan } from "../product-plan.ts";
import { LISTED_VALUES, PLAIN_DIRECTIVES, PLAIN_TEXTS, PRINTF } from "../runtime.gen.ts";
import { hasListed } from "./fixed-members.ts";
import { arePlain } from "./template-text.ts";

export function printfEngine(plan: Plan): readonly RuntimeDeclaration[] {
  return [...messagesEngine(plan), ...(hasListed(plan) ? LISTED_VALUES : [])];
}

function messagesEngine(plan: Plan): readonly RuntimeDeclaration[] {
  if (arePlain(plan)) return PLAIN_TEXTS;
  if (!plan.errors.every(({ cases }) => cases.every(printsPlainly))) return PRINTF;
  const plain = new Map(PLAIN_DIRECTIVES.filter(({ name }) => name !== "").map((one) => [one.name, one]));
  return PRINTF.map((one) => plain.get(one.name) ?? one);
}

/** Whether messages of all languages have no params but texts and integers, printed as they are. */
function printsPlainly(one: CaseModel): boolean {
  return [one, ...Object.values(one.texts)].every(({ template }: CaseTexts) =>
    (template?.tokens ?? []).every((token) => {
      if (token.kind === "literal") return true;
      const { type = "string" } = one.params[token.argument] ?? {};
      return PLAIN.has(`${slotOf(token)[1]} ${type}`);
    }),
  );
}

const PLAIN = new Set(["%s string", "%d integer"]);
