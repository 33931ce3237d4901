// A table becomes TypeScript or JavaScript: types, guards, messages and the table itself, as sources without dependencies.
import type { Emitter } from "../../artifact.ts";
import type { TypescriptOptions } from "../../config/config.gen.ts";
import { emitDecode } from "./decode.ts";
import { filesOf } from "./files.ts";
import { emitGuards } from "./guards.ts";
import { emitHttp } from "./http.ts";
import { emitTemplates } from "./message-templates.ts";
import { emitMessages } from "./messages.ts";
import { type Module, type RuntimeDeclaration, runtimeDeclarations } from "./module.ts";
import type { PartName } from "./parts.ts";
import { makePlan, type Plan } from "./plan.ts";
import { MATCHER, MESSAGES, RESPONSE } from "./runtime.gen.ts";
import { emitTable } from "./table.ts";
import { emitTypes } from "./types.ts";

export const typescript: Emitter<TypescriptOptions> = {
  kind: "typescript",
  emit(model, options) {
    const plan = makePlan(model, options);
    return filesOf([emitTypes(plan), ...[...plan.parts].flatMap((part) => PARTS[part](plan))], plan);
  },
};

/** The modules of each part. */
const PARTS: Readonly<Record<PartName, (plan: Plan) => readonly Module[]>> = {
  guards: (plan) => [emitGuards(plan)],
  messages: (plan) => [emitMessages(plan), emitTemplates(plan), engine("printf", MESSAGES)],
  decode: (plan) => [emitDecode(plan), engine("matcher", MATCHER)],
  table: (plan) => [emitTable(plan)],
  http: (plan) => [emitHttp(plan), engine("response", RESPONSE)],
};

/** What is the same for all tables. */
function engine(name: string, declarations: readonly RuntimeDeclaration[]): Module {
  return { name, isInternal: true, declarations: runtimeDeclarations(declarations) };
}
