// The files of people in a configuration become edits, unless an earlier run has filled them from the same.
import { basename } from "node:path";
import type { ConfiguredPage, ownedSlots } from "../../config/owned-entries.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { CachedTable } from "../../output/run/cache.ts";
import { freshOwned } from "../../output/run/fresh.ts";
import type { Compiled } from "../../output/run/incremental-run.ts";
import { keyOf, type Run } from "../../output/run/project-run.ts";
import { tablesNamedIn } from "../../owned/pages/named-tables.ts";
import { type KeyedEntry, ownedEdits } from "./owned-edits.ts";
import type { TableStore } from "./table-store.ts";

type OwnedEntry = ReturnType<typeof ownedSlots>[number];
type OfKind<Kind> = Extract<KeyedEntry<OwnedEntry>, { readonly kind: Kind }>;

function isPage(entry: KeyedEntry<OwnedEntry>): entry is OfKind<"pages"> {
  return entry.kind === "pages";
}

function isDescription(entry: KeyedEntry<OwnedEntry>): entry is OfKind<"descriptions"> {
  return entry.kind === "descriptions";
}

export interface FillRequest {
  readonly owned: readonly OwnedEntry[];
  readonly selected: readonly OwnedEntry[];
  readonly tables: ReadonlyMap<string, CachedTable>;
  readonly store: TableStore;
  readonly run: Run;
  /** Gives up hand edits in files of people. */
  readonly force: boolean;
}

export async function fillOwned({
  owned,
  selected,
  tables,
  store,
  run,
  force,
}: FillRequest): Promise<{ readonly owned: Compiled["owned"]; readonly diagnostics: readonly Diagnostic[] }> {
  const slots = owned.map((entry) => {
    const narrow = entry.kind === "pages" ? { ...entry, tables: tablesOfPage(entry, tables, run) } : entry;
    return { ...narrow, key: ownedKey(narrow, tables, run) };
  });
  const chosen = slots.filter(({ path, kind }) => selected.some((one) => one.path === path && one.kind === kind));
  const states = chosen.map((slot) => [slot, freshOwned(run, slot, slot.key)] as const);
  const fresh = new Map(states.filter(([, cached]) => cached !== undefined));
  const pages = chosen.filter(isPage).filter((slot) => !fresh.has(slot));
  const described = chosen.filter(isDescription);
  // Which operations no description has is known only from all of them.
  const descriptions = described.every((slot) => fresh.has(slot)) ? [] : described;
  const { edits, diagnostics } = await ownedEdits({
    pages,
    descriptions,
    isWhole: described.length === owned.filter(({ kind }) => kind === "descriptions").length,
    force,
    host: run.host,
    project: run.project,
    open: store.open,
  });
  const made = new Set<unknown>([...pages, ...descriptions]);
  const kept = chosen.filter((slot) => !made.has(slot));
  const known = kept.flatMap((slot) => fresh.get(slot)?.diagnostics ?? []);
  return { owned: { slots, edits, kept: kept.length }, diagnostics: [...known, ...diagnostics] };
}

/** A change of another table does not reach the page. */
function tablesOfPage(
  { path, tables: all }: OwnedEntry & { readonly kind: "pages" },
  facts: ReadonlyMap<string, CachedTable>,
  { host }: Run,
): ConfiguredPage["tables"] {
  const bytes = host.read(path);
  const names = new Map([...all.keys()].map((table) => [table, [facts.get(table)?.name ?? "", basename(table)]]));
  const named = "failure" in bytes ? undefined : tablesNamedIn(Buffer.from(bytes).toString(), names);
  return named === undefined ? all : new Map([...all].filter(([table]) => named.has(table)));
}

function ownedKey(entry: OwnedEntry, tables: ReadonlyMap<string, CachedTable>, { tool }: Run): string {
  const { kind, path, pattern, place, isNamed } = entry;
  const operations = "operations" in entry ? entry.operations : undefined;
  const parts = [...entry.tables].map(([table, options]) => [table, options, tables.get(table)?.key]);
  // Findings stand at a place of the configuration.
  return keyOf([tool, kind, path, pattern, isNamed, operations, parts, place.source]);
}
