// The errors of a source become the entries of a table: one per code, with the cases in which its texts differ.
import { groupBy } from "../diagnostic/group-by.ts";
import type { JsonObject } from "../text/json/value.ts";
import type { Entry, Variant } from "./folded-entry.ts";
import { lossesOf } from "./folded-losses.ts";
import type { Dropped, FoundError } from "./found-table.ts";
import { joinHeaders } from "./header-names.ts";

/** The entries in the order in which their codes first come. */
export function foldErrors(errors: readonly FoundError[]): {
  readonly entries: readonly Entry[];
  readonly dropped: readonly Dropped[];
} {
  const folded = [...groupBy(errors, ({ code }) => code)].map(([code, rows]) => {
    const byFiner = groupBy(rows, ({ finer }) => JSON.stringify(finer ?? {}));
    const variants = [...byFiner.values()].flatMap((same) => mergeStatuses(withoutSilent(mergeTexts(same))));
    const first = <Value>(of: (row: FoundError) => Value | undefined): Value | undefined =>
      rows.map(of).find((value) => value !== undefined);
    const entry: Entry = {
      code,
      shared: variants.length === 1 && variants[0] !== undefined ? variants[0] : sharedBy(variants),
      cases: variants.length === 1 ? [] : variants,
      identifier: first(({ identifier }) => identifier),
      group: first(({ group }) => group),
      since: first(({ since }) => since),
    };
    return { entry, losses: lossesOf(rows, entry) };
  });
  return { entries: folded.map(({ entry }) => entry), dropped: folded.flatMap(({ losses }) => losses) };
}

const MOST_TEXTS = 3;

/** Status, message and constants tell cases apart: rows that have the same ones are one case, with all of their words. */
function mergeTexts(rows: readonly FoundError[]): readonly Variant[] {
  const keyOf = ({ statuses, message, constants }: FoundError): string =>
    JSON.stringify([statuses.toSorted((a, b) => a - b), message ?? null, sortedEntries(constants ?? {})]);
  return [...groupBy(rows, keyOf).values()].map((same) => {
    const [first] = same;
    const textOf = (name: "description" | "solution"): string | undefined => {
      const texts = [...new Set(same.flatMap((row) => row[name] ?? []))];
      return texts.length === 0 ? undefined : texts.slice(0, MOST_TEXTS).join("\n\n");
    };
    return {
      statuses: first?.statuses ?? [],
      message: first?.message,
      marks: first?.marks ?? "none",
      description: textOf("description"),
      solution: textOf("solution"),
      retry: same.map(({ retry }) => retry).find((retry) => retry !== undefined),
      headers: same.map(({ headers }) => headers).reduce<JsonObject>(joinHeaders, {}),
      constants: first?.constants ?? {},
      finer: first?.finer ?? {},
      operations: [...new Set(same.flatMap(({ operations }) => operations))],
    };
  });
}

/** A variant without a message is no case of its own where another one has its statuses: that one gets its words. */
function withoutSilent(variants: readonly Variant[]): readonly Variant[] {
  const isSilent = ({ message, constants }: Variant): boolean =>
    message === undefined && Object.keys(constants).length === 0;
  const speaking = variants.filter((variant) => !isSilent(variant));
  const [first] = speaking;
  if (first === undefined) return wordless(variants);
  const added = [...speaking];
  for (const silent of variants.filter(isSilent)) {
    const at = added.findIndex(({ statuses }) => silent.statuses.every((status) => statuses.includes(status)));
    const own = added[at];
    if (own !== undefined) added[at] = join(own, silent);
    else if (speaking.length === 1 && isMute(silent)) added[0] = join(added[0] ?? first, silent);
    else added.push(silent);
  }
  return added;
}

/** Without any message, a variant that has no words either adds its statuses to the first one. */
function wordless(variants: readonly Variant[]): readonly Variant[] {
  const [first, ...more] = variants.filter((variant) => !isMute(variant));
  if (first === undefined)
    return variants
      .slice(1)
      .reduce<readonly Variant[]>(([all], one) => (all ? [join(all, one)] : [one]), variants.slice(0, 1));
  const mute = variants.filter(isMute);
  return more.length === 0
    ? [mute.reduce(join, first)]
    : [first, ...more, ...mute.filter(({ statuses }) => statuses.length > 0)];
}

function isMute({ message, description, solution }: Variant): boolean {
  return message === undefined && description === undefined && solution === undefined;
}

/** The same words under several statuses are one case, also where one place says less about the same message. */
function mergeStatuses(variants: readonly Variant[]): readonly Variant[] {
  const keyOf = ({ message, constants }: Variant): string =>
    JSON.stringify([message ?? null, sortedEntries(constants)]);
  return [...groupBy(variants, keyOf).values()].flatMap((same) => {
    const merged: Variant[] = [];
    for (const variant of same) {
      const at = merged.findIndex((one) => saysTheSame(one, variant));
      const known = merged[at];
      if (known === undefined) merged.push(variant);
      else merged[at] = join(known, variant);
    }
    return merged;
  });
}

function saysTheSame(a: Variant, b: Variant): boolean {
  return (["description", "solution"] as const).every(
    (name) => a[name] === b[name] || (a.message !== undefined && (a[name] === undefined || b[name] === undefined)),
  );
}

function join(a: Variant, b: Variant): Variant {
  return {
    ...a,
    statuses: [...new Set([...a.statuses, ...b.statuses])].toSorted((one, other) => one - other),
    description: a.description ?? b.description,
    solution: a.solution ?? b.solution,
    retry: a.retry ?? b.retry,
    headers: joinHeaders(a.headers, b.headers),
    operations: [...new Set([...a.operations, ...b.operations])],
  };
}

function sharedBy(variants: readonly Variant[]): Variant {
  const [first] = variants;
  const same = <Value>(of: (variant: Variant) => Value): Value | undefined => {
    const values = variants.map(of);
    return values.every((value) => JSON.stringify(value) === JSON.stringify(values[0])) ? values[0] : undefined;
  };
  return {
    statuses: same(({ statuses }) => statuses) ?? [],
    message: same(({ message }) => message),
    marks: first?.marks ?? "none",
    description: same(({ description }) => description) ?? descriptionOfOthers(variants),
    solution: same(({ solution }) => solution),
    retry: same(({ retry }) => retry),
    headers: same(({ headers }) => headers) ?? {},
    constants: same(({ constants }) => constants) ?? {},
    finer: same(({ finer }) => finer) ?? {},
    operations: [...new Set(variants.flatMap(({ operations }) => operations))],
  };
}

/** The error that no finer code tells is the whole one, where all others say more of themselves. */
function descriptionOfOthers(variants: readonly Variant[]): string | undefined {
  const [other, ...more] = variants.filter(({ finer }) => Object.keys(finer).length === 0);
  const isSaid = variants.every(({ description }) => description !== undefined);
  return isSaid && more.length === 0 ? other?.description : undefined;
}

function sortedEntries(members: JsonObject): readonly (readonly [string, unknown])[] {
  return Object.entries(members).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
