// Statements become the text of a file: ts-morph prints each declaration from a structure, and nothing edits its text afterwards.
import { createRequire } from "node:module";
import type {
  CodeBlockWriter,
  FunctionDeclarationOverloadStructure,
  StatementStructures,
  WriterFunction,
} from "ts-morph";
import type { Declared, Signature, Statement } from "./statement.ts";
import { stringLiteral } from "./typescript-literal.ts";

/** A blank line goes between declarations; imports and exports stand together. */
export function renderTypescript(statements: readonly Statement[]): string {
  const print = statements.some((statement) => typeof statement !== "string") ? loadPrinter() : undefined;
  let text = "";
  let before = "";
  for (const statement of statements) {
    const printed = typeof statement === "string" ? statement : (print as Printer)(statement);
    if (text !== "") text += isModuleLine(before) && isModuleLine(printed) ? "\n" : "\n\n";
    text += printed;
    before = printed;
  }
  return `${text}\n`;
}

export type Printer = (declared: Declared) => string;
export type PrinterLibrary = Pick<typeof import("ts-morph"), "printStructure" | "StructureKind">;

/** In the built package, the parts of ts-morph that print are one file in the same folder. */
const PLACE = import.meta.url.endsWith(".js") ? "./printer.cjs" : "ts-morph";

/** ts-morph is a CommonJS package: as an import it would be parsed twice, which takes a quarter of a second. */
export function loadPrinter(): Printer {
  return printerOf(createRequire(import.meta.url)(PLACE) as PrinterLibrary);
}

export function printerOf({ printStructure, StructureKind }: PrinterLibrary): Printer {
  return (declared) => printStructure(structureOf(declared, StructureKind), { indentNumberOfSpaces: 2 });
}

function structureOf(declared: Declared, kinds: PrinterLibrary["StructureKind"]): StatementStructures {
  const types = typeWriter();
  switch (declared.kind) {
    case "import":
      return {
        kind: kinds.ImportDeclaration,
        isTypeOnly: declared.isTypeOnly,
        namedImports: listedNames(declared.names, declared.isTypeOnly ? "import type" : "import", declared.from),
        moduleSpecifier: declared.from,
      };
    case "reexport":
      return {
        kind: kinds.ExportDeclaration,
        moduleSpecifier: declared.from,
        isTypeOnly: declared.isTypeOnly === true,
        ...(declared.names && {
          namedExports: listedNames(declared.names, declared.isTypeOnly ? "export type" : "export", declared.from),
        }),
      };
    case "interface":
      return {
        kind: kinds.Interface,
        ...commonParts(declared, types),
        properties: declared.members.map(({ name, isOptional, comment, type }) => ({
          name,
          isReadonly: true,
          hasQuestionToken: isOptional,
          docs: list(comment),
          type: types.write(type),
        })),
      };
    case "alias":
      return { kind: kinds.TypeAlias, ...commonParts(declared, types), type: types.write(declared.type) };
    case "function":
      return {
        kind: kinds.Function,
        ...commonParts(declared, types),
        ...signatureParts(declared, types),
        overloads: declared.overloads.map((overload) => signatureParts(overload, types)),
        ...(declared.body === undefined ? { hasDeclareKeyword: true } : { statements: [declared.body] }),
      };
    default:
      return declared satisfies never;
  }
}

type NamedDeclaration = Exclude<Declared, { readonly from: string }>;

function commonParts({ name, isExported, comment, typeParameters }: NamedDeclaration, types: TypeWriter) {
  const { leadingTrivia } = types;
  return { name, isExported, docs: list(comment), typeParameters: list(typeParameters), leadingTrivia };
}

/** ts-morph breaks no lists, so that each of them is one item; it indents the lines of parameters by itself. */
function signatureParts(
  { comment, typeParameters, parameters, returnType }: Signature,
  types: TypeWriter,
): Omit<FunctionDeclarationOverloadStructure, "kind"> {
  return {
    docs: list(comment),
    typeParameters: list(typeParameters),
    parameters: list(parameters.replaceAll("\n  ", "\n")).map((name) => ({ name })),
    returnType: types.write(returnType),
  };
}

function list(text: string): string[] {
  return text === "" ? [] : [text];
}

/** A single name is never broken off. */
function listedNames(names: readonly string[], keyword: string, from: string): string[] | WriterFunction {
  const line = `${keyword} { ${names.join(", ")} } from ${stringLiteral(from)};`;
  if (line.length <= 80 || names.length === 1) return [...names];
  return (writer) => {
    writer.newLine();
    for (const name of names) writer.writeLine(`${name},`);
  };
}

interface TypeWriter {
  /** Takes hold of the writer that prints the declaration. */
  readonly leadingTrivia: WriterFunction;
  readonly write: (type: string) => WriterFunction;
}

/**
 * ts-morph would indent the lines of a type once more and put a blank before its first line. So each type is written
 * straight to the writer of its declaration when its turn comes, and leaves ts-morph an empty text to print.
 */
function typeWriter(): TypeWriter {
  let writer: CodeBlockWriter | undefined;
  return {
    leadingTrivia: (own) => {
      writer = own;
    },
    write: (type) => () => void writer?.write(type),
  };
}

function isModuleLine(text: string): boolean {
  return text.startsWith("import ") || text.startsWith("export * ") || /^export (?:type )?\{/.test(text);
}
