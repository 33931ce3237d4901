// An open file with the tables that it is part of, as the features see it.
import { sep } from "node:path";
import { chainPaths, configFiles } from "../../config/config-chain.ts";
import type { Place } from "../../diagnostic/source.ts";
import type { ResolvedTable } from "../../reader/table/resolve.ts";
import { kindOf, type ReadSpec } from "../../reader/table/spec-files.ts";
import { uriOfPath } from "../protocol/file-uris.ts";
import type { LspLocation } from "../protocol/lsp-types.ts";
import { toRange } from "../protocol/text-positions.ts";
import { kindOfFile } from "./find-projects.ts";
import type { OpenFile } from "./open-files.ts";
import type { Grammar } from "./schema-at.ts";
import type { Analysis, AnalyzedProject, Workspace } from "./workspace.ts";

export interface FileView {
  readonly workspace: Workspace;
  readonly analysis: Analysis;
  readonly file: OpenFile;
  readonly grammar: Grammar;
  /** The file as it was read; undefined for a configuration. */
  readonly spec: ReadSpec | undefined;
  /** The tables that it belongs to: its own first, and then those that import it. */
  readonly tables: readonly ResolvedTable[];
  readonly project: AnalyzedProject | undefined;
}

/** Undefined for a file that is not open, or that errtable has nothing to say about. */
export function viewOf(workspace: Workspace, path: string): FileView | undefined {
  const file = workspace.open.get(path);
  if (file === undefined) return undefined;
  const analysis = workspace.analyze();
  const { projects, files } = analysis;
  const kind = kindOfFile(path) ?? (isExtended(path, analysis, workspace) ? "config" : undefined);
  if (kind === undefined) return undefined;
  if (kind === "config") {
    const project = projects.find(({ config }) => config === path);
    const tables = project?.tables.flatMap((one) => one.table ?? one.lastTable ?? []) ?? [];
    return { workspace, analysis, file, grammar: "config", spec: undefined, tables, project };
  }
  const project = projects.find(({ tables }) => tables.some((one) => one.path === path || one.record.reads(path)));
  const having = projects.flatMap(({ tables }) => tables).filter((one) => one.path === path || one.record.reads(path));
  const own = having.toSorted((a, b) => Number(b.path === path) - Number(a.path === path));
  const spec = files.read(path);
  const isTranslation =
    spec.document === undefined ? /^translates:/m.test(file.text) : kindOf(spec.document) === "translation";
  return {
    ...{ workspace, analysis, file, spec, project },
    grammar: isTranslation ? "translation" : "table",
    tables: own.flatMap((one) => one.table ?? one.lastTable ?? []),
  };
}

/** A configuration with a name of its own, that another one extends. */
function isExtended(path: string, { projects }: Analysis, { host }: Workspace): boolean {
  if (!/\.ya?ml$/.test(path)) return false;
  const files = configFiles(host);
  return projects.some(({ config }) => config !== undefined && chainPaths(config, files).has(path));
}

/** In the text that the editor has, or that stands on the disk. */
export function locationOf({ workspace }: FileView, place: Place): LspLocation {
  const path = pathOfPlace(place);
  const editor = workspace.open.get(path) ?? place.source;
  return { uri: workspace.open.get(path)?.uri ?? uriOfPath(path), range: toRange(editor, place.span) };
}

/** The host shows paths with forward slashes. */
export function pathOfPlace({ source }: Pick<Place, "source">): string {
  return source.path.split("/").join(sep);
}
