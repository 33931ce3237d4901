// A missing target becomes a sentence, and a help.
import type { Configuration } from "../../config/config.ts";
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { Problem } from "../../output/run/outcome.ts";
import type { UnknownTarget } from "../../output/state/target.ts";
import { shellLine } from "../../text/shell-line.ts";
import type { CommandContext } from "./command-line.ts";

export function unknownTarget({ unknown, known }: UnknownTarget): Problem {
  const names = known.length === 0 ? "There are no targets." : `There are: ${known.join(", ")}.`;
  return { message: `No target is called "${unknown}".`, help: didYouMean(unknown, known) ?? names };
}

/** Why there is nothing to make of a named table, or of the whole configuration. */
export function noTargets(
  { tables, config, host }: Pick<CommandContext, "tables" | "config" | "host">,
  { targets }: Configuration,
  selected: number,
): Problem | undefined {
  const without = tables.find((path) => targets.every(({ tablePath }) => tablePath !== path));
  const table = without === undefined ? undefined : shellLine([host.show(without)]);
  const folder = `or name a folder: errtable generate ${table ?? "my.errors.yaml"} --out errors/`;
  if (table !== undefined && config === undefined) {
    const message = `There is no errtable.config.yaml that says what to make of "${table}", and where.`;
    return { message, help: `Start one with errtable init, ${folder}` };
  }
  if (table === undefined && selected > 0) return undefined;
  const message = `The configuration has no target${table === undefined ? "" : ` of "${table}"`}, so there is nothing to make.`;
  return { message, help: `Add a target to errtable.config.yaml, ${folder}` };
}
