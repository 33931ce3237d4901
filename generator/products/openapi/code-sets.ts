// The codes that one response stands for: those of a status, of a status that an operation or a tag may answer with, or of any.
import { groupBy } from "../../diagnostic/group-by.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import { ownerName } from "../../model/operation-keys.ts";
import { errorsName, type OpenapiSettings, type Range } from "./component-names.ts";

export interface ResponseGroup {
  /** Of the union and of the response. */
  readonly name: string;
  readonly range: Range;
  /** Sorted by code. */
  readonly errors: readonly ErrorModel[];
}

/** Which responses stand for whatever else there is. */
export interface Fallbacks {
  readonly default: boolean;
  readonly ranges: boolean;
}

/** All codes of each status. */
export function statusGroups(model: Model, settings: OpenapiSettings): readonly ResponseGroup[] {
  return groupsOf("", model.errors, settings);
}

/** All codes of each range, and of the table, where they are asked for. */
export function fallbackGroups(
  model: Model,
  fallbacks: Fallbacks,
  settings: OpenapiSettings,
): readonly ResponseGroup[] {
  const ranges = ([4, 5] as const).map(
    (first) => [`${first}XX`, model.errors.filter(({ status }) => Math.floor(status / 100) === first)] as const,
  );
  const groups: readonly (readonly [Range, readonly ErrorModel[]])[] = [
    ...(fallbacks.ranges ? ranges : []),
    ...(fallbacks.default ? [["default", model.errors] as const] : []),
  ];
  return groups
    .filter(([, errors]) => errors.length > 0)
    .map(([range, errors]) => ({ name: errorsName("", range, settings), range, errors }));
}

/**
 * What a key answers with, besides what every operation does. The names tell whose codes they are and never how many:
 * a code that comes to the table or to another operation changes none. Where a key has no code of a status, what is
 * common to all operations stands for it.
 */
export function keyGroups(
  key: string,
  codes: readonly string[],
  model: Model,
  settings: OpenapiSettings,
): readonly ResponseGroup[] {
  const common = new Set(key === "*" ? [] : commonCodes(model));
  const own = new Set(codes);
  const statuses = new Set(model.errors.filter(({ code }) => own.has(code)).map(({ status }) => status));
  const errors = model.errors.filter(({ code, status }) => own.has(code) || (statuses.has(status) && common.has(code)));
  return groupsOf(ownerName(key), errors, settings);
}

/** The codes of '*', with which every operation may answer. */
export function commonCodes({ operations }: Model): readonly string[] {
  return operations.find(({ name }) => name === "*")?.codes ?? [];
}

/** Each name once. Keys that have the same name, such as "get-alias" and "getAlias", share what they answer with. */
export function mergeGroups(groups: readonly ResponseGroup[]): readonly ResponseGroup[] {
  const byName = new Map<string, ResponseGroup>();
  for (const group of groups) {
    const known = byName.get(group.name);
    if (known === group) continue;
    byName.set(group.name, known === undefined ? group : { ...group, errors: together(known.errors, group.errors) });
  }
  return [...byName.values()];
}

function together(some: readonly ErrorModel[], others: readonly ErrorModel[]): readonly ErrorModel[] {
  const known = new Set(some);
  const added = others.filter((error) => !known.has(error));
  return added.length === 0 ? some : [...some, ...added].toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function groupsOf(owner: string, errors: readonly ErrorModel[], settings: OpenapiSettings): readonly ResponseGroup[] {
  return [...groupBy(errors, ({ status }) => status)]
    .toSorted(([a], [b]) => a - b)
    .map(([status, ofStatus]) => ({ name: errorsName(owner, status, settings), range: status, errors: ofStatus }));
}
