// The codes of a table become groups with one response each: by status, by operation and status, and for any other error.
import { groupBy } from "../../diagnostic/group-by.ts";
import { memoize } from "../../diagnostic/memoize.ts";
import type { AnswerModel, CaseModel, ErrorModel, Model } from "../../model/model.ts";
import { ownerName } from "../../model/operation-keys.ts";
import { compareCodes } from "../../model/wire-code.ts";
import { errorsName, type Range } from "./component-names.ts";
import { type PlacedCase, placedAnswers, placedErrors } from "./placed-cases.ts";
import type { OpenapiSettings } from "./settings.ts";

export interface ResponseGroup {
  /** The name of the union and of the response. */
  readonly name: string;
  readonly range: Range;
  /** At least one. */
  readonly placed: readonly PlacedCase[];
}

/** An error as one response may hold it. */
export interface GroupedError {
  readonly error: ErrorModel;
  /** In the order of the error. */
  readonly cases: readonly CaseModel[];
  /** The answers of operations that say more than the table does. */
  readonly answers: readonly AnswerModel[];
}

/** Sorted by code. */
export function errorsOf({ placed }: ResponseGroup, { body }: Pick<Model, "body">): readonly GroupedError[] {
  return [...groupBy(placed, ({ error }) => error)]
    .map(([error, ofError]) => {
      const cases = new Set(ofError.map(({ one }) => one));
      return {
        error,
        cases: error.cases.filter((one) => cases.has(one)),
        answers: [...new Set(ofError.flatMap(({ answer }) => answer ?? []))],
      };
    })
    .toSorted((a, b) => compareCodes(a.error.code, b.error.code, body.code));
}

/** All codes of each status. */
export function statusGroups(model: Model, settings: OpenapiSettings): readonly ResponseGroup[] {
  return groupsOf("", placedErrors(model), settings);
}

/** The groups for all codes of a range and of the table, where the options ask for them. */
export function fallbackGroups(model: Model, settings: OpenapiSettings): readonly ResponseGroup[] {
  const placed = placedErrors(model);
  const ofClass = (first: number) => placed.filter(({ range }) => Math.floor(Number(range) / 100) === first);
  const groups: readonly (readonly [Range, readonly PlacedCase[]])[] = [
    ...(settings.ranges ? ([["4XX", ofClass(4)] as const, ["5XX", ofClass(5)] as const] as const) : []),
    ...(settings.default ? [["default", placed] as const] : []),
  ];
  return groups
    .filter(([, ofRange]) => ofRange.length > 0)
    .map(([range, ofRange]) => ({ name: errorsName("", range, settings), range, placed: ofRange }));
}

/**
 * The groups of an operation, a tag or "*". Names depend on the key and the status alone, so that a new code of the table
 * or of another operation changes none. The codes of "*" are added to the statuses that the key has codes of.
 */
export function keyGroups(
  key: string,
  answers: readonly AnswerModel[],
  model: Model,
  settings: OpenapiSettings,
): readonly ResponseGroup[] {
  const own = placedAnswers(answers, model);
  const ranges = new Set(own.map(({ range }) => range));
  const common = key === "*" ? [] : commonlyPlaced(model);
  return groupsOf(ownerName(key), [...own, ...common.filter(({ range }) => ranges.has(range))], settings);
}

/** The answers of "*", which every operation may have. */
export function commonAnswers({ operations }: Model): readonly AnswerModel[] {
  return operations.find(({ name }) => name === "*")?.answers ?? [];
}

const commonlyPlaced = memoize((model: Model) => placedAnswers(commonAnswers(model), model));

/** Groups of one name become one. Keys such as "get-alias" and "getAlias" have one name, and share their codes. */
export function mergeGroups(groups: readonly ResponseGroup[]): readonly ResponseGroup[] {
  return [...groupBy(new Set(groups), ({ name }) => name).values()].flatMap(([first, ...others]) =>
    first === undefined || others.length === 0
      ? (first ?? [])
      : { ...first, placed: [first, ...others].flatMap(({ placed }) => placed) },
  );
}

/** A fallback for all errors takes the codes without a status as well. */
function groupsOf(owner: string, placed: readonly PlacedCase[], settings: OpenapiSettings): readonly ResponseGroup[] {
  return [...groupBy(placed, ({ range }) => range)]
    .filter(([range]) => range !== "default" || !settings.default)
    .toSorted(([a], [b]) => order(a) - order(b))
    .map(([range, ofRange]) => ({ name: errorsName(owner, range, settings), range, placed: ofRange }));
}

/** Responses without a status come last. */
export function order(range: Range): number {
  return typeof range === "number" ? range : 1000;
}
