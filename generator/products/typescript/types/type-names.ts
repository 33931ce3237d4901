// Declarations of types → the names that they speak of, to tell which imports and local types they need.
import type { Statement } from "../printer/statement.ts";

export function typeNames(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap((statement) => typesIn(statement).flatMap(namesIn));
}

function typesIn(statement: Statement): readonly string[] {
  if (typeof statement === "string") return [statement];
  switch (statement.kind) {
    case "import":
    case "reexport":
      return [];
    case "interface":
      return [statement.typeParameters, ...statement.members.map(({ type }) => type)];
    case "alias":
      return [statement.typeParameters, statement.type];
    case "function":
      return [statement.typeParameters, statement.parameters, statement.returnType];
    default:
      return statement satisfies never;
  }
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
