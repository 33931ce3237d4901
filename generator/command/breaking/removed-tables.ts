// Tables of the older version that are gone become findings: each fails, unless it is accepted beside the configuration, or is older.
import { join } from "node:path";
import { baselineFinding } from "../../baseline/baseline-kinds.ts";
import type { ReadBaselines } from "../../baseline/read-baselines.ts";
import { CONFIG_NAME } from "../../config/config-places.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import {
  type Acceptance,
  type AcceptedFile,
  readAccepted,
  unusedAcceptances,
} from "../../evolution/accepted/accepted-file.ts";
import { fingerprintOf } from "../../evolution/accepted/change-fingerprint.ts";
import { TABLE_REMOVED } from "../../evolution/accepted/check-accepted.ts";
import { type Identified, identityOf } from "../../evolution/change.ts";
import type { Standing } from "../../evolution/judged-changes.ts";
import type { Session } from "../session/session.ts";

export interface RemovedTable {
  readonly identity: Identified;
  readonly name: string;
  readonly standing: Exclude<Standing, "unreleased">;
  readonly acceptance?: Acceptance;
}

export interface RemovedTables {
  /** The file whose accepted breaks are those of removed tables, absolute. */
  readonly path: string;
  readonly removed: readonly RemovedTable[];
  /** Undefined where the file cannot be read. */
  readonly accepted: AcceptedFile | undefined;
  /** Of the file of accepted breaks. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface OlderTables {
  readonly against: ReadBaselines;
  readonly since: ReadBaselines | undefined;
}

export function judgeRemoved({ against, since }: OlderTables, session: Session): RemovedTables {
  const path = session.config ?? join(session.folder, CONFIG_NAME);
  const { value: accepted, diagnostics } = readAccepted(path, session.host);
  const entries = new Map(accepted?.entries.map((one) => [one.fingerprint, one]));
  const stillThere = since && new Set(since.gone.map(({ model }) => model.name));
  const used = new Set<string>();
  const removed = against.gone.map(({ model: { name } }): RemovedTable => {
    const identity = { rule: TABLE_REMOVED, old: name };
    const fingerprint = fingerprintOf(identityOf(identity));
    const acceptance = entries.get(fingerprint);
    used.add(fingerprint);
    if (acceptance !== undefined) return { identity, name, standing: "accepted", acceptance };
    return { identity, name, standing: stillThere?.has(name) === false ? "older" : "new" };
  });
  // Named tables are compared alone: nothing is known about the others then.
  const isWhole = session.tables.length === 0 && accepted !== undefined;
  return {
    path,
    removed,
    accepted,
    diagnostics: [...diagnostics, ...(isWhole ? unusedAcceptances(accepted, used) : [])],
  };
}

export function newlyRemoved({ removed }: RemovedTables): readonly Identified[] {
  return removed.filter(({ standing }) => standing === "new").map(({ identity }) => identity);
}

export function removedFindings(
  { removed, diagnostics }: RemovedTables,
  { against, since }: OlderTables,
  { config, folder, host }: Session,
): readonly Diagnostic[] {
  const found = removed.map(({ name, standing, acceptance }): Diagnostic => {
    const message = `The table "${name}" of "${against.label}" is gone.`;
    const findingWith = (help: string) => baselineFinding(TABLE_REMOVED, host.show(config ?? folder), message, help);
    if (acceptance !== undefined) {
      const related = [{ message: "It is accepted here.", place: acceptance.place }];
      return { ...findingWith(`Accepted: ${acceptance.reason}`), severity: "note", related };
    }
    if (standing === "older") {
      return { ...findingWith(`It is not of now: "${since?.label}" has lost it already.`), severity: "note" };
    }
    return findingWith("Keep it until nobody uses it, or name the tables to compare: errtable breaking my.errors.yaml");
  });
  return [...found, ...diagnostics];
}
