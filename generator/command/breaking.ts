// Compares tables with an older version of them, and reports the differences by which programs break.
import { baselineFinding } from "../baseline/baseline-kinds.ts";
import { findBehind } from "../baseline/behind-commit.ts";
import { readBaselines } from "../baseline/read-baselines.ts";
import { type Diagnostic, hasErrors, sortDiagnostics } from "../diagnostic/diagnostic.ts";
import type { Place } from "../diagnostic/source.ts";
import type { Baseline, PlaceOf } from "../evolution/baseline.ts";
import type { Change, Scope } from "../evolution/change.ts";
import { SEVERITY_OF_LEVEL } from "../evolution/change-kinds.ts";
import { findChanges } from "../evolution/compare.ts";
import type { ChangeRuleId } from "../evolution/rules/index.ts";
import { placesIn } from "../evolution/table-places.ts";
import { type ExitCode, exitOfErrors } from "../output/outcome.ts";
import type { Options } from "./command-line.ts";
import { reportFindings } from "./reporting.ts";
import type { Session } from "./session.ts";

/** 5 where programs break; 1 and 2 where nothing can be said about it. */
export async function breaking(session: Session, options: Options): Promise<ExitCode> {
  const { against = "", for: whom = "all", failOn = "major" } = options;
  const opened = await session.openModels("errtable breaking my.errors.yaml --against main");
  if (opened === undefined) return 2;
  if (hasErrors(opened.diagnostics)) {
    const errors = opened.diagnostics.filter(({ severity }) => severity === "error");
    await reportFindings(session, errors);
    return exitOfErrors(errors);
  }
  const { config, folder, root, host, project, tables: named, terminal } = session;
  const present = Array.from(opened.models, ([path, { name }]) => ({ path, name }));
  const whole = named.length === 0 ? opened.config.configs : [];
  const read = readBaselines(against, { folder, root, host, configs: whole, tables: present, fs: project.fs });
  if (read.diagnostics.length > 0) {
    await reportFindings(session, read.diagnostics, { asResult: true });
    return 2;
  }
  for (const { path, name } of read.added)
    terminal.err(`"${name}" (${host.show(path)}) is new: "${read.label}" has no table of its name.\n`);
  const diagnostics = Array.from(opened.models, ([path, model]): readonly Diagnostic[] => {
    const baseline = read.baselines.get(path);
    const table = opened.tables.get(path);
    if (baseline === undefined || table === undefined) return [];
    return findChanges(baseline.model, model)
      .filter(({ scope }) => concerns(scope, whom))
      .map((change) => diagnosticOf(change, placesIn(table), baseline));
  });
  const removed = read.gone.map(({ model }) => {
    const help = "Keep it until nobody uses it, or name the tables to compare: errtable breaking my.errors.yaml";
    const message = `The table "${model.name}" of "${read.label}" is gone.`;
    return baselineFinding("table-removed", host.show(config ?? folder), message, help);
  });
  diagnostics.push(removed);
  if (hasErrors(diagnostics.flat())) diagnostics.push(findBehind(read.commits, present, host));
  const found = sortDiagnostics(diagnostics.flat());
  await reportFindings(session, found, { asResult: true });
  const failing = found.some(
    ({ severity }) => severity === "error" || (severity === "warning" && failOn === "dangerous"),
  );
  return failing ? 5 : 0;
}

function concerns(scope: Scope, whom: "wire" | "source" | "all"): boolean {
  return whom === "all" || scope === "both" || scope === whom;
}

function diagnosticOf({ rule, level, message, help, where }: Change, placeOf: PlaceOf, baseline: Baseline): Diagnostic {
  return {
    code: rule as ChangeRuleId,
    severity: SEVERITY_OF_LEVEL[level],
    message,
    help,
    place: where.in === "new" ? placeOf(where.path) : oldPlace(baseline, where.path, placeOf),
  };
}

function oldPlace({ placeOf, document }: Baseline, path: Change["where"]["path"], newPlaces: PlaceOf): Place {
  return placeOf?.(path) ?? document ?? newPlaces([]);
}
