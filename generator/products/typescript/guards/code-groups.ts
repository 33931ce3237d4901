// The errors of a table become groups with the same status, retry class and check.
import { groupBy } from "../../../diagnostic/group-by.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";

/** The facts of an error that guards use. */
export interface CodeFacts {
  readonly code: string;
  readonly status: number;
  readonly retry: string | undefined;
  /** The name of the function that checks the members which only this error has. */
  readonly details: string | undefined;
}

export interface CodeGroup extends Omit<CodeFacts, "code"> {
  readonly codes: readonly string[];
}

export function groupsOf(facts: readonly CodeFacts[]): readonly CodeGroup[] {
  const groups = groupBy(facts, ({ status, retry, details }) => `${status} ${retry} ${details}`);
  return [...groups.values()]
    .map((group): CodeGroup => ({ ...(group[0] as CodeFacts), codes: group.map(({ code }) => code) }))
    .toSorted((a, b) => a.status - b.status);
}

/** The members of the object that a group is in the generated code. */
export function factMembers({ status, retry, details }: CodeGroup): readonly string[] {
  return [
    `status: ${status}`,
    ...(retry === undefined ? [] : [`retry: ${stringLiteral(retry)}`]),
    ...(details === undefined ? [] : [`details: ${details}`]),
  ];
}
