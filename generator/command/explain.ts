// Prints the meaning of a rule, or of an error of a table; without a name it lists all rules.
import type { ExitCode } from "../output/outcome.ts";
import { namesTables } from "./command-line.ts";
import { explanationOf } from "./explain-text.ts";
import type { Session } from "./session.ts";

export async function explain(name: string | undefined, session: Session): Promise<ExitCode> {
  const { terminal } = session;
  const colors = terminal.outColors;
  let explanation = explanationOf({ name, models: [], colors });
  let isWhole = true;
  // A rule needs no project.
  if (!explanation.isKnown && namesTables(session)) {
    const opened = await session.openModels();
    explanation = explanationOf({ name, models: [...(opened?.models.values() ?? [])], colors });
    isWhole = opened !== undefined && opened.models.size === opened.config.tables.length;
  }
  const { isKnown, text } = explanation;
  if (isKnown) terminal.out(text);
  else terminal.err(text);
  if (!isKnown && !isWhole) terminal.err("A table with errors was left out: errtable lint shows them.\n");
  return isKnown ? 0 : 2;
}
