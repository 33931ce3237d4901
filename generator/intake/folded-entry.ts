// The types of the entries that the errors of a source are folded into: one per code.
import type { Retry } from "../model/model.ts";
import type { JsonObject } from "../text/json/value.ts";
import type { FoundError } from "./found-table.ts";

export interface Entry {
  readonly code: string;
  /** The fields that all of its cases share; the whole error where there are no cases. */
  readonly shared: Variant;
  /** Two or more, or none. */
  readonly cases: readonly Variant[];
  readonly identifier: string | undefined;
  readonly group: string | undefined;
  readonly since: string | undefined;
}

export interface Variant {
  readonly statuses: readonly number[];
  readonly message: string | undefined;
  readonly marks: FoundError["marks"];
  readonly description: string | undefined;
  readonly solution: string | undefined;
  readonly retry: Retry | undefined;
  readonly headers: JsonObject;
  readonly constants: JsonObject;
  /** The constants of a finer code; empty for those of which none is known. */
  readonly finer: JsonObject;
  readonly operations: readonly string[];
}
