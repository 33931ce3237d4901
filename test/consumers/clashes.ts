// A program that matches codes which are called like members of a match, and like members that every object has.
import { type ClashesError, type MakerError, matchClashesError } from "./generated/clashes/index.js";

declare const error: ClashesError;
const arm = () => 1;

matchClashesError(error, {
  status: (own) => own.code satisfies "status",
  retry: (own) => own.code satisfies "retry",
  otherwise: (own) => own.code satisfies "otherwise",
  constructor: (own: MakerError) => own.code,
  40013: (own) => own.code satisfies "40013",
  status_: { 400: (own) => own.code },
  retry_: { never: (own) => own.code satisfies "toString" | "constructor" | "40013" },
  otherwise_: (unknown) => unknown.code,
});
const all = { status: arm, retry: arm, otherwise: arm, constructor: arm, 404: arm, "40013": arm, otherwise_: arm };
matchClashesError(error, { ...all, toString: () => "" });
matchClashesError(error, { ...all, status_: { 404: arm } });
// @ts-expect-error: no arm takes toString, although every object has one
matchClashesError(error, all);
// @ts-expect-error: the arm for the code 404 is none for the status 404
matchClashesError(error, { ...all, status_: { 400: arm } });
declare const withNumbers: {
  readonly [code: number]: () => number;
  readonly status: () => number;
  readonly retry: () => number;
  readonly otherwise: () => number;
  readonly toString: () => string;
  readonly constructor: () => number;
  readonly otherwise_: () => number;
};
// @ts-expect-error: nobody knows whether 404 and 40013 are among these numbers
matchClashesError(error, withNumbers);
