// Declarations become the text of a TypeScript file: ts-morph prints them one by one, and nothing edits the text after.
import type { Statement } from "../../artifact.ts";

/** A blank line goes between declarations; imports and exports stand together. */
export async function renderTypescript(statements: readonly Statement[]): Promise<string> {
  const printer = statements.some((statement) => typeof statement !== "string") ? await loadPrinter() : undefined;
  let text = "";
  let before = "";
  for (const statement of statements) {
    const printed = typeof statement === "string" ? statement : printDeclaration(statement, printer as Printer);
    if (text !== "") text += isModuleLine(before) && isModuleLine(printed) ? "\n" : "\n\n";
    text += printed;
    before = printed;
  }
  return `${text}\n`;
}

type Structure = Exclude<Statement, string>;
type Printer = (structure: Structure) => string;

/** A CommonJS package that is imported is parsed twice, which takes a quarter of a second here. */
export async function loadPrinter(): Promise<Printer> {
  const { createRequire } = await import("node:module");
  const { printStructure } = createRequire(import.meta.url)("ts-morph") as typeof import("ts-morph");
  return (structure) => printStructure(structure, { indentNumberOfSpaces: 2 }).trimEnd();
}

/**
 * ts-morph has its own idea of how to indent text of several lines, tries to tell code from strings and comments, and
 * looks at every character. So texts travel past it as placeholders, and get the indentation of the line they land on.
 */
function printDeclaration(structure: Structure, print: Printer): string {
  const texts: string[] = [];
  const printed = print(hideTexts(structure, texts) as Structure);
  return printed.replace(
    HIDDEN,
    (_, comment: string | undefined, before: string, index: string, after: string, at: number) => {
      const text = texts[Number(comment ?? index)] ?? "";
      const margin = marginAt(printed, at);
      if (comment !== undefined) return commentOf(text).replaceAll("\n", `\n${margin}`);
      const indented = text.replaceAll(/\n(?=[^\n])/g, `\n${margin}`);
      return (text.startsWith("\n") ? "" : before) + indented + (text.endsWith("\n") ? "" : after);
    },
  );
}

function marginAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset) + 1;
  let end = start;
  while (text.charCodeAt(end) === 32) end++;
  return text.slice(start, end);
}

function commentOf(text: string): string {
  return text.includes("\n") ? `/**\n${text.replaceAll(/^/gm, " * ").replaceAll(/ +$/gm, "")}\n */` : `/** ${text} */`;
}

/** Comments and types as a whole, other texts where they have several lines. */
function hideTexts(value: unknown, texts: string[]): unknown {
  if (typeof value === "string") return value.includes("\n") ? hide(value, texts) : value;
  if (Array.isArray(value)) return value.map((item) => hideTexts(item, texts));
  if (typeof value !== "object" || value === null) return value;
  const hidden: Record<string, unknown> = { ...value };
  for (const name of WITH_TEXTS) {
    const member = hidden[name];
    if (member === undefined) continue;
    if (name === "docs") hidden[name] = (member as readonly string[]).map((text) => hide(text, texts));
    else hidden[name] = name === "type" && typeof member === "string" ? hide(member, texts) : hideTexts(member, texts);
  }
  return hidden;
}

const WITH_TEXTS = [
  ...["docs", "type", "properties", "statements", "typeParameters", "parameters", "returnType", "overloads"],
  ...["name", "namedImports"],
];

/** Private-use characters: the escaping functions let none of them through. */
function hide(text: string, texts: string[]): string {
  texts.push(text);
  return `\ue000${texts.length - 1}\ue001`;
}

/** A comment, or another text with the blanks beside it. */
const HIDDEN = /\/\*\* \ue000(\d+)\ue001 \*\/|( ?)\ue000(\d+)\ue001( ?)/g;

function isModuleLine(text: string): boolean {
  return text.startsWith("import ") || text.startsWith("export * ") || /^export (?:type )?\{/.test(text);
}
