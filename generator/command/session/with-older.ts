// Tables get a way to read their older versions, for blocks of pages that tell of changes.
import { presentTable } from "../../baseline/present-table.ts";
import { olderTables } from "../../baseline/since-version.ts";
import type { Model } from "../../model/model.ts";
import type { Project } from "../../output/run/project-run.ts";

/** Git is asked only where a block has "since". */
export function withOlder<Table extends { readonly path: string; readonly model: Model }>(
  tables: readonly Table[],
  { fs, host, root }: Pick<Project, "fs" | "host" | "root">,
) {
  const present = tables.map(({ path, model }) => presentTable(path, model));
  const older = olderTables({ folder: root, root, host, configs: [], tables: present, fs });
  return {
    tables: tables.map((table) => ({ ...table, older: (since: string) => older.read(table.path, since) })),
    commits: older.commits,
  };
}
