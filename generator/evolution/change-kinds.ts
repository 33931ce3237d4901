// The rules of evolution become kinds of findings: a level is a severity, and `errtable explain` shows them beside all others.
import type { DiagnosticKind, Severity } from "../diagnostic/kinds.ts";
import type { Level } from "./change.ts";
import { type ChangeRuleId, changeRules } from "./rules/index.ts";

export const SEVERITY_OF_LEVEL: Readonly<Record<Level, Severity>> = {
  major: "error",
  dangerous: "warning",
  minor: "note",
  patch: "note",
};

export const changeKinds: readonly DiagnosticKind<ChangeRuleId>[] = changeRules.map(
  ({ id, level, summary, explanation }) => ({ id, severity: SEVERITY_OF_LEVEL[level], summary, explanation }),
);
