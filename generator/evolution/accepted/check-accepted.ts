// The files of accepted breaks beside tables and configurations are checked by themselves, without an older version.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { didYouMean } from "../../diagnostic/suggest.ts";
import type { Host } from "../../reader/host.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { CHANGE_IDS } from "../change-ids.ts";
import { type AcceptedFile, readAccepted } from "./accepted-file.ts";

/** The rule of an entry beside the configuration, which names a table that is gone. */
export const TABLE_REMOVED = "table-removed";

export interface CheckedTable {
  /** Absolute. */
  readonly path: string;
  /** Undefined where it cannot be read, so that its codes are not known. */
  readonly table: ResolvedTable | undefined;
}

/** `config` is a path, absolute. Whether a break is still one is left to a comparison. */
export function checkAccepted(
  config: string | undefined,
  tables: readonly CheckedTable[],
  host: Host,
): readonly Diagnostic[] {
  const ofConfig = config === undefined ? [] : checkFile(config, [TABLE_REMOVED], () => true, host);
  const ofTables = tables.flatMap(({ path, table }) => checkFile(path, CHANGE_IDS, knownCodes(table), host));
  return [...ofConfig, ...ofTables];
}

function checkFile(
  beside: string,
  rules: readonly string[],
  isCode: (code: string) => boolean,
  host: Host,
): readonly Diagnostic[] {
  const { value, diagnostics } = readAccepted(beside, host);
  return value === undefined ? diagnostics : [...diagnostics, ...wrongEntries(value, rules, isCode)];
}

/** Rules about codes that are gone: the table need not know the code any more. */
const ENDINGS = new Set(["code-removed", "code-renamed", "code-retired", "retired-entry-removed"]);

function wrongEntries(
  { entries }: AcceptedFile,
  rules: readonly string[],
  isCode: (code: string) => boolean,
): readonly Diagnostic[] {
  const gone = new Set(entries.flatMap(({ rule, code }) => (ENDINGS.has(rule) && code !== undefined ? [code] : [])));
  return entries.flatMap(({ rule, code, place }): readonly Diagnostic[] => {
    if (!rules.includes(rule)) {
      const message = `There is no rule "${rule}", so this entry accepts nothing.`;
      const help = didYouMean(rule, rules) ?? "errtable explain lists the rules.";
      return [{ code: "accepted-rule", severity: "error", message, help, place }];
    }
    if (code === undefined || gone.has(code) || isCode(code)) return [];
    const message = `This entry is about the code "${code}", which the table has neither as an error nor as a retired code.`;
    const help = "Remove it: the break that it accepted is gone with the code.";
    return [{ code: "accepted-code", severity: "warning", message, help, place }];
  });
}

function knownCodes(table: ResolvedTable | undefined): (code: string) => boolean {
  if (table === undefined) return () => true;
  const retired = new Set(table.tables.flatMap((one) => Object.keys(one.table.retired ?? {})));
  return (code) => table.errors.has(code) || retired.has(code);
}
