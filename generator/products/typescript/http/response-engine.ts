// The code that reads responses: the same for all tables, but for functions that forms of bodies which few tables have need in place of others.
import { isTextAlone } from "../../../model/body-schema.ts";
import type { RuntimeDeclaration } from "../printer/module.ts";
import type { Plan } from "../product-plan.ts";
import { withReplaced } from "../replaced-engine.ts";
import { MESSAGE_TEXTS, MIXED_CODES, RESPONSE } from "../runtime.gen.ts";

export function responseEngine(plan: Plan): readonly RuntimeDeclaration[] {
  const { body } = plan.model;
  const others = [...(body.code.type === "mixed" ? MIXED_CODES : []), ...(isTextAlone(body) ? [] : MESSAGE_TEXTS)];
  return withReplaced(RESPONSE, others);
}
