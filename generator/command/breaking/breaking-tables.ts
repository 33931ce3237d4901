// Each table with its older versions becomes its changes, the breaks of them that are accepted, and the version that they ask for.
import { presentTable } from "../../baseline/present-table.ts";
import { type ReadBaselines, readBaselines } from "../../baseline/read-baselines.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { type AcceptedFile, readAccepted, unusedAcceptances } from "../../evolution/accepted/accepted-file.ts";
import type { Baseline } from "../../evolution/baseline.ts";
import { concerns, type Programs } from "../../evolution/change.ts";
import type { ChangeSeverities } from "../../evolution/compare.ts";
import { type JudgedChange, judgeChanges } from "../../evolution/judged-changes.ts";
import { adviseVersion, type VersionAdvice } from "../../evolution/version-advice.ts";
import type { Model } from "../../model/model.ts";
import type { Host } from "../../reader/host.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import type { OpenModels, Session } from "../session/session.ts";

export interface ComparedTable {
  /** Absolute. */
  readonly path: string;
  readonly model: Model;
  readonly table: ResolvedTable;
  /** The released version; undefined for a table that is new in it. */
  readonly against: Baseline | undefined;
  /** The version of --since. */
  readonly since: Baseline | undefined;
  readonly judged: readonly JudgedChange[];
  readonly advice: VersionAdvice | undefined;
  /** Undefined where the file cannot be read. */
  readonly accepted: AcceptedFile | undefined;
  /** Of the file of accepted breaks. */
  readonly diagnostics: readonly Diagnostic[];
}

export function readOlder(text: string, opened: OpenModels, session: Session): ReadBaselines {
  const { folder, root, host, project, tables: named } = session;
  const configs = named.length === 0 ? opened.config.configs : [];
  return readBaselines(text, { folder, root, host, configs, tables: presentTables(opened), fs: project.fs });
}

export function presentTables({ models, tables }: OpenModels) {
  return Array.from(models, ([path, model]) => presentTable(path, model, tables.get(path)));
}

export interface OlderVersions {
  readonly against: ReadBaselines;
  readonly since: ReadBaselines | undefined;
}

export function compareTables(
  { models, tables, config }: Pick<OpenModels, "models" | "tables" | "config">,
  older: OlderVersions,
  host: Host,
  programs: Programs = "all",
): readonly ComparedTable[] {
  return Array.from(models, ([path, model]): readonly ComparedTable[] => {
    const table = tables.get(path);
    return table === undefined
      ? []
      : [compareTable(path, model, table, older, { severities: config.severities(path), programs }, host)];
  }).flat();
}

function compareTable(
  path: string,
  now: Model,
  table: ResolvedTable,
  older: OlderVersions,
  { severities, programs }: { readonly severities: ChangeSeverities; readonly programs: Programs },
  host: Host,
): ComparedTable {
  const against = older.against.baselines.get(path);
  const since = older.since?.baselines.get(path);
  const { value: accepted, diagnostics } = readAccepted(path, host);
  const judged = judgeChanges(
    { against: against?.model, since: since?.model, now },
    accepted?.entries ?? [],
    severities,
  );
  const released = judged.filter(({ standing }) => standing !== "unreleased").map(({ change }) => change);
  const changes = released.filter((change) => concerns(change, programs));
  const used = new Set([...judged.map(({ fingerprint }) => fingerprint), ...(against?.pending ?? [])]);
  const unused = accepted === undefined ? [] : unusedAcceptances(accepted, used);
  return {
    ...{ path, model: now, table, against, since, judged, accepted },
    advice: against === undefined ? undefined : adviseVersion(against.model, now, changes),
    diagnostics: [...diagnostics, ...unused],
  };
}
