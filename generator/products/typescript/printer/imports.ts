// Imports and exports, sorted as tools that sort them do.
import type { ExportDeclarationStructure, ImportDeclarationStructure, StructureKind } from "ts-morph";
import { brokenList } from "./declaration-layout.ts";
import type { Import } from "./module.ts";
import { stringLiteral } from "./typescript-literal.ts";

const KIND: {
  readonly exports: StructureKind.ExportDeclaration;
  readonly imports: StructureKind.ImportDeclaration;
} = { exports: 11, imports: 16 };

/** Names from a file that stands beside. */
export function declareImport(from: string, names: readonly string[], isTypeOnly: boolean): Import {
  return { kind: "import", from, names, isTypeOnly };
}

export function importStructure({ from, names, isTypeOnly }: Omit<Import, "kind">): ImportDeclarationStructure {
  const sorted = [...names].toSorted(compareNames);
  const keyword = isTypeOnly ? "import type" : "import";
  const flat = `${keyword} { ${sorted.join(", ")} } from ${stringLiteral(from)};`;
  return {
    kind: KIND.imports,
    isTypeOnly,
    // A single name is never broken off.
    namedImports: flat.length <= 80 || sorted.length === 1 ? sorted : [brokenList(sorted)],
    moduleSpecifier: from,
  };
}

/** As tools that sort imports do: numbers by their digits and value, and "a" between "A" and "B". */
function compareNames(a: string, b: string): number {
  const left = a.match(NAME_PARTS) ?? [];
  const right = b.match(NAME_PARTS) ?? [];
  const at = left.findIndex((part, index) => part !== right[index]);
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return left.length - right.length;
  const byValue = Number(one) - Number(other);
  return Number.isNaN(byValue) ? orderOf(one) - orderOf(other) : one.length - other.length || byValue;
}

const NAME_PARTS = /\d+|\D/g;

function orderOf(part: string): number {
  if (part === "_") return 0;
  if (/^\d/.test(part)) return 1;
  return 2 * part.toLowerCase().charCodeAt(0) + (part >= "a" ? 1 : 0);
}

export function reexportStructure(from: string): ExportDeclarationStructure {
  return { kind: KIND.exports, moduleSpecifier: from };
}
