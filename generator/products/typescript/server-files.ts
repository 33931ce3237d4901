// A table becomes the modules of its server: the failures that it throws, and the replies to them.

import { emitAdapters } from "./adapters/adapters-file.ts";
import { isXml } from "./http/body-places.ts";
import { engine, type Module } from "./printer/module.ts";
import type { Plan } from "./product-plan.ts";
import { FAILURE, NEGOTIATION, OBSERVE, PAGE_TEXT, PROBLEM_TEXT, XML_BODY } from "./runtime.gen.ts";
import { emitFailures } from "./server/failures-file.ts";
import { emitObserve } from "./server/observe-file.ts";
import { emitOperations } from "./server/operations-file.ts";
import { emitReply } from "./server/reply-file.ts";
import { emitRows } from "./server/rows-file.ts";
import { emitLocales, emitPages, emitProblem } from "./server/views-files.ts";
import { typedEngine } from "./typed-engine.ts";

export function emitServer(plan: Plan): readonly Module[] {
  // In a single file constants of engines stand before their uses.
  return [
    engine("server", FAILURE),
    emitRows(plan),
    emitFailures(plan),
    emitReply(plan),
    ...(isXml(plan) ? [engine("xml-body", XML_BODY)] : []),
    typedEngine("negotiation", NEGOTIATION, NEGOTIATION_IMPORTS, plan),
    typedEngine("problem-text", PROBLEM_TEXT, PROBLEM_IMPORTS, plan),
    typedEngine("page-text", PAGE_TEXT, PAGE_IMPORTS, plan),
    emitProblem(plan),
    emitPages(plan),
    ...emitLocales(plan),
    ...emitOperations(plan),
    typedEngine("error-log", OBSERVE, OBSERVE_IMPORTS, plan),
    emitObserve(plan),
    ...emitAdapters(plan),
  ];
}

const NEGOTIATION_IMPORTS = {
  server: {
    types: ["FailureFacts", "FailureRow", "Negotiator", "Reply", "ReplyOptions", "ReplyTable"],
    values: ["replyWith"],
  },
};

const PROBLEM_IMPORTS = { negotiation: { types: ["ShownError"] }, server: { values: ["textGiven"] } };
const PAGE_IMPORTS = { negotiation: { types: ["ByCodeAndCase", "ShownError"], values: ["textsOf"] } };

const OBSERVE_IMPORTS = {
  server: { types: ["FailureFacts", "FailureSource"], values: ["factsIn", "loggedFacts"] },
};
