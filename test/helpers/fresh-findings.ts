// The findings of files as one run of lint has them, and as a server has them that has seen other texts before.
import { readTables } from "../../generator/compile.ts";
import { loadConfigs } from "../../generator/config/join-configs.ts";
import { tellMissing } from "../../generator/config/missing-tables.ts";
import { checkLocales } from "../../generator/config/targets.ts";
import { type Diagnostic, sortDiagnostics } from "../../generator/diagnostic/diagnostic.ts";
import { acceptedPaths } from "../../generator/evolution/accepted/accepted-file.ts";
import { openFile } from "../../generator/language-server/files/open-files.ts";
import { createWorkspace, type Workspace } from "../../generator/language-server/files/workspace.ts";
import { localesOf } from "../../generator/model/build.ts";
import { memoryHost } from "../../generator/reader/host.ts";
import { checkSchemaLines } from "../../generator/reader/schema-line.ts";
import { specFiles } from "../../generator/reader/table/spec-files.ts";

export type Files = Readonly<Record<string, string>>;

/** As comparable data. */
export function lintFindings(files: Files, tables: readonly string[], config?: string): readonly object[] {
  const memory = memoryHost(files);
  const host = { ...memory, show: (path: string) => path };
  const loaded = config === undefined ? undefined : loadConfigs([config], host);
  const paths = loaded?.value?.tables ?? tables;
  const read = readTables({ tables: paths, targets: [], severities: loaded?.value?.severities ?? {} }, host);
  const wrong = checkLocales(loaded?.value?.targets ?? [], (path) => {
    const table = read.tables.get(path);
    return table && localesOf(table);
  });
  const lines = checkSchemaLines(config, paths, acceptedPaths(config, paths), specFiles(host));
  const found = loaded?.value ? tellMissing(read.diagnostics, loaded.value, host) : read.diagnostics;
  return sortDiagnostics([...(loaded?.diagnostics ?? []), ...wrong, ...lines, ...found]).map(plain);
}

/** An editor that has some files open below "/". */
export function workspaceOf(files: Files, open: readonly string[]): Workspace {
  const workspace = createWorkspace(memoryHost(files));
  for (const path of open) put(workspace, path, files[path.slice(1)] ?? "");
  return workspace;
}

let version = 0;

export function put(workspace: Workspace, path: string, written: string): void {
  version += 1;
  workspace.put(openFile({ path, uri: `file://${path}`, version, written }));
}

export function serverFindings(workspace: Workspace): readonly object[] {
  const { diagnostics, failures } = workspace.analyze();
  for (const { error } of failures.values()) throw error;
  return sortDiagnostics([...diagnostics.values()].flat()).map(plain);
}

function plain({ place, related = [], ...rest }: Diagnostic): object {
  const at = ({ source, span }: Diagnostic["place"]): string => `${source.path} ${span.start}-${span.end}`;
  return { ...rest, at: at(place), related: related.map((other) => `${at(other.place)} ${other.message}`) };
}
