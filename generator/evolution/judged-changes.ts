// The changes of a table since its baseline are told apart: those of now, those that were there before, and those that are accepted.
import type { Model } from "../model/model.ts";
import type { Acceptance } from "./accepted/accepted-file.ts";
import { fingerprintOf } from "./accepted/change-fingerprint.ts";
import { type Change, identityOf } from "./change.ts";
import { type ChangeSeverities, findChanges } from "./compare.ts";

/** new: it fails. accepted: an entry accepts it. older: the second baseline has it already. unreleased: only the second baseline breaks, which nobody uses yet. */
export type Standing = "new" | "accepted" | "older" | "unreleased";

export interface JudgedChange {
  readonly change: Change;
  readonly fingerprint: string;
  readonly standing: Standing;
  /** Whether the second baseline has it already, accepted or not. */
  readonly isOlder: boolean;
  /** Where it is accepted. */
  readonly acceptance?: Acceptance;
}

export interface TableVersions {
  /** The released version; undefined where it lacks the table. */
  readonly against: Model | undefined;
  /** A later version that is not released. */
  readonly since: Model | undefined;
  readonly now: Model;
}

/** Accepted changes come before older ones, so that the entry that accepts a change keeps its work. */
export function judgeChanges(
  { against, since, now }: TableVersions,
  acceptances: readonly Acceptance[],
  severities: ChangeSeverities = {},
): readonly JudgedChange[] {
  const printed = (old: Model | undefined, after: Model | undefined) => printedChanges(old, after, severities);
  const accepted = new Map(acceptances.map((one) => [one.fingerprint, one]));
  const older = new Set(printed(against, since).map(({ fingerprint }) => fingerprint));
  const changes = printed(against, now);
  const known = new Set(changes.map(({ fingerprint }) => fingerprint));
  const judge = (one: Printed, standing: Standing): JudgedChange => {
    const acceptance = accepted.get(one.fingerprint);
    const judged = { ...one, isOlder: older.has(one.fingerprint) };
    return acceptance === undefined ? { ...judged, standing } : { ...judged, standing: "accepted", acceptance };
  };
  return [
    ...changes.map((one) => judge(one, older.has(one.fingerprint) ? "older" : "new")),
    ...printed(since, now)
      .filter(({ change, fingerprint }) => isBreak(change) && !known.has(fingerprint))
      .map((one) => judge(one, "unreleased")),
  ];
}

export function isBreak({ level }: Change): boolean {
  return level === "major" || level === "dangerous";
}

interface Printed {
  readonly change: Change;
  readonly fingerprint: string;
}

function printedChanges(
  old: Model | undefined,
  after: Model | undefined,
  severities: ChangeSeverities,
): readonly Printed[] {
  if (old === undefined || after === undefined) return [];
  return findChanges(old, after, severities).map((change) => ({
    change,
    fingerprint: fingerprintOf(identityOf(change)),
  }));
}
