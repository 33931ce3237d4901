// Pieces of code become trees whose lines break as Prettier breaks them.
import { choice, type Doc, group, HARD_LINE, indent, join, LINE, SOFT_LINE, typed } from "./typescript-layout.ts";
import { dataKey, scriptKey } from "./typescript-literal.ts";
import { type TypeShape, typeDoc } from "./typescript-type.ts";

export function listDoc(open: string, items: readonly Doc[], close: string): Doc {
  return group(listItems(open, items, close));
}

export function listItems(open: string, items: readonly Doc[], close: string): Doc {
  if (items.length === 0) return open + close;
  return [open, indent([SOFT_LINE, join(items, [",", LINE])]), choice(",", ""), SOFT_LINE, close];
}

export function callDoc(name: string, parameters: readonly Doc[]): Doc {
  return [name, listDoc("(", parameters, ")")];
}

/** Prettier fills lines with numbers as with words. */
export function arrayDoc(items: readonly Doc[]): Doc {
  if (!areNumbers(items)) return listDoc("[", items, "]");
  const filled = items.flatMap((item, index): Doc => (index === 0 ? item : [",", group([LINE, item])]));
  return listDoc("[", [filled], "]");
}

function areNumbers(items: readonly Doc[]): boolean {
  return items.length > 1 && items.every((item) => typeof item === "string" && /^-?\d/.test(item));
}

/** A parameter whose type may take several lines. */
export function parameterDoc(name: string, type: TypeShape): Doc {
  return [`${name}: `, typeDoc(type)];
}

/** A call whose last argument is a list: only the list breaks, unless it holds numbers. */
export function callWithList(name: string, parameters: readonly Doc[], items: readonly Doc[]): Doc {
  if (items.length === 0 || areNumbers(items)) return callDoc(name, [...parameters, arrayDoc(items)]);
  return [name, "(", parameters.map((parameter) => [parameter, ", "]), arrayDoc(items), ")"];
}

/** A member of an object literal, by the spelling of its name. */
export function keyed(name: string, member: (key: string) => Doc): Doc {
  const [key, plain] = [dataKey(name), scriptKey(name)];
  return key === plain ? member(key) : typed(member(key), member(plain));
}

/** Statements in braces; the brace that opens belongs to the head. */
export function blockDoc(head: Doc, statements: readonly Doc[]): Doc {
  return [head, indent([HARD_LINE, join(statements, HARD_LINE)]), HARD_LINE, "}"];
}

/** The end of a `try` statement, which takes any failure. */
export function catchDoc(statements: readonly Doc[]): Doc {
  return blockDoc(typed("catch {", "catch (_) {"), statements);
}

/** The item of a record that has this key, also where all objects have a member of its name. */
export function ownItem(record: string, key: string): Doc {
  const isOwn = callDoc(`${key}.hasOwnProperty.call`, [record, key]);
  return [isOwn, group(indent([LINE, `? ${record}[${key}]`, LINE, ": undefined"]))];
}

/** The key of a mapped type, as in `[Code in keyof Errors]`. */
export function mappedKey(name: string, keys: string): Doc {
  return group(["[", indent([SOFT_LINE, `${name} in ${keys}`]), SOFT_LINE, "]"]);
}

/** `return …;`, which needs brackets where operators break over several lines. */
export function returnAll(conditions: readonly Doc[]): Doc {
  const [first, second, ...others] = conditions;
  if (first === undefined) return "return true;";
  if (second === undefined) return ["return ", first, ";"];
  const and = (condition: Doc): Doc => ["&&", LINE, condition];
  return returnOperation(
    others.length === 0
      ? [first, " ", group(and(second))]
      : [first, ...[second, ...others].map((condition): Doc => [" ", and(condition)])],
  );
}

/** `left === right` among other conditions. */
export function equalDoc(left: string, right: string): Doc {
  return group([`${left} ===`, indent([LINE, right])]);
}

export function returnEqual(left: string, right: string): Doc {
  return returnOperation([`${left} ===`, LINE, right]);
}

/** Conditions of which all have to hold, for the head of a statement. */
export function allDoc(conditions: readonly Doc[]): Doc {
  return join(conditions, [" &&", LINE]);
}

function returnOperation(operation: Doc): Doc {
  return ["return ", group([choice("(", ""), indent([SOFT_LINE, group(operation)]), SOFT_LINE, choice(")", "")]), ";"];
}

/** The head of a block that needs all conditions. */
export function ifHead(conditions: readonly Doc[]): Doc {
  return ["if (", group([indent([SOFT_LINE, allDoc(conditions)]), SOFT_LINE]), ") {"];
}

export function ifDoc(condition: Doc, statement: Doc): Doc {
  const test = group([indent([SOFT_LINE, condition]), SOFT_LINE]);
  return group(["if (", test, ")", indent([LINE, statement])]);
}
