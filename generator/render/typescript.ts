// Declarations become the text of a TypeScript file: ts-morph prints them one by one, and nothing edits the text after.
import type { Statement } from "../artifact.ts";

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

async function loadPrinter(): Promise<Printer> {
  const { printStructure } = await import("ts-morph");
  return (structure) => printStructure(structure, { indentNumberOfSpaces: 2 }).trimEnd();
}

/**
 * ts-morph has its own idea of how to indent text of several lines, and tries to tell code from strings and comments.
 * So each such text travels past it as a placeholder, and gets the indentation of the line that it lands on.
 */
function printDeclaration(structure: Structure, print: Printer): string {
  const texts: string[] = [];
  const printed = print(hideLines(structure, texts) as Structure);
  return printed.replace(HIDDEN, (_, before: string, index: string, after: string, offset: number) => {
    const text = texts[Number(index)] ?? "";
    const line = printed.slice(printed.lastIndexOf("\n", offset) + 1);
    const margin = /^ */.exec(line)?.[0] ?? "";
    const indented = text.replaceAll(/\n(?=[^\n])/g, `\n${margin}`);
    return (text.startsWith("\n") ? "" : before) + indented + (text.endsWith("\n") ? "" : after);
  });
}

function hideLines(value: unknown, texts: string[]): unknown {
  if (typeof value === "string") return value.includes("\n") ? hide(value, texts) : value;
  if (Array.isArray(value)) return value.map((item) => hideLines(item, texts));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, name === "docs" ? member : hideLines(member, texts)]),
  );
}

/** Private-use characters: the escaping functions let none of them through. */
function hide(text: string, texts: string[]): string {
  texts.push(text);
  return `\ue000${texts.length - 1}\ue001`;
}

const HIDDEN = /( ?)\ue000(\d+)\ue001( ?)/g;

function isModuleLine(text: string): boolean {
  return text.startsWith("import ") || text.startsWith("export * ") || /^export (?:type )?\{/.test(text);
}
