// A table becomes TypeScript or JavaScript: types, guards, messages and the table itself, as sources without dependencies.
import type { Emitter } from "../../artifact.ts";
import type { TypescriptOptions } from "../../config/config.gen.ts";
import { filesOf } from "./files.ts";
import { emitGuards } from "./guards.ts";
import { emitMessages } from "./messages.ts";
import { type Module, runtimeDeclarations } from "./module.ts";
import { makePlan } from "./plan.ts";
import { MESSAGES } from "./runtime.gen.ts";
import { emitTable } from "./table.ts";
import { emitTypes } from "./types.ts";

export const typescript: Emitter<TypescriptOptions> = {
  kind: "typescript",
  emit(model, options) {
    const plan = makePlan(model, options);
    return filesOf([emitTypes(plan), emitGuards(plan), emitMessages(plan), PRINTF, emitTable(plan)], plan);
  },
};

/** The engine of messages is the same for all tables. */
const PRINTF: Module = { name: "printf", isInternal: true, declarations: runtimeDeclarations(MESSAGES) };
