// The parts of a YAML text in their order: collections, values and comments, without quotes, indents and wraps.
import { tooDeepAt } from "./depth.ts";
import { type YamlLibrary, yamlLibrary } from "./library.ts";

const MAXIMUM_DEPTH = 200;

/** Undefined where the text is no single document of YAML. */
export function yamlParts(text: string): readonly unknown[] | undefined {
  const yaml = yamlLibrary();
  if (tooDeepAt(text, MAXIMUM_DEPTH, yaml) !== undefined) return undefined;
  const document = yaml.parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  if (document.errors.length > 0) return undefined;
  const parts = commentsOf(text, yaml);
  const put = (written: unknown, ...part: readonly unknown[]): void => {
    const { range, tag, anchor } = written as Written;
    parts.push({ offset: range[0], part: [...part, tag, anchor] });
  };
  yaml.visit(document, {
    Map: (_, node) => put(node, "map", node.items.length),
    Seq: (_, node) => put(node, "sequence", node.items.length),
    Scalar: (_, node) => put(node, "value", node.value),
    Alias: (_, node) => put(node, "alias", node.source),
  });
  return parts.toSorted((a, b) => a.offset - b.offset).map(({ part }) => part);
}

interface Part {
  readonly offset: number;
  readonly part: unknown;
}

/** Any node of the library's that stands in a text. */
interface Written {
  readonly range: readonly [start: number, ...ends: readonly number[]];
  readonly tag?: string;
  readonly anchor?: string;
}

function commentsOf(text: string, { CST, Lexer }: YamlLibrary): Part[] {
  const signs: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];
  let offset = 0;
  let isScalar = false;
  return [...new Lexer().lex(text)].flatMap((lexeme) => {
    const at = offset;
    // The library puts signs of its own between the parts of the text.
    if (!signs.includes(lexeme)) offset += lexeme.length;
    const isComment = !isScalar && lexeme.startsWith("#");
    isScalar = lexeme === CST.SCALAR;
    return isComment ? [{ offset: at, part: lexeme.trimEnd() }] : [];
  });
}
