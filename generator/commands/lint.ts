// Checks tables and says what was found; nothing is made or written.
import { check } from "../compile.ts";
import type { Configuration } from "../config/config.ts";
import { type Diagnostic, hasErrors } from "../diagnostic.ts";
import type { Host } from "../spec/host.ts";

export async function lint(
  { tables, severities }: Configuration,
  host: Host,
  onStage: (stage: string) => void,
): Promise<readonly Diagnostic[]> {
  const { diagnostics } = await check({ tables, targets: [], severities, onStage }, host);
  return diagnostics;
}

/** 0 fine, 1 findings. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], failOnWarnings: boolean): number {
  return hasErrors(diagnostics) || (failOnWarnings && diagnostics.length > 0) ? 1 : 0;
}
