// The types of the errors that a source describes: plain data of one form for every kind of source.
import type { MessageType } from "../model/body-model.ts";
import type { Retry } from "../model/model.ts";
import type { Json, JsonObject } from "../text/json/value.ts";

export interface FoundTable {
  /** The name of the table is made of it. */
  readonly title?: string;
  readonly body: FoundBody;
  /** One per place of the source: a code may come several times. */
  readonly errors: readonly FoundError[];
  /** The names of all operations, in their order. */
  readonly operations: readonly string[];
  readonly dropped: readonly Dropped[];
  /** Bodies of error responses that the source shows. */
  readonly examples: readonly Json[];
}

export interface FoundBody {
  readonly mediaType?: string;
  /** The steps to the list of errors; code and message are then places in an item. */
  readonly errors?: Steps;
  /** Absent where the source does not show it. */
  readonly code?: Steps;
  /** Texts, even where all of them are digits, or integers and texts. Absent: integers where all of them are digits, else texts. */
  readonly codeType?: "string" | "mixed" | undefined;
  /** Whether some bodies with a message have no code. */
  readonly isOptional?: boolean;
  /** The text before every code. */
  readonly prefix?: string;
  readonly header?: string;
  /** The codes that stand for no error. */
  readonly success?: readonly string[];
  readonly message?: Steps | "none";
  /** Absent where all messages are texts. */
  readonly messageTypes?: readonly MessageType[] | undefined;
  /** Whether some bodies with a code have no message. */
  readonly isSilent?: boolean;
  /** The greatest number of code points that all schemas of messages state. */
  readonly maxLength?: number | undefined;
  /** Another place of the message in some bodies. */
  readonly otherMessage?: Steps;
  readonly properties?: JsonObject;
  readonly required?: readonly string[];
  /** The members around a list of errors. */
  readonly response?: JsonObject;
}

/** The names of the members on the way to a value. */
export type Steps = readonly string[];

export interface FoundError {
  readonly code: string;
  /** Empty where the source does not state any. */
  readonly statuses: readonly number[];
  readonly message?: string;
  /**
   * How the message marks its values: `printf` where it is a template for certain, `none` where it was sent like this, and
   * `unknown` where the page has marks of some kind or no marks.
   */
  readonly marks: "printf" | "none" | "unknown";
  readonly description?: string;
  readonly solution?: string;
  readonly retry?: Retry;
  readonly identifier?: string;
  /** The title of its heading. */
  readonly group?: string;
  readonly since?: string;
  readonly headers?: JsonObject;
  readonly constants?: JsonObject;
  /** The constants of a finer code, which tells this error from the others of its code before all else. */
  readonly finer?: JsonObject;
  readonly operations: readonly string[];
}

/** A part of the source that the table does not have. */
export interface Dropped {
  /** Why, after a number: "rows without a code". */
  readonly reason: string;
  readonly name: string;
}
