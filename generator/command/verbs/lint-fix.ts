// The findings that have one remedy become the tables without them, in memory, until no fix is left.
import { type CompileRequest, readTables } from "../../compile.ts";
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { applyFixes } from "../../diagnostic/fixes.ts";
import { groupBy } from "../../diagnostic/group-by.ts";
import type { Host } from "../../reader/host.ts";
import { readYaml } from "../../reader/yaml/document.ts";
import type { YAML_KINDS } from "../../reader/yaml/yaml-kinds.ts";
import { editedHost, isOwn } from "../session/edited-host.ts";
import type { OwnedFile } from "../session/owned-file.ts";

export interface FixedTables {
  /** Reads the fixed texts in the place of those on the disk. */
  readonly host: Host;
  /** The files that changed, with their new texts. */
  readonly files: readonly (readonly [file: OwnedFile, text: string])[];
  /** The number of findings that were fixed. */
  readonly count: number;
  /** The files with findings of YAML's grammar, which were left as they are. */
  readonly unsound: readonly string[];
}

/** A fix may lead to another finding that has a fix, such as the second of two missing params. */
const MOST_PASSES = 50;

/** Files outside of `root` belong to others, even if a table imports them. `findMore` has further findings of files. */
export function fixTables(
  request: CompileRequest,
  host: Host,
  root: string,
  findMore: (host: Host) => readonly Diagnostic[] = () => [],
): FixedTables {
  const fixed = editedHost(host);
  const unsound = new Set<string>();
  let count = 0;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const before = count;
    const diagnostics = [...readTables(request, fixed).diagnostics, ...findMore(fixed)];
    for (const [shown, found] of groupBy(diagnostics, ({ place }) => place.source.path)) {
      const path = fixed.pathOf(shown);
      const source = found[0]?.place.source;
      if (path === undefined || source === undefined || !isOwn(path, root)) continue;
      if (found.some(isUnsound)) {
        unsound.add(shown);
        continue;
      }
      const next = applyFixes(source.text, found);
      // A fix that breaks the grammar would be a bug; the file stays as it is.
      if (next.count === 0 || readYaml({ ...source, text: next.text }).diagnostics.some(isUnsound)) continue;
      fixed.edit(path, source, next.text);
      count += next.count;
    }
    if (count === before) break;
  }
  return { host: fixed, files: fixed.edited(), count, unsound: [...unsound] };
}

const UNSOUND: readonly string[] = [
  "yaml-syntax",
  "yaml-documents",
  "yaml-version",
  "yaml-depth",
] satisfies readonly (keyof typeof YAML_KINDS)[];

function isUnsound({ code }: Diagnostic): boolean {
  return UNSOUND.includes(code);
}
