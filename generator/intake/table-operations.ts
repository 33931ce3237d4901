// The operations of entries become the table's map from an operation to its answers.
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
  const listed = operations.filter(isOperationName).map((name) => {
    const answers = entries.flatMap((entry) => {
      const answer = answerOf(entry, name, type);
      return answer === undefined ? [] : [answer];
    });
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

/** The code alone where the operation answers with all of its cases. */
function answerOf(entry: Entry & { readonly names: readonly string[] }, operation: string, type: CodeType) {
  const { shared, cases, names } = entry;
  if (!shared.operations.includes(operation)) return undefined;
  const code = bodyCode(entry.code, type);
  const own = cases.flatMap((one, index) => (one.operations.includes(operation) ? [names[index]] : []));
  return own.length === 1 ? withoutUndefined({ code, case: own[0] }) : code;
}
