// The types of the layout of bodies in the model: the places of code, message and common members.
import type { Path } from "../text/json/pointer.ts";
import type { JsonObject, JsonSchema } from "../text/json/value.ts";

/** Fields of people's own by name; each name begins with "x-". */
export type Extensions = JsonObject;

/** A code as it stands in a body. */
export type WireCode = string | number;

/** The layout of a body; of one error in the body where a response holds a list of errors. */
export interface BodyModel {
  readonly mediaType: string;
  readonly code: CodeModel;
  /** Absent where bodies have no text. */
  readonly message?: MessageModel;
  /** Further members that are common to all errors, sorted by key. None is on the way to another one, to the code or to the message. */
  readonly members: readonly MemberModel[];
  readonly aliases: readonly AliasModel[];
  /** The place of the id of the request. */
  readonly requestId?: Path;
  readonly retryAfter?: RetryAfterModel;
  readonly list?: ListModel;
  readonly extensions: Extensions;
}

export type CodeType = "string" | "integer" | "mixed";

export interface CodeModel {
  /** The names and positions that lead to the code: ["error", "code"]. */
  readonly at: Path;
  /** Mixed: keys that are decimal integers are integers in bodies, all others are texts. */
  readonly type: CodeType;
  /** The text before every code in bodies; empty where there is none. */
  readonly prefix: string;
  readonly isOptional: boolean;
  /** The codes that stand for no error. */
  readonly success: readonly WireCode[];
  /** The response header that holds the code where the body has none. */
  readonly header?: string;
  readonly extensions: Extensions;
}

/** A text, a list of texts, or a map from names to texts or to lists of texts. */
export type MessageType = "string" | "array" | "object";

export interface MessageModel {
  readonly at: Path;
  /** At least one, each once. */
  readonly types: readonly MessageType[];
  readonly isOptional: boolean;
  /** The greatest number of code points of a message; absent where the API promises no limit. */
  readonly maxLength?: number;
  readonly extensions: Extensions;
}

export interface AliasModel {
  readonly code: Path;
  readonly message?: Path;
  readonly extensions: Extensions;
}

/** Where bodies say how long to wait. */
export interface RetryAfterModel {
  readonly at: Path;
  readonly unit: "s" | "ms";
  readonly extensions: Extensions;
}

export interface MemberModel {
  /** At least one token. */
  readonly at: Path;
  /** Without $ref: references are already in place. */
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** A response that holds a list of errors. */
export interface ListModel {
  /** The place of the list in the response; empty where the response is the list. */
  readonly at: Path;
  /** The members around the list; none where the response is the list. */
  readonly members: readonly MemberModel[];
  readonly extensions: Extensions;
}
