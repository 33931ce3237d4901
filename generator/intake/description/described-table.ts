// Error responses become the errors, the bodies and the examples of a table; what it cannot have is named.

import type { Json } from "../../text/json/value.ts";
import { codeOfAddress } from "../code-values.ts";
import { withoutDigitTexts } from "../found-code-type.ts";
import type { FoundError, FoundTable } from "../found-table.ts";
import { isSuccess, successCodes } from "../success-values.ts";
import { fittingConstants } from "./common-members.ts";
import type { ReadResponse } from "./described-bodies.ts";
import { codeValues, describedBody } from "./described-body.ts";
import { readErrors } from "./described-errors.ts";
import { otherHeaders } from "./described-headers.ts";
import { findPlaces } from "./found-places.ts";
import { leftOutCodes } from "./left-out-codes.ts";
import { leftOutMembers } from "./left-out-members.ts";
import { shownAt } from "./place-values.ts";
import type { Resolve } from "./reference-resolver.ts";

export type DescribedTable = Pick<FoundTable, "body" | "errors" | "dropped" | "examples">;

/** Undefined where no response tells a code of an error. */
export function describedTable(responses: readonly ReadResponse[], resolve: Resolve): DescribedTable | undefined {
  const bodies = responses.flatMap(({ bodies: one }) => one ?? []);
  const places = findPlaces(bodies, resolve);
  const read = readErrors(responses, places, resolve);
  const success = successCodes(
    read.map(({ code, message }) => ({
      code,
      isSuccess: message === undefined ? undefined : isSuccess(code, message),
    })),
  );
  const body = describedBody(responses, places, resolve);
  const failures = withoutDigitTexts(
    read.filter(({ code }) => !success.has(code)),
    places === undefined ? [] : codeValues(bodies, places.code, resolve),
    body.codeType,
  );
  if (failures.errors.length === 0) return undefined;
  const { prefix, errors: found } = withoutPrefix(failures.errors);
  const { errors, dropped } = fittingConstants(found, body.properties);
  const examples: readonly Json[] = bodies.flatMap(({ examples: shown }) =>
    shown.flatMap(({ value }) => {
      const codes = places === undefined ? [] : shownAt(value, places.code);
      return codes.some((one) => !success.has(String(one.value))) ? [value] : [];
    }),
  );
  return {
    body: { ...body, success: [...success], ...(prefix === undefined ? {} : { prefix }) },
    errors,
    dropped: [
      ...dropped,
      ...failures.dropped,
      ...leftOutCodes(responses, places, read, resolve),
      ...leftOutMembers(bodies, places, body, resolve),
      ...otherHeaders(responses, resolve),
    ],
    examples,
  };
}

/** Addresses that differ in their ends alone are codes with a prefix. */
function withoutPrefix(errors: readonly FoundError[]): {
  readonly prefix?: string;
  readonly errors: readonly FoundError[];
} {
  const parts = errors.map(({ code }) => codeOfAddress(code));
  const prefix = parts[0]?.prefix;
  if (prefix === undefined || !parts.every((part) => part?.prefix === prefix)) return { errors };
  return { prefix, errors: errors.map((error, index) => ({ ...error, code: parts[index]?.code ?? error.code })) };
}
