// A table becomes the modules of its server: the failures that it throws, and the replies to them.

import { isXml } from "../http/body-places.ts";
import { engine, type Module, type RuntimeDeclaration } from "../printer/module.ts";
import { type ImportedNames, importsFrom, type Plan } from "../product-plan.ts";
import { FAILURE, NEGOTIATION, PAGE_TEXT, PROBLEM_TEXT, XML_BODY } from "../runtime.gen.ts";
import { emitFailures } from "./failures-file.ts";
import { emitOperations } from "./operations-file.ts";
import { emitReply } from "./reply-file.ts";
import { emitRows } from "./rows-file.ts";
import { emitLocales, emitPages, emitProblem } from "./views-files.ts";

/** Adapters for frameworks are modules beside these: they import the reply of the table, and write it. */
export function emitServer(plan: Plan): readonly Module[] {
  // In a single file constants of engines stand before their uses.
  return [
    emitFailures(plan),
    emitRows(plan),
    emitReply(plan),
    engine("server", FAILURE),
    ...(isXml(plan) ? [engine("xml-body", XML_BODY)] : []),
    typedEngine("negotiation", NEGOTIATION, NEGOTIATION_IMPORTS, plan),
    typedEngine("problem-text", PROBLEM_TEXT, { negotiation: { types: ["ShownError"] } }, plan),
    typedEngine("page-text", PAGE_TEXT, PAGE_IMPORTS, plan),
    emitProblem(plan),
    emitPages(plan),
    ...emitLocales(plan),
    ...emitOperations(plan),
  ];
}

/** An engine that needs another one. Its first declaration is the comment at its head. */
function typedEngine(
  name: string,
  declarations: readonly RuntimeDeclaration[],
  imports: Readonly<Record<string, ImportedNames>>,
  plan: Plan,
): Module {
  const module = engine(name, declarations);
  return { ...module, declarations: [...importsFrom(imports, plan), ...module.declarations] };
}

const NEGOTIATION_IMPORTS = {
  server: {
    types: ["FailureFacts", "FailureRow", "Negotiator", "Reply", "ReplyOptions", "ReplyTable"],
    values: ["replyWith"],
  },
};

const PAGE_IMPORTS = { negotiation: { types: ["ShownError", "TextsByCode"], values: ["textsOf"] } };
