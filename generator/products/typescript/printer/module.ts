// The modules of the product: the declarations of each, in the three forms that files have.
import type { Imported, Statement } from "./statement.ts";

/** TypeScript, or JavaScript and the declarations of its types. */
export type Form = "ts" | "js" | "d.ts";

export interface Module {
  readonly name: string;
  /** The names that index.ts exports; all exported names where this is absent. */
  readonly publicNames?: readonly string[];
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
export function declareTypeText(name: string, text: string, isExported = false): Item {
  return declareText({
    name,
    isExported,
    isType: true,
    text: (form, stays) => (form === "js" ? undefined : withExport(text, stays)),
  });
}

/** A local value as source text that is already clean, with its types and without. */
export function declareValueText(name: string, text: (hasTypes: boolean) => string): Item {
  return declareText({ name, text: (form) => (form === "d.ts" ? undefined : text(form === "ts")) });
}

export interface TextParts {
  readonly name: string;
  readonly isExported?: boolean;
  readonly isType?: boolean;
  /** Nothing where the form has nothing of it; `isExported` where it stays so in its file. */
  readonly text: (form: Form, isExported: boolean) => string | undefined;
}

export function declareText({ name, isExported = false, isType = false, text }: TextParts): Item {
  return {
    kind: "item",
    name,
    isType,
    isExported,
    print: (form, stays) => {
      const found = text(form, stays);
      return found === undefined ? [] : [found];
    },
  };
}

/** The text with the word "export" at the beginning of a line, or without. */
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
  return declarations.map((declaration) => {
    const { name, isExported, isType, local } = declaration;
    const text = (form: Form, stays: boolean): string | undefined =>
      local !== undefined && !stays ? textIn(local, form) : withExport(textIn(declaration, form), stays);
    return declareText({ name, isExported, isType, text });
  });
}

function textIn({ ts, js, declared }: RuntimeTexts, form: Form): string | undefined {
  return { ts, js, "d.ts": declared }[form];
}
