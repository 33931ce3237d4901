// A table becomes TypeScript: types, guards, messages and the table itself, as sources without dependencies.
import type { Artifact, Emitter } from "../../artifact.ts";
import type { TypescriptOptions } from "../../config/config.gen.ts";
import { emitGuards } from "./guards.ts";
import { declareReexport } from "./imports.ts";
import { emitMessages } from "./messages.ts";
import { fileHeader, makePlan, modulePath, type Plan } from "./plan.ts";
import { MESSAGES } from "./runtime.gen.ts";
import { emitTable } from "./table.ts";
import { emitTypes } from "./types.ts";

export const typescript: Emitter<TypescriptOptions> = {
  kind: "typescript",
  emit(model, options) {
    const plan = makePlan(model, options);
    return [emitTypes(plan), emitGuards(plan), emitMessages(plan), emitPrintf(plan), emitTable(plan), emitIndex(plan)];
  },
};

/** The engine of messages is the same for all tables. */
function emitPrintf(plan: Plan): Artifact {
  return { kind: "typescript", path: "printf.ts", statements: [fileHeader(plan), MESSAGES] };
}

function emitIndex(plan: Plan): Artifact {
  const modules = ["guards", "messages", "table", "types"];
  return {
    kind: "typescript",
    path: "index.ts",
    statements: [fileHeader(plan), ...modules.map((name) => declareReexport(modulePath(name, plan)))],
  };
}
