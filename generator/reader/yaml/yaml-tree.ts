// A YAML text of any style becomes a tree of nodes with offsets, for edits at the places of its parts; or the problems that forbid edits.
import type { SourceFile } from "../../diagnostic/source.ts";
import { tooDeepAt } from "./depth.ts";
import { yamlLibrary } from "./library.ts";
import { CORRECT_IT, type TreeProblem, toYamlNode, type YamlNode } from "./tree-node.ts";

export interface YamlTree {
  /** Undefined where the text is empty or no YAML. */
  readonly root: YamlNode | undefined;
  /** The anchors that aliases name. */
  readonly aliased: ReadonlySet<string>;
  /** With any of them no place in the text is certain. */
  readonly problems: readonly TreeProblem[];
  /** The text as plain data, aliases and merges resolved. */
  readonly data: () => unknown;
}

const MAXIMUM_DEPTH = 200;

/** `text` stands for the text of the source where other signs at the same offsets are to be read. */
export function readYamlTree(source: SourceFile, text = source.text): YamlTree {
  const yaml = yamlLibrary();
  const lone = source.text.search(/\r(?!\n)/);
  if (lone >= 0) {
    const message = "A carriage return stands here alone. Some readers take it for the end of a line, others do not.";
    return noTree({ kind: "syntax", start: lone, end: lone + 1, message, help: "End every line in the same way." });
  }
  const deep = tooDeepAt(text, MAXIMUM_DEPTH, yaml);
  if (deep !== undefined) {
    const help = `Values may be nested up to ${MAXIMUM_DEPTH} levels deep.`;
    return noTree({ kind: "syntax", start: deep, end: deep + 1, message: "This is nested too deeply.", help });
  }
  // The library's own check for duplicate keys takes time that grows with the square of their number.
  const document = yaml.parseDocument(text, { merge: true, uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  const errors = document.errors.map(({ code, message, pos: [start, end] }): TreeProblem => {
    if (code === "MULTIPLE_DOCS") {
      const help = "Keep one description in one file.";
      return { kind: "documents", start, end, message: "The file holds more than one document.", help };
    }
    const sentence = `This is not YAML: ${message.replace(/\.?$/, ".")}`;
    return { kind: "syntax", start, end, message: sentence, help: CORRECT_IT };
  });
  if (errors.length > 0 || document.contents === null) return noTree(...errors);
  const tree = toYamlNode(document.contents, source, yaml);
  return { ...tree, data: () => document.toJS({ maxAliasCount: -1 }) };
}

function noTree(...problems: readonly TreeProblem[]): YamlTree {
  return { root: undefined, aliased: new Set(), problems, data: () => undefined };
}
