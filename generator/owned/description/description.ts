// The text of an API description becomes data, and a tree of nodes with the place of each part.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { SourceFile } from "../../diagnostic/source.ts";
import { tooDeepAt } from "../../reader/yaml/depth.ts";
import { yamlLibrary } from "../../reader/yaml/library.ts";
import type { JsonObject } from "../../text/json/value.ts";
import { refuse } from "./description-kinds.ts";
import { SYNTAX_HELP, toYamlTree, type YamlNode } from "./yaml-node.ts";

export interface Description {
  readonly source: SourceFile;
  readonly data: JsonObject;
  readonly root: YamlNode;
  /** The text is JSON, and an edit must leave it JSON. */
  readonly isJson: boolean;
  /** The anchors that aliases name. */
  readonly aliased: ReadonlySet<string>;
}

const MAXIMUM_DEPTH = 200;

/** A text with any error in it is refused: no place in it would be certain. */
export function readDescription(source: SourceFile): Description | readonly Diagnostic[] {
  const yaml = yamlLibrary();
  const lone = source.text.search(/\r(?!\n)/);
  if (lone >= 0) {
    const message = "A carriage return stands here alone. Some readers take it for the end of a line, others do not.";
    const span = { start: lone, end: lone + 1 };
    return [refuse(source, span, "description-syntax", message, "End every line in the same way.")];
  }
  const json = /^\s*[{[]/.test(source.text) ? jsonOf(source.text) : undefined;
  // YAML refuses some tabs that JSON allows as white space. Spaces in their place keep all offsets.
  const text = json ? source.text.replaceAll("\t", " ") : source.text;
  const deep = tooDeepAt(text, MAXIMUM_DEPTH, yaml);
  if (deep !== undefined) {
    const span = { start: deep, end: deep + 1 };
    const help = `Values may be nested up to ${MAXIMUM_DEPTH} levels deep.`;
    return [refuse(source, span, "description-syntax", "This is nested too deeply.", help)];
  }
  // The library's own check for duplicate keys takes time that grows with the square of their number.
  const document = yaml.parseDocument(text, { merge: true, uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0) {
    return document.errors.map(({ code, message, pos: [start, end] }) =>
      code === "MULTIPLE_DOCS"
        ? refuse(source, { start, end }, "description-documents", "The file holds more than one document.", SPLIT_HELP)
        : refuse(
            source,
            { start, end },
            "description-syntax",
            `This is not YAML: ${message.replace(/\.?$/, ".")}`,
            SYNTAX_HELP,
          ),
    );
  }
  const [start, end] = document.contents?.range ?? [0, 0];
  if (!yaml.isMap(document.contents))
    return [refuse(source, { start, end }, "description-version", "This is no OpenAPI description.", VERSION_HELP)];
  const { root, aliased, refusals } = toYamlTree(document.contents, source, yaml);
  if (refusals.length > 0) return refusals;
  const data = json ?? (document.toJS({ maxAliasCount: -1 }) as JsonObject);
  return { source, data, root, isJson: json !== undefined, aliased };
}

const SPLIT_HELP = "Keep one description in one file.";
export const VERSION_HELP = 'A description of OpenAPI 3.0, 3.1 or 3.2 names its version at its top: openapi: "3.1.0".';

/** Undefined where the text is not JSON. */
function jsonOf(text: string): JsonObject | undefined {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return undefined;
  }
}
