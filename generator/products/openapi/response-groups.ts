// The codes of a table become groups with one response each: by status, by operation and status, and for any other error.
import { compareText } from "../../diagnostic/diagnostic.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import type { AnswerModel, ErrorModel, Model } from "../../model/model.ts";
import { ownerName } from "../../model/operation-keys.ts";
import { errorsName, type Range } from "./component-names.ts";
import type { OpenapiSettings } from "./settings.ts";

export interface ResponseGroup {
  /** The name of the union and of the response. */
  readonly name: string;
  readonly range: Range;
  /** Sorted by code. */
  readonly errors: readonly ErrorModel[];
}

/** All codes of each status. */
export function statusGroups(model: Model, settings: OpenapiSettings): readonly ResponseGroup[] {
  return groupsOf("", model.errors, settings);
}

/** The groups for all codes of a range and of the table, where the options ask for them. */
export function fallbackGroups(model: Model, settings: OpenapiSettings): readonly ResponseGroup[] {
  const ranges = ([4, 5] as const).map(
    (first) =>
      [
        `${first}XX`,
        model.errors.filter(({ statuses }) => statuses.some((status) => Math.floor(status / 100) === first)),
      ] as const,
  );
  const groups: readonly (readonly [Range, readonly ErrorModel[]])[] = [
    ...(settings.ranges ? ranges : []),
    ...(settings.default ? [["default", model.errors] as const] : []),
  ];
  return groups
    .filter(([, errors]) => errors.length > 0)
    .map(([range, errors]) => ({ name: errorsName("", range, settings), range, errors }));
}

/**
 * The groups of an operation, a tag or "*". Names depend on the key and the status alone, so that a new code of the table
 * or of another operation changes none. The codes of "*" are added to the statuses that the key has codes of.
 */
export function keyGroups(
  key: string,
  codes: readonly string[],
  model: Model,
  settings: OpenapiSettings,
): readonly ResponseGroup[] {
  const common = new Set(key === "*" ? [] : commonCodes(model));
  const own = new Set(codes);
  const ranges = new Set(model.errors.filter(({ code }) => own.has(code)).flatMap(rangesOf));
  const errors = model.errors.filter(
    (error) => own.has(error.code) || (common.has(error.code) && rangesOf(error).some((range) => ranges.has(range))),
  );
  return groupsOf(ownerName(key), errors, settings);
}

export function codesOf(answers: readonly AnswerModel[]): readonly string[] {
  return [...new Set(answers.map(({ code }) => code))];
}

/** The responses that an error stands in: one per status, or the default one where the API states no status. */
export function rangesOf({ statuses }: ErrorModel): readonly Range[] {
  return statuses.length === 0 ? ["default"] : statuses;
}

/** Responses without a status come last. */
function order(range: Range): number {
  return typeof range === "number" ? range : 1000;
}

/** The codes of "*", with which every operation may answer. */
export function commonCodes({ operations }: Model): readonly string[] {
  return codesOf(operations.find(({ name }) => name === "*")?.answers ?? []);
}

/** Groups of one name become one. Keys such as "get-alias" and "getAlias" have one name, and share their codes. */
export function mergeGroups(groups: readonly ResponseGroup[]): readonly ResponseGroup[] {
  return [...groupBy(new Set(groups), ({ name }) => name).values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const errors = new Set([first, ...others].flatMap((group) => group.errors));
    return { ...first, errors: [...errors].toSorted((a, b) => compareText(a.code, b.code)) };
  });
}

function groupsOf(owner: string, errors: readonly ErrorModel[], settings: OpenapiSettings): readonly ResponseGroup[] {
  const placed = errors.flatMap((error) => rangesOf(error).map((range) => ({ range, error })));
  return [...groupBy(placed, ({ range }) => range)]
    .toSorted(([a], [b]) => order(a) - order(b))
    .map(([range, ofRange]) => ({
      name: errorsName(owner, range, settings),
      range,
      errors: ofRange.map(({ error }) => error),
    }));
}
