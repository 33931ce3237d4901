// The types of the model, the compiled table that every product reads: names chosen, defaults filled, imports merged, sorted.
// It is plain data without positions, deeply frozen. Its texts are as people wrote them; each renderer escapes them.
import type { ParamType, Template } from "../template/template.ts";
import type { JsonObject, JsonSchema } from "../text/json/value.ts";

/** The plain texts of an error, which translations may have too. The builder and the check for missing texts follow this list. */
export const TEXT_FIELDS = ["description", "solution"] as const;

type PlainTexts = { readonly [Field in (typeof TEXT_FIELDS)[number]]?: string };

export interface Model {
  /** PascalCase, for example "FunctionCompute". */
  readonly name: string;
  readonly title: string;
  /** Markdown. */
  readonly description?: string;
  /** Semver of the table. */
  readonly version?: string;
  /** BCP 47 tag of the table's own texts. */
  readonly locale: string;
  /** The locales that have texts: the table's own first, the others by code unit. */
  readonly locales: readonly string[];
  readonly source?: { readonly url?: string; readonly retrieved?: string };
  /** The file name of the table, without its folder. */
  readonly file: string;
  readonly body: BodyModel;
  /** In the order of the table. */
  readonly groups: readonly GroupModel[];
  /** Sorted by code unit of the code. */
  readonly errors: readonly ErrorModel[];
  /** Sorted by name; "*" first. Codes sorted. */
  readonly operations: readonly OperationModel[];
  /** Sorted by code. */
  readonly retired: readonly RetiredModel[];
  /** Title and description of the table in the other locales. */
  readonly texts: Readonly<Record<string, TableTexts>>;
}

export interface BodyModel {
  readonly mediaType: string;
  /** Reference tokens of the JSON Pointer to the code, unescaped: ["error", "code"]. */
  readonly code: readonly string[];
  readonly message: readonly string[];
  /** Further members at the top of the body, sorted by name; no name is the first token of a pointer. */
  readonly properties: readonly MemberModel[];
  readonly aliases: readonly { readonly code: readonly string[]; readonly message: readonly string[] }[];
}

export interface MemberModel {
  readonly name: string;
  /** Without $ref: references are already in place. */
  readonly schema: JsonSchema;
  readonly required: boolean;
}

export interface GroupModel {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
}

export type Retry = "never" | "backoff" | "throttled";
export type Audience = "public" | "internal";

export interface ErrorModel extends PlainTexts {
  /** Verbatim as it travels. */
  readonly code: string;
  /** ASCII PascalCase and unique in the table: "AliasNotFound". */
  readonly identifier: string;
  /** The identifier with exactly one "Error" at its end, unique too: "AliasNotFoundError", "InternalServerError". */
  readonly errorName: string;
  /** Where the table lists it, counted from 0. */
  readonly order: number;
  readonly status: number;
  /** Absent where the API promises no text. */
  readonly template?: Template;
  /** One per argument of the template, in argument order. */
  readonly params: readonly ParamModel[];
  readonly links: readonly LinkModel[];
  readonly group?: string;
  /** Absent: the API does not say. */
  readonly retry?: Retry;
  readonly audience: Audience;
  readonly since?: string;
  readonly deprecated?: LifecycleModel;
  /** Sorted by name. */
  readonly headers: readonly HeaderModel[];
  /** An object schema of body members that only this error carries; without $ref. */
  readonly details?: JsonObject;
  /** Named examples, rendered to whole bodies; at least one where the params and details can be filled. */
  readonly examples: readonly ExampleModel[];
  /** The address of this error's documentation. */
  readonly documentation?: string;
  /** The texts in the other locales. */
  readonly texts: Readonly<Record<string, ErrorTexts>>;
}

export interface ParamModel {
  readonly name: string;
  readonly type: ParamType;
  readonly description?: string;
  /** A string for type string and int64, a number otherwise. */
  readonly example?: string | number;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly format?: string;
}

export interface LinkModel {
  readonly title: string;
  readonly url: string;
}

export interface HeaderModel {
  readonly name: string;
  readonly description?: string;
  readonly schema: JsonSchema;
}

export interface LifecycleModel {
  readonly since?: string;
  readonly replacedBy?: string;
  readonly reason?: string;
}

export interface RetiredModel extends LifecycleModel {
  readonly code: string;
}

export interface OperationModel {
  readonly name: string;
  readonly codes: readonly string[];
}

export interface ExampleModel {
  readonly name: string;
  readonly summary?: string;
  /** The params by name, as the message shows them. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The whole response body. */
  readonly body: JsonObject;
}

export interface TableTexts {
  readonly title?: string;
  readonly description?: string;
  readonly groups: Readonly<Record<string, { readonly title?: string; readonly description?: string }>>;
}

export interface ErrorTexts extends PlainTexts {
  readonly template?: Template;
  readonly links?: readonly LinkModel[];
}
