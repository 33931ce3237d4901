// JSON values as types, and the part of JSON Schema (draft-07) that the language accepts.

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** A draft-07 schema whose keywords were checked against the language's grammar. */
export type JsonSchema = boolean | JsonObject;
