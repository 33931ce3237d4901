// A program that uses tables with integer codes, several statuses, tags, constants, lists, and codes or messages that bodies lack.
import {
  type CardDeclinedError,
  type CasesError,
  type CasesErrorOfStatus,
  type CasesErrorOfTag,
  type CasesErrorTag,
  isCasesErrorTagged,
  matchCasesError,
  type ResetByPeerError,
  type ThrottlingError,
} from "./generated/forms/cases/index.js";
import {
  isLedgerError,
  isLedgerErrorOfStatus,
  type LedgerError,
  type LedgerErrorCode,
  LedgerErrorCodes,
  type LedgerErrorOf,
  type LedgerWireErrorCode,
  matchLedgerError,
  type UnknownLedgerError,
} from "./generated/forms/integer-codes/index.js";
import {
  isZonesErrorResponse,
  readZonesErrors,
  type UnknownZonesError,
  type ZonesError,
  type ZonesErrorResponse,
} from "./generated/forms/list/index.js";
import { isQuietError, matchQuietError, type QuietError } from "./generated/forms/no-status/index.js";
import { isPointersError, type RefusedError } from "./generated/forms/pointers/index.js";
import {
  type IntegersError,
  IntegersErrorCodes,
  matchIntegersError,
} from "./generated/forms/three-hundred-integers/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const arm = () => 1;
declare const value: unknown;

export const codes: Same<LedgerErrorCode, -1121 | -4294967296 | 1121 | 4294967296 | 7> = true;
export const constant: Same<typeof LedgerErrorCodes.BadSymbol, -1121> = true;
export const ofCode: Same<LedgerErrorOf<-1121>["code"], -1121> = true;
export const wire: LedgerWireErrorCode = 12345 as number;
export const uncoded: UnknownLedgerError = {};
// @ts-expect-error: codes are integers
export const text: LedgerWireErrorCode = "-1121";

if (isLedgerError(value, -1121)) value.code satisfies -1121;
if (isLedgerError(value, LedgerErrorCodes.Details)) value.at satisfies number;
if (isLedgerError(value)) {
  switch (value.code) {
    case LedgerErrorCodes.Details:
      value.at satisfies number;
      break;
    case -1121:
      value.msg satisfies string | undefined;
      break;
    default:
      value.code satisfies -4294967296 | 1121 | 4294967296;
  }
}
if (isLedgerErrorOfStatus(value, 404)) value.at satisfies number;
export const some: readonly LedgerError[] = [value].filter(isLedgerError);
// @ts-expect-error: there is no such code
isLedgerError(value, 1);

declare const ledger: LedgerError | UnknownLedgerError;
matchLedgerError(ledger, {
  [LedgerErrorCodes.BadSymbol]: (error) => error.code satisfies -1121,
  [-4294967296]: (error) => error.code satisfies -4294967296,
  1121: (error) => error.code satisfies 1121,
  status: { 404: (error) => error.at, 500: (error) => error.code satisfies 4294967296 },
  // A code that is null is no code.
  otherwise: (error) => error.code satisfies number | null | undefined,
}) satisfies number | null | undefined;
matchLedgerError(ledger, {
  "-1121": (error) => error.code satisfies -1121,
  "1121": arm,
  7: arm,
  retry: { never: arm, backoff: arm },
  otherwise: arm,
}) satisfies number;
// @ts-expect-error: no arm takes -1121
matchLedgerError(ledger, { 1121: arm, 7: arm, retry: { never: arm, backoff: arm }, otherwise: arm });
const others = { 1121: arm, 7: arm, retry: { never: arm, backoff: arm }, otherwise: arm };
// @ts-expect-error: there is no such code
matchLedgerError(ledger, { [-1121]: arm, 1: arm, ...others });
// @ts-expect-error: -1121 has no status
matchLedgerError(ledger, { status: { 400: arm, 404: arm, 500: arm }, retry: { never: arm }, otherwise: arm });

export const ofStatus: Same<CasesErrorOfStatus<400>, ResetByPeerError | ThrottlingError> = true;
export const tags: Same<CasesErrorTag, "NetworkError" | "never"> = true;
export const ofTag: Same<CasesErrorOfTag<"NetworkError">, ResetByPeerError | ThrottlingError> = true;
export const constants: Same<
  CardDeclinedError["error"]["decline_code"],
  "insufficient_funds" | "lost_card" | undefined
> = true;
export const fixed: Same<CardDeclinedError["error"]["type"], "card_error"> = true;
if (isCasesErrorTagged(value, "never")) value satisfies ResetByPeerError;
// @ts-expect-error: there is no such tag
isCasesErrorTagged(value, "backoff");

declare const cases: CasesError;
matchCasesError(cases, {
  "urn:cases:Throttling": arm,
  "urn:cases:OperationDenied": arm,
  status: { 400: arm, 402: arm },
  otherwise: arm,
});
// @ts-expect-error: Throttling comes with other statuses than 400, and so does OperationDenied than 403
matchCasesError(cases, { status: { 400: arm, 402: arm, 403: arm, 409: arm, 429: arm }, otherwise: arm });
matchCasesError(cases, {
  "urn:cases:OperationDenied": arm,
  status: { 400: arm, 402: arm },
  retry: { throttled: (error) => error.error.code satisfies "urn:cases:Throttling" },
  otherwise: arm,
});

if (isZonesErrorResponse(value)) {
  value satisfies ZonesErrorResponse;
  value.success satisfies false;
  value.result.errors satisfies readonly (ZonesError | UnknownZonesError)[];
}
export const unknownCodes: readonly (string | null | undefined)[] = readZonesErrors(value).map(
  ({ extensions }) => extensions?.code,
);

if (isPointersError(value)) {
  value.Response.RequestId satisfies string;
  value["a/b"] satisfies false;
  // @ts-expect-error: bodies have no text
  value.message;
}
export const sub: Same<RefusedError["Response"]["Error"]["Sub/Code"], 3 | undefined> = true;

declare const quiet: QuietError;
export const quietCode: Same<QuietError["error"], "too_many_attachments" | "ratelimited"> = true;
matchQuietError(quiet, { too_many_attachments: arm, retry: { throttled: arm }, otherwise: arm });
if (isQuietError(value, "ratelimited")) value.ok satisfies false;

declare const integers: IntegersError;
export const first: Same<typeof IntegersErrorCodes.Code0, -10000> = true;
// @ts-expect-error: few codes have an arm
matchIntegersError(integers, { [IntegersErrorCodes.Code1]: arm, otherwise: arm });
