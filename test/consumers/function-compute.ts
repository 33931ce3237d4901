// A program that uses the generated TypeScript of Function Compute; that it compiles is the test.
import {
  type AliasNotFoundError,
  createAliasNotFoundError,
  createFunctionComputeError,
  decodeFunctionComputeMessage,
  type FunctionComputeError,
  type FunctionComputeErrorCode,
  type FunctionComputeErrorMessage,
  type FunctionComputeErrorOf,
  type FunctionComputeErrorOfRetry,
  type FunctionComputeErrorOfStatus,
  type FunctionComputeErrorParams,
  type FunctionComputeMessageCandidate,
  type FunctionComputeWireErrorCode,
  findFunctionComputeErrorEntry,
  formatAliasNotFoundMessage,
  formatFunctionComputeMessage,
  functionComputeErrorTable,
  isAliasNotFoundError,
  isFunctionComputeError,
  isFunctionComputeErrorOfRetry,
  isFunctionComputeErrorOfStatus,
  isUnknownFunctionComputeError,
  matchFunctionComputeError,
  parseVersionNotFoundMessage,
  readFunctionComputeError,
  type UnknownFunctionComputeError,
  type VersionNotFoundError,
} from "./generated/function-compute/index.js";

/** Compiles only where both types are the same. */
function same<A, B>(..._proof: Same<A, B> extends true ? [] : [never]): void {}
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

// Codes are a closed union; on the wire there may be others.
export const known: FunctionComputeErrorCode = "AliasNotFound";
// @ts-expect-error: there is no such code
export const misspelled: FunctionComputeErrorCode = "AliasNotfound";
export const newer: FunctionComputeWireErrorCode = "BrandNew";

// Errors by code, by status and by retry class.
same<FunctionComputeErrorOf<"AliasNotFound">, AliasNotFoundError>();
same<FunctionComputeErrorOfStatus<409>["errorCode"], "ConcurrentUpdateError">();
same<FunctionComputeErrorOfRetry<"throttled">["errorCode"], "ResourceExhausted" | "ResourceThrottled">();
// @ts-expect-error: no error comes with this status
export type Teapot = FunctionComputeErrorOfStatus<418>;

// Params and messages by code.
same<FunctionComputeErrorParams<"AliasNotFound">["aliasName"], string>();
same<FunctionComputeErrorMessage<"ServiceNotFound">, `service '${string}' does not exist`>();
same<FunctionComputeErrorMessage<"VersionNotFound">, `version '${bigint}' of service '${string}' does not exist`>();
same<FunctionComputeErrorMessage<"ConcurrentUpdateError">, string>();

export function narrow(value: unknown): string {
  if (isAliasNotFoundError(value)) {
    same<typeof value, AliasNotFoundError>();
    return value.errorCode;
  }
  if (isFunctionComputeError(value, "AccessDenied")) {
    same<typeof value.errorCode, "AccessDenied">();
    return value.errorMessage;
  }
  if (isFunctionComputeErrorOfStatus(value, 404)) return value.errorCode;
  if (isFunctionComputeErrorOfRetry(value, "backoff")) {
    same<typeof value.errorCode, "InternalServerError">();
  }
  if (isFunctionComputeError(value)) return exhaust(value);
  if (isUnknownFunctionComputeError(value)) return value.errorCode;
  // @ts-expect-error: there is no such code
  return isFunctionComputeError(value, "AliasNotfound") ? "" : "none";
}

/** A code that nobody handles would not be assignable to never. */
export function exhaust(error: FunctionComputeError): string {
  switch (error.errorCode) {
    case "AccessDenied":
    case "AliasNotFound":
    case "ConcurrentUpdateError":
    case "DomainNameNotFound":
    case "EntityTooLarge":
    case "InternalServerError":
    case "InvalidAccessKeyID":
    case "InvalidArgument":
    case "MissingRequiredHeader":
    case "PathNotSupported":
    case "ResourceExhausted":
    case "ResourceThrottled":
    case "ServiceNotFound":
    case "SignatureNotMatch":
    case "VersionNotFound":
      return error.errorMessage;
    default:
      return error satisfies never;
  }
}

const all = {
  AccessDenied: () => 1,
  AliasNotFound: (error: AliasNotFoundError) => error.errorMessage.length,
  ConcurrentUpdateError: () => 1,
  DomainNameNotFound: () => 1,
  EntityTooLarge: () => 1,
  InternalServerError: () => 1,
  InvalidAccessKeyID: () => 1,
  InvalidArgument: () => 1,
  MissingRequiredHeader: () => 1,
  PathNotSupported: () => 1,
  ResourceExhausted: () => 1,
  ResourceThrottled: () => 1,
  ServiceNotFound: () => 1,
  SignatureNotMatch: () => 1,
};

export function match(value: unknown): number {
  const error = readFunctionComputeError(value);
  if (error === undefined) return 0;
  same<typeof error, FunctionComputeError | UnknownFunctionComputeError>();
  // @ts-expect-error: an arm is missing
  matchFunctionComputeError(error, { ...all, otherwise: () => 1 });
  // @ts-expect-error: the arm for unknown codes is missing
  matchFunctionComputeError(error, { ...all, VersionNotFound: () => 1 });
  return matchFunctionComputeError(error, {
    ...all,
    VersionNotFound: (own) => own.errorCode.length,
    otherwise: (unknown) => unknown.errorMessage.length,
  });
}

declare const error: FunctionComputeError;

/** Arms of codes, of statuses and of retry classes, each with the errors that it takes. */
const shared = matchFunctionComputeError(error, {
  AliasNotFound: (own) => {
    same<typeof own, AliasNotFoundError>();
    return own.errorCode;
  },
  status: {
    404: (missing) => {
      same<typeof missing, FunctionComputeErrorOfStatus<404>>();
      return missing.errorCode.length;
    },
    409: () => null,
  },
  retry: {
    never: (own) => {
      same<typeof own, FunctionComputeErrorOfRetry<"never">>();
      return true;
    },
    backoff: () => undefined,
    throttled: (own) => own.errorCode,
  },
  otherwise: (unknown) => {
    same<typeof unknown, UnknownFunctionComputeError>();
    return 7n;
  },
});
same<
  typeof shared,
  "AliasNotFound" | number | null | boolean | undefined | "ResourceExhausted" | "ResourceThrottled" | bigint
>();

const classes = { never: () => 1, backoff: () => 1, throttled: () => 1 };
const otherwise = () => 1;
matchFunctionComputeError(error, { ConcurrentUpdateError: otherwise, retry: classes, otherwise });
matchFunctionComputeError(error, { status: { 409: otherwise }, retry: classes, otherwise });
// @ts-expect-error: no arm takes ConcurrentUpdateError, which has no retry class
matchFunctionComputeError(error, { retry: classes, otherwise });
matchFunctionComputeError(error, {
  ConcurrentUpdateError: otherwise,
  retry: classes,
  // @ts-expect-error: there is no such code
  AliasNotfound: otherwise,
  otherwise,
});
matchFunctionComputeError(error, {
  // @ts-expect-error: no error comes with this status
  status: { 409: otherwise, 418: otherwise },
  retry: classes,
  otherwise,
});
matchFunctionComputeError(error, {
  ConcurrentUpdateError: otherwise,
  // @ts-expect-error: there is no such retry class
  retry: { ...classes, sometimes: otherwise },
  otherwise,
});
matchFunctionComputeError(error, {
  ConcurrentUpdateError: otherwise,
  retry: classes,
  // @ts-expect-error: the arm takes another error
  AliasNotFound: (own: VersionNotFoundError) => own.errorCode,
  otherwise,
});
const perhaps: { readonly ConcurrentUpdateError?: () => number } = {};
// @ts-expect-error: an arm that may be absent is no arm
matchFunctionComputeError(error, { ...perhaps, retry: classes, otherwise });
const anyClass: Readonly<Record<string, () => number>> = classes;
// @ts-expect-error: nobody knows which classes these are
matchFunctionComputeError(error, { ConcurrentUpdateError: otherwise, retry: anyClass, otherwise });
declare const anyCode: Readonly<Record<string, () => number>> & { readonly otherwise: () => number };
// @ts-expect-error: nobody knows which codes these are
matchFunctionComputeError(error, anyCode);
declare const ofAnyStatus: { readonly [status: number]: () => number };
// @ts-expect-error: nobody knows which statuses these are
matchFunctionComputeError(error, { status: ofAnyStatus, otherwise });

export const params = { aliasName: "prod", serviceName: "demo" };
export const body: AliasNotFoundError = createAliasNotFoundError(params);
const other = createFunctionComputeError("SignatureNotMatch", {});
same<typeof other.errorCode, "SignatureNotMatch">();
export const message: `alias '${string}' of service '${string}' does not exist` = formatAliasNotFoundMessage(params);
const generic = formatFunctionComputeMessage("AliasNotFound", params);
same<typeof generic, typeof message>();
// @ts-expect-error: a param is missing
formatFunctionComputeMessage("AliasNotFound", { aliasName: "prod" });
export const version: number | undefined = parseVersionNotFoundMessage("…")?.versionId;

// What a bare message may be of: the code tells the type of the params.
const [candidate] = decodeFunctionComputeMessage("…");
same<(typeof candidate & object)["code"], FunctionComputeErrorCode>();
export function advise(one: FunctionComputeMessageCandidate): string {
  if (one.code === "VersionNotFound")
    same<typeof one.params, FunctionComputeErrorParams<"VersionNotFound"> | undefined>();
  if (one.code === "AliasNotFound") return one.params?.aliasName ?? "";
  // @ts-expect-error: a param of another error
  return one.params?.aliasName ?? "";
}

export const status: number = functionComputeErrorTable.AliasNotFound.statuses[0] ?? 0;
// @ts-expect-error: the code may be none of the table's
export const maybe: number = findFunctionComputeErrorEntry("AliasNotFound").statuses;

export const picked: FunctionComputeError[] = ([body, {}] as unknown[]).filter(isFunctionComputeError);
