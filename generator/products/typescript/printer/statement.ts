// The statements of a file as plain data; the lines of every text in them are broken already.

/** A declaration, or source text that is printed as it is. */
export type Statement = string | Declared;

export type Declared = Imported | Reexported | DeclaredInterface | DeclaredAlias | DeclaredFunction;

export interface Imported {
  readonly kind: "import";
  readonly from: string;
  readonly names: readonly string[];
  readonly isTypeOnly: boolean;
}

export interface Reexported {
  readonly kind: "reexport";
  readonly from: string;
  /** All names where this is absent. */
  readonly names?: readonly string[];
  readonly isTypeOnly?: boolean;
}

interface Named {
  readonly name: string;
  readonly isExported: boolean;
  /** Empty where there is no comment. */
  readonly comment: string;
  /** The text between the angle brackets; empty where there are none. */
  readonly typeParameters: string;
}

export interface DeclaredInterface extends Named {
  readonly kind: "interface";
  readonly members: readonly DeclaredMember[];
}

/** Members are readonly. */
export interface DeclaredMember {
  readonly name: string;
  readonly isOptional: boolean;
  readonly comment: string;
  /** With the colon before it. */
  readonly type: string;
}

export interface DeclaredAlias extends Named {
  readonly kind: "alias";
  /** With the equals sign before it. */
  readonly type: string;
}

export interface Signature {
  readonly comment: string;
  readonly typeParameters: string;
  /** The text between the parentheses. */
  readonly parameters: string;
  /** With the colon before it; empty in JavaScript. */
  readonly returnType: string;
}

export interface DeclaredFunction extends Named, Signature {
  readonly kind: "function";
  readonly overloads: readonly Signature[];
  /** Absent in declarations of types. */
  readonly body?: string;
}
