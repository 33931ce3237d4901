// Says what a rule asks for, or what an error of a table means; without a name it lists all rules.
import type { Model } from "../model/model.ts";
import { type Context, type ExitCode, openOrExplain } from "./context.ts";
import { explanationOf } from "./explain-text.ts";

export async function explain(name: string | undefined, context: Context): Promise<ExitCode> {
  const { terminal } = context;
  const colors = terminal.outColors;
  const first = explanationOf({ name, models: [], colors });
  // A rule is explained also where there is no project.
  if (first.isKnown || !hasProject(context)) return answer(first, context);
  const { models, isWhole } = await openModels(context);
  const found = explanationOf({ name, models, colors });
  const code = answer(found, context);
  if (!found.isKnown && !isWhole) terminal.err("A table with errors was left out: errtable lint shows them.\n");
  return code;
}

function answer({ text, isKnown }: ReturnType<typeof explanationOf>, { terminal }: Context): ExitCode {
  if (isKnown) terminal.out(text);
  else terminal.err(text);
  return isKnown ? 0 : 2;
}

function hasProject({ invocation }: Context): boolean {
  return invocation.config !== undefined || invocation.tables.length > 0;
}

async function openModels(context: Context): Promise<{ readonly models: readonly Model[]; readonly isWhole: boolean }> {
  const project = await openOrExplain(context);
  if (project === undefined) return { models: [], isWhole: false };
  const { check } = await import("../compile.ts");
  const { tables, severities } = project;
  const { models } = await check({ tables, targets: [], severities }, context.host);
  return { models: [...models.values()], isWhole: models.size === tables.length };
}
