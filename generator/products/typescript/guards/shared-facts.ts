// The errors of a table become groups with the same statuses, retry class, tags and check: the facts that guards look up by code.
import { groupBy } from "../../../diagnostic/group-by.ts";
import type { WireCode } from "../../../model/body-model.ts";
import { isConstantRow } from "../constants/constant-rows.ts";
import { dataLiteral } from "../printer/typescript-data.ts";
import { stringLiteral } from "../printer/typescript-literal.ts";
import type { Plan } from "../product-plan.ts";
import { hasStatuses } from "../types/error-classes.ts";
import type { ImportedChecks } from "./check-functions.ts";
import { detailsCheck } from "./schema-checks.ts";

export interface SharedFacts {
  /** Undefined where the table states no status at all. */
  readonly statuses: readonly number[] | undefined;
  readonly retry: string | undefined;
  readonly tags: readonly string[];
  /** The name of the function that checks the members which only these errors have. */
  readonly details: string | undefined;
  readonly codes: readonly WireCode[];
}

export function sharedFacts(plan: Plan, checks: ImportedChecks): readonly SharedFacts[] {
  const facts = plan.errors.map((error) => ({
    statuses: hasStatuses(plan) ? error.statuses : undefined,
    retry: error.retry,
    tags: error.tags,
    details: isConstantRow(error, plan) ? undefined : detailsCheck(error, checks),
    code: error.wireCode,
  }));
  const groups = groupBy(facts, ({ code: _, ...shared }) => JSON.stringify(Object.values(shared)));
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first === undefined ? [] : [{ ...first, codes: group.map(({ code }) => code) }];
    })
    .toSorted((a, b) => (a.statuses?.[0] ?? 0) - (b.statuses?.[0] ?? 0));
}

/** The members of the object that they are in the generated code. */
export function factMembers({ statuses, retry, tags, details }: Omit<SharedFacts, "codes">): readonly string[] {
  return [
    ...(statuses === undefined ? [] : [`statuses: [${statuses.join(", ")}]`]),
    ...(retry === undefined ? [] : [`retry: ${stringLiteral(retry)}`]),
    ...(tags.length === 0 ? [] : [`tags: ${dataLiteral(tags, 2, 8, 1)}`]),
    ...(details === undefined ? [] : [`details: ${details}`]),
  ];
}
