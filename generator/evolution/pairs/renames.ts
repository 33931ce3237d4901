// Codes that are gone and codes that are new become renamed codes, where the tables say so or where the rows are alike.
import { groupBy } from "../../diagnostic/group-by.ts";
import type { ErrorModel, Model } from "../../model/model.ts";
import { messageShape } from "./message-shape.ts";

/** By old code, its new one. */
export function renamesBetween(
  after: Model,
  removed: readonly ErrorModel[],
  added: readonly ErrorModel[],
): ReadonlyMap<string, string> {
  const renames = new Map<string, string>();
  const left = new Map(added.map((error) => [error.code, error]));
  const take = (code: string, to: string): void => {
    renames.set(code, to);
    left.delete(to);
  };
  const said = new Map(after.retired.map(({ code, replacedBy }) => [code, replacedBy]));
  for (const { code, deprecated } of removed) {
    // The end of such a code was announced: it is retired, whatever replaces it.
    if (deprecated !== undefined && said.has(code)) continue;
    const to = said.get(code) ?? deprecated?.replacedBy;
    if (to !== undefined && left.has(to)) take(code, to);
  }
  // A code that was announced, or that has another replacement, is no renamed one.
  const open = removed.filter(
    ({ code, deprecated }) => !renames.has(code) && deprecated === undefined && said.get(code) === undefined,
  );
  const before = groupBy(open, likenessOf);
  const now = groupBy(left.values(), likenessOf);
  for (const error of open) {
    const likeness = likenessOf(error);
    if (likeness === undefined || before.get(likeness)?.length !== 1) continue;
    const [same, ...others] = now.get(likeness) ?? [];
    if (same !== undefined && others.length === 0 && left.has(same.code)) take(error.code, same.code);
  }
  return renames;
}

/** Shorter descriptions are too common to tell one error. */
const FEWEST_WORDS = 4;

/** Messages with words, and params and statuses beside them, or else a description; undefined where a row has neither. */
function likenessOf({ cases, statuses, description }: ErrorModel): string | undefined {
  const shapes = cases.map(({ template, params }) => template && messageShape(template, params));
  const hasWords = shapes.some((shape) => shape?.some((part) => typeof part === "string" && /\p{L}/u.test(part)));
  if (hasWords) return JSON.stringify([shapes, statuses]);
  const words = description?.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < FEWEST_WORDS ? undefined : JSON.stringify([description, statuses]);
}
