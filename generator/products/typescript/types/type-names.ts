// Declarations of types → the names that they speak of, to tell which imports and local types they need.
import type { Statement } from "../../artifact.ts";

export function typeNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement) => textsIn(statement).flatMap(namesIn));
}

/** All texts of a structure but the name that it declares and its comments. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  const isDeclared = (key: string): boolean => key === "name" && "kind" in value;
  return Object.entries(value).flatMap(([key, inner]) => (key === "docs" || isDeclared(key) ? [] : textsIn(inner)));
}

/** Names of members and parameters are none of types; a template literal has types in its placeholders. */
function namesIn(text: string): readonly string[] {
  return (text.match(TOKENS) ?? []).flatMap((token) => {
    if (token.startsWith("`")) return [...token.matchAll(PLACEHOLDER)].flatMap(([, type = ""]) => namesIn(type));
    return /^["'/]/.test(token) ? [] : [token];
  });
}

const PLACEHOLDER = /(?<!\\)\$\{([^}]*)\}/g;

/** Comments, string literals, template literals, and identifiers that nothing is declared by. */
const TOKENS =
  /\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|[\w$\u0080-\uffff]+(?![\w$\u0080-\uffff]|\??:)/g;
