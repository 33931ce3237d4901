// Servers make bodies whose members are said by several schemas together.
import {
  createAnyError,
  createCombinedError,
  createEveryError,
  createOneOfError,
  createPerhapsError,
  createTupleError,
} from "./generated/combinations/index.js";

const params = { a: "text" };

export const bodies: readonly { readonly code: string }[] = [
  createEveryError(params, { zz: "text" }),
  createAnyError(params, { b: "text" }),
  createOneOfError(params, { a: "text" }),
  createPerhapsError(params),
  createPerhapsError(params, { a: "text" }),
  createTupleError(params, { f: ["text", ["text"]] }),
  createCombinedError("OneOf", params, { b: "text" }),
];

// @ts-expect-error The member that all of the details require is missing.
createEveryError(params);
// @ts-expect-error One of the alternatives has to be there.
createOneOfError(params, {});
// @ts-expect-error One of the alternatives has to be there for the whole table, too.
createCombinedError("OneOf", params, {});
