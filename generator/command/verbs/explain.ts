// Prints the meaning of a rule, or of an error of a table; without a name it lists all rules.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { explanationOf } from "../../explain/explain-text.ts";
import type { Model } from "../../model/model.ts";
import { type ExitCode, exitOfErrors } from "../../output/run/outcome.ts";
import { namesTables } from "../session/command-line.ts";
import { reportFindings } from "../session/reporting.ts";
import type { Session } from "../session/session.ts";

export async function explain(
  name: string | undefined,
  session: Session,
  format: "text" | "json" = "text",
): Promise<ExitCode> {
  const { terminal } = session;
  const colors = terminal.outColors;
  let explanation = explanationOf({ name, models: [], colors });
  let errors: readonly Diagnostic[] = [];
  let models: readonly Model[] = [];
  // A rule needs no project.
  if (!explanation.isKnown && namesTables(session)) {
    const opened = await session.openModels();
    models = [...(opened?.models.values() ?? [])];
    explanation = explanationOf({ name, models, colors });
    errors = (opened?.diagnostics ?? []).filter(({ severity }) => severity === "error");
  }
  const { isKnown, text } = explanation;
  if (format === "json") {
    const { explanationJson } = await import("../../explain/explain-json.ts");
    terminal.out(explanationJson(name, models));
  } else if (isKnown) terminal.out(text);
  if (isKnown) return 0;
  // A table with errors was left out, and may have the name.
  if (errors.length > 0) await reportFindings(session, errors);
  terminal.err(text);
  return errors.length > 0 ? exitOfErrors(errors) : 2;
}
