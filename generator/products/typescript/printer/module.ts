// The modules of the product: the declarations of each, in the three forms that files have.
import type { Imported, Statement } from "./statement.ts";

/** TypeScript, or JavaScript and the declarations of its types. */
export type Form = "ts" | "js" | "d.ts";

export interface Module {
  readonly name: string;
  /** The names that index.ts exports; all exported names where this is absent. */
  readonly publicNames?: readonly string[];
  /** Whether it loses the exports that no other module imports, and all that only those need. */
  readonly isPruned?: boolean;
  readonly declarations: readonly Declaration[];
}

export type Declaration = Imported | Item;

export interface Item {
  readonly kind: "item";
  readonly name: string;
  /** A type or an interface. */
  readonly isType: boolean;
  readonly isExported: boolean;
  /** Empty for a form that does not have the item. */
  readonly print: (form: Form, isExported: boolean) => readonly Statement[];
}

/** A type as source text that is already clean. */
export function declareTypeText(text: string): Item {
  const [, keyword, name = ""] = /^(export )?(?:type|interface) ([^\s<]+)/m.exec(text) ?? [];
  return declareText(name, { isExported: keyword !== undefined, isType: true }, (form, isExported) =>
    form === "js" ? undefined : withExport(text, isExported),
  );
}

/** A local value as source text that is already clean, with its types and without. */
export function declareValueText(name: string, text: (hasTypes: boolean) => string): Item {
  return declareText(name, { isExported: false, isType: false }, (form) => text(form === "ts"));
}

/** The text is undefined if the form does not have the item. `isExported` says whether the file exports it. */
export function declareText(
  name: string,
  { isExported, isType }: Pick<Item, "isExported" | "isType">,
  text: (form: Form, isExported: boolean) => string | undefined,
): Item {
  const print: Item["print"] = (form, stays) => [text(form, stays)].filter((found) => found !== undefined);
  return { kind: "item", name, isType, isExported, print };
}

export interface ConstantParts {
  readonly name: string;
  readonly type: string;
  readonly doc?: string;
  readonly isExported?: boolean;
}

/** `text` gets the declaration up to its equals sign. */
export function declareConstant(
  { name, type, doc, isExported = false }: ConstantParts,
  text: (head: string, hasTypes: boolean) => string,
): Item {
  const comment = doc === undefined ? "" : `/** ${doc} */\n`;
  return declareText(name, { isExported, isType: false }, (form, stays) => {
    const keyword = stays ? "export " : "";
    if (form === "d.ts") return `${comment}${keyword}declare const ${name}: ${type};`;
    return comment + text(`${keyword}const ${name}${form === "ts" ? `: ${type}` : ""} =`, form === "ts");
  });
}

function withExport(text: string | undefined, isExported: boolean): string | undefined {
  return isExported ? text : text?.replace(/^export /m, "");
}

/** A declaration that is the same for all tables, made ready in each form. */
export interface RuntimeDeclaration extends RuntimeTexts {
  readonly name: string;
  readonly isExported: boolean;
  readonly isType: boolean;
  /** Where it is laid out anew when it is not exported. */
  readonly local?: RuntimeTexts;
}

export interface RuntimeTexts {
  readonly ts: string;
  readonly js?: string;
  readonly declared?: string;
}

export function runtimeDeclarations(declarations: readonly RuntimeDeclaration[]): readonly Item[] {
  return declarations.map((declaration) =>
    declareText(declaration.name, declaration, (form, isExported) => {
      const { local } = declaration;
      return local !== undefined && !isExported
        ? textIn(local, form)
        : withExport(textIn(declaration, form), isExported);
    }),
  );
}

function textIn({ ts, js, declared }: RuntimeTexts, form: Form): string | undefined {
  return { ts, js, "d.ts": declared }[form];
}

/** A module that is the same for all tables. */
export function engine(
  name: string,
  declarations: readonly RuntimeDeclaration[],
  publicNames: readonly string[] = [],
): Module {
  return { name, publicNames, isPruned: true, declarations: runtimeDeclarations(declarations) };
}
