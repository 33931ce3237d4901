// A finding becomes a name that stays the same when lines move, so that programs know it again in the next run.
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { sha256 } from "../output/state/manifest.ts";

/** In the order of the diagnostics: findings that say the same of one file are told apart by their number. */
export function identitiesOf(
  diagnostics: readonly Diagnostic[],
  repositoryPath: (path: string) => string,
): readonly string[] {
  const counts = new Map<string, number>();
  return diagnostics.map(({ code, message, place }) => {
    const name = JSON.stringify([code, repositoryPath(place.source.path), message]);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    return sha256(JSON.stringify([name, count]));
  });
}
