// Types by name become an interface, a row of text for each name: large tables have thousands of rows, and no tree of groups is made for them.
import { declareAlias } from "./declarations.ts";
import { declareText, type Item } from "./module.ts";
import { layout } from "./typescript-layout.ts";
import { propertyKey } from "./typescript-literal.ts";
import { docComment, generic, type MemberShape, NEVER, typeDoc } from "./typescript-type.ts";

export interface TypeMapParts {
  readonly name: string;
  readonly doc: string;
  readonly isLocal?: boolean;
  /** The type of the rows that it inherits. */
  readonly base?: string;
  readonly rows: readonly TypeRow[];
}

export interface TypeRow extends Pick<MemberShape, "name" | "type" | "doc"> {
  /** The declaration's spelling of a name that is not text. */
  readonly key?: string;
}

/** Interfaces that only map names to types are not marked readonly. */
export function declareTypeMap({ name, doc, isLocal = false, base, rows }: TypeMapParts): Item {
  // Linters take an interface without members for a mistake.
  if (rows.length === 0) return declareAlias({ name, doc, isLocal, type: generic("Record", NEVER, NEVER) });
  return declareText(name, { isExported: !isLocal, isType: true }, (form, isExported) => {
    if (form === "js") return undefined;
    const head = `${isExported ? "export " : ""}interface ${name}${base === undefined ? "" : ` extends ${base}`} {`;
    return [...docComment(doc), head, ...rows.flatMap(rowLines), "}"].join("\n");
  });
}

function rowLines({ name, key = propertyKey(name), type, doc: comment = "" }: TypeRow): readonly string[] {
  const doc = typeDoc(type);
  const text = typeof doc === "string" ? `: ${doc}` : layout([": ", doc], { start: key.length, tail: 1, margin: 2 });
  return [...docComment(comment), ...`${key}${text};`.split("\n")].map((line) => `  ${line}`);
}
