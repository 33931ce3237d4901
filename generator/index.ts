// The programmatic API: compile tables, plan what would change on disk. Both are pure; nothing here writes.
export type { OutputFile } from "./artifact.ts";
export { type Compilation, type CompileRequest, check, compile, type TargetRequest } from "./compile.ts";
export { type Diagnostic, hasErrors, type Related, type Severity } from "./diagnostic.ts";
export type { Product } from "./emit/index.ts";
export type { ErrorModel, Model } from "./model/model.ts";
export { type Change, planTarget as plan, type TargetPlan } from "./output/plan.ts";
export type { TargetState } from "./output/state.ts";
export type { PlannedTarget } from "./output/target.ts";
export { type Place, type Position, positionAt, type SourceFile, type Span } from "./source.ts";
export type { Host, ReadFailure } from "./spec/host.ts";
export { memoryHost } from "./spec/memory-host.ts";
