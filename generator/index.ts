// The programmatic API: compile tables, plan the changes on disk. Both are pure; nothing here writes.

export { type Compilation, type CompileRequest, compile, compileModels } from "./compile.ts";
export { type Diagnostic, hasErrors, type Related } from "./diagnostic/diagnostic.ts";
export type { FindingId, Severity } from "./diagnostic/kinds.ts";
export { type Place, type Position, positionAt, type SourceFile, type Span } from "./diagnostic/source.ts";
export type { ErrorModel, Model } from "./model/model.ts";
export { type Change, planTarget as plan, type TargetPlan } from "./output/plan/plan.ts";
export type { TargetState } from "./output/state/state.ts";
export type { OutputFile, PlannedTarget } from "./output/state/target.ts";
export type { Choices, Remark } from "./products/choices.ts";
export type { Product, SettledProduct, TargetRequest } from "./products/index.ts";
export type { Host, ReadFailure } from "./reader/host.ts";
export { memoryHost } from "./reader/host.ts";
