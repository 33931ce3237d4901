// The text of an API description becomes data, and a tree of nodes with the place of each part.

import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { FindingId } from "../../diagnostic/kinds.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { findConflicts } from "../../reader/yaml/merge-conflicts.ts";
import type { TreeProblem, YamlNode } from "../../reader/yaml/tree-node.ts";
import { readYamlTree } from "../../reader/yaml/yaml-tree.ts";
import { parseJson } from "../../text/json/parse-json.ts";
import type { JsonObject } from "../../text/json/value.ts";
import { withMergeHelp } from "../unmerged-errors.ts";
import { refuse } from "./description-kinds.ts";

export interface Description {
  readonly source: SourceFile;
  readonly data: JsonObject;
  readonly root: YamlNode;
  /** The text is JSON, and an edit must leave it JSON. */
  readonly isJson: boolean;
  /** The anchors that aliases name. */
  readonly aliased: ReadonlySet<string>;
}

/** A text with any error in it is refused: no place in it would be certain. */
export function readDescription(source: SourceFile): Description | readonly Diagnostic[] {
  const json = /^\s*[{[]/.test(source.text) ? (parseJson(source.text) as JsonObject | undefined) : undefined;
  // YAML refuses some tabs that JSON allows as white space. Spaces in their place keep all offsets.
  const text = json ? source.text.replaceAll("\t", " ") : source.text;
  const { root, aliased, problems, data } = readYamlTree(source, text);
  if (root?.kind !== "mapping" && (root !== undefined || problems.length === 0)) {
    const span = root ?? { start: 0, end: 0 };
    return [refuse(source, span, "description-version", "This is no OpenAPI description.", VERSION_HELP)];
  }
  if (root === undefined || problems.length > 0) {
    const conflicts = problems.some(({ kind }) => kind === "syntax") ? findConflicts(source) : [];
    if (conflicts.length > 0) return /x-errtable/.test(text) ? withMergeHelp(conflicts, source.path) : conflicts;
    return problems.map((problem) => refuse(source, problem, FINDINGS[problem.kind], problem.message, problem.help));
  }
  return { source, data: json ?? (data() as JsonObject), root, isJson: json !== undefined, aliased };
}

const FINDINGS = {
  syntax: "description-syntax",
  documents: "description-documents",
  "duplicate-key": "description-duplicate-key",
  shape: "description-shape",
  alias: "description-alias",
} as const satisfies Readonly<Record<TreeProblem["kind"], FindingId>>;

export const VERSION_HELP = 'A description of OpenAPI 3.0, 3.1 or 3.2 names its version at its top: openapi: "3.1.0".';
