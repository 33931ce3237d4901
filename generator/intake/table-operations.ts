// The operations of entries become the table's map from an operation to its answers.
import { groupBy } from "../diagnostic/group-by.ts";
import type { CodeType } from "../model/body-model.ts";
import type { Json, JsonObject } from "../text/json/value.ts";
import { withoutUndefined } from "../text/json/value.ts";
import type { Entry } from "./folded-entry.ts";
import { bodyCode } from "./found-code-type.ts";

/** The answers that all operations share stand once, under "*". */
export function answersOf(
  entries: readonly (Entry & { readonly names: readonly string[] })[],
  operations: readonly string[],
  type: CodeType,
): JsonObject {
  const byOperation = groupBy(
    entries.flatMap((entry) => answersWith(entry, type)),
    ({ operation }) => operation,
  );
  const listed = operations.filter(isOperationName).map((name) => {
    const answers = (byOperation.get(name) ?? []).map(({ answer }) => answer);
    return { name, answers, keys: new Set(answers.map((answer) => JSON.stringify(answer))) };
  });
  const [first, ...others] = listed;
  const isCommon = (answer: Json): boolean => {
    const key = JSON.stringify(answer);
    return others.length > 0 && others.every(({ keys }) => keys.has(key));
  };
  const common = first?.answers.filter(isCommon) ?? [];
  const shared = new Set(common.map((answer) => JSON.stringify(answer)));
  const own = listed.map(({ name, answers }) => {
    return [name, answers.filter((answer) => !shared.has(JSON.stringify(answer)))] as const;
  });
  return Object.fromEntries<Json>([["*", common] as const, ...own].filter(([, answers]) => answers.length > 0));
}

/** Whether a table may have an operation of this name. */
export function isOperationName(name: string): boolean {
  return /^[^\p{C}]{1,256}$/u.test(name);
}

/** For each operation of an entry the code alone, or with the only case that the operation answers with. */
function answersWith(
  { code: key, shared, cases, names }: Entry & { readonly names: readonly string[] },
  type: CodeType,
) {
  const code = bodyCode(key, type);
  const own = groupBy(
    cases.flatMap((one, index) => [...new Set(one.operations)].map((operation) => ({ operation, name: names[index] }))),
    ({ operation }) => operation,
  );
  return [...new Set(shared.operations)].map((operation): { readonly operation: string; readonly answer: Json } => {
    const [only, ...others] = own.get(operation) ?? [];
    const isOne = only !== undefined && others.length === 0;
    return { operation, answer: isOne ? withoutUndefined({ code, case: only.name }) : code };
  });
}
