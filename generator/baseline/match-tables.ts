// Present tables and old ones become pairs: by name, by path where the name was changed, and by their codes where both were.
import type { Baseline } from "../evolution/baseline.ts";
import type { Host } from "../reader/host.ts";
import type { OldTable } from "./old-tables.ts";
import type { PresentTable } from "./present-table.ts";

export interface TableRequest {
  /** The folder of the caller. */
  readonly folder: string;
  /** The folder of the project. */
  readonly root: string;
  /** The configurations whose tables are compared; none where the caller names tables. */
  readonly configs: readonly string[];
  readonly tables: readonly PresentTable[];
  readonly host: Host;
}

export interface Matches {
  /** By the path of the present table. */
  readonly baselines: ReadonlyMap<string, Baseline>;
  /** Present tables that are new. */
  readonly added: readonly PresentTable[];
  /** Old tables that no present one has the name of. */
  readonly gone: readonly Baseline[];
}

/** A table that was moved has its old name, a table with another name has its old path, and one with neither has its codes. */
export function matchTables(present: readonly PresentTable[], old: readonly OldTable[]): Matches {
  const baselines = new Map<string, Baseline>();
  const left = new Set(old);
  const ways: readonly ((one: PresentTable, other: OldTable) => boolean)[] = [
    ({ path, name }, other) => other.path === path && other.baseline.model.name === name,
    ({ name }, other) => other.baseline.model.name === name,
    ({ path }, other) => other.path === path,
  ];
  for (const fits of ways) {
    for (const one of present) {
      if (baselines.has(one.path)) continue;
      const match = [...left].find((other) => fits(one, other));
      if (match === undefined) continue;
      baselines.set(one.path, match.baseline);
      left.delete(match);
    }
  }
  for (const one of present.filter(({ path }) => !baselines.has(path))) {
    const [match, ...others] = [...left].filter((other) => isAlike(one, other));
    if (match === undefined || others.length > 0) continue;
    baselines.set(one.path, match.baseline);
    left.delete(match);
  }
  const names = new Set(present.map(({ name }) => name));
  return {
    baselines,
    added: present.filter(({ path }) => !baselines.has(path)),
    gone: [...left].map(({ baseline }) => baseline).filter(({ model }) => !names.has(model.name)),
  };
}

/** Both have most of their codes in common. */
function isAlike({ codes }: PresentTable, { baseline: { model } }: OldTable): boolean {
  const own = new Set(codes);
  const common = model.errors.filter(({ code }) => own.has(code)).length;
  return common * 2 > Math.max(own.size, model.errors.length);
}
