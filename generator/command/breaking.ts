// Compares tables with an older version of them, and reports the differences by which programs break.
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
import { readBaselines } from "./read-baselines.ts";
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
  const baselines = await readBaselines(against, session);
  if ("message" in baselines) {
    await reportFindings(session, baselines.diagnostics);
    session.terminal.err(`${baselines.message}\n${baselines.help}\n`);
    return 2;
  }
  const diagnostics = Array.from(opened.models, ([path, model]): readonly Diagnostic[] => {
    const baseline = baselines.get(model.name);
    const table = opened.tables.get(path);
    if (baseline === undefined || table === undefined) return [];
    return findChanges(baseline.model, model)
      .filter(({ scope }) => concerns(scope, whom))
      .map((change) => diagnosticOf(change, placesIn(table), baseline));
  });
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
