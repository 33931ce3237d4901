// A rule, or an error of a table, becomes JSON that explains it, for editors and other programs; without a name, all rules.
import type { DiagnosticKind } from "../diagnostic/kinds.ts";
import { escapeControls } from "../diagnostic/unseen.ts";
import type { Model, RetiredModel } from "../model/model.ts";
import { answersByCode } from "../model/operation-answers.ts";
import { catalogEntry } from "../products/catalog/errors-json.ts";
import { rules } from "../rules/index.ts";
import { withoutUndefined } from "../text/json/value.ts";
import { allKinds } from "./all-kinds.ts";
import { named } from "./explain-text.ts";

/** The documented shape: members are added, never changed. The list is empty for an unknown name. */
export function explanationJson(name: string | undefined, models: readonly Model[]): string {
  const { kinds, errors, retired } =
    name === undefined ? { kinds: allKinds, errors: [], retired: [] } : named(name, models);
  const explanations = [
    ...kinds.map(ruleOf),
    ...errors.map(({ model, error }) => ({
      kind: "error",
      table: model.name,
      error: catalogEntry(error),
      operations: (answersByCode(model).get(error.code) ?? []).map(({ operation }) => operation),
    })),
    ...retired.map((one) => retiredOf(one.model, one.retired)),
  ];
  return `${escapeControls(JSON.stringify({ explanations }, undefined, 2))}\n`;
}

function ruleOf({ id, severity, required, summary, explanation }: DiagnosticKind) {
  const { example } = rules.find((rule) => rule.id === id) ?? {};
  return withoutUndefined({
    kind: "rule",
    id,
    severity,
    always: required === true,
    summary,
    explanation,
    example: example && withoutUndefined({ wrong: example.wrong, right: example.right, beside: example.beside }),
  });
}

function retiredOf({ name }: Model, { code, since, reason, replacedBy }: RetiredModel) {
  return withoutUndefined({ kind: "retired", table: name, code, since, reason, replacedBy });
}
