// The engines of messages and bodies. Each form of messages has files of its own, so that a first param adds files and rewrites none;
// the short file that both share is always whole.
import { engine, type Module } from "../printer/module.ts";
import type { Plan } from "../product-plan.ts";
import { withReplaced } from "../replaced-engine.ts";
import { BODIES, COPIES, LISTED_VALUES, MATCHER, PARAMS, PLAIN_TEXTS, PRINTF, TUPLE_BODIES } from "../runtime.gen.ts";
import { typedEngine } from "../typed-engine.ts";
import { computedTypes, PLAIN_TYPES } from "./computed-types.ts";
import { hasListed } from "./fixed-members.ts";
import { arePlain, caseKey } from "./template-text.ts";

/** The module that prints and reads messages. */
export function textsModule(plan: Plan): "texts" | "printf" {
  return arePlain(plan) ? "texts" : "printf";
}

/** The module that finds the templates of a message. */
export function matcherModule(plan: Plan): "texts" | "matcher" {
  return arePlain(plan) ? "texts" : "matcher";
}

export function messageEngines(plan: Plan): readonly Module[] {
  const isPlain = arePlain(plan);
  const texts = typedEngine(textsModule(plan), isPlain ? PLAIN_TEXTS : PRINTF, { params: GIVEN }, plan);
  const computed = isPlain ? PLAIN_TYPES : computedTypes(caseKey(plan));
  const bodies = { types: ["PlacedValue"], values: ["bodyWith"] };
  return [
    pruned({ ...texts, declarations: [...texts.declarations, ...(plan.perCode ? [] : computed)] }),
    ...(hasListed(plan) ? [typedEngine("listed-values", LISTED_VALUES, { bodies }, plan)] : []),
    pruned(
      typedEngine(
        "bodies",
        plan.hasTuples ? withReplaced(BODIES, TUPLE_BODIES) : BODIES,
        { copies: { values: ["copiedValue", "copyOf"] }, params: GIVEN },
        plan,
      ),
    ),
    engine("copies", COPIES),
    typedEngine("params", PARAMS, {}, plan),
  ];
}

const GIVEN = { types: ["BigIntMaker", "Value"], values: ["bigInt", "givenCase", "paramOf"] };

export function matcherEngine(plan: Plan): readonly Module[] {
  return arePlain(plan) ? [] : [engine("matcher", MATCHER)];
}

function pruned(module: Module): Module {
  return { ...module, isPruned: true };
}
