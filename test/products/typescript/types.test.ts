// Types of the generated TypeScript promise what people build on; that this file compiles is the test, and that it runs.
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  type AliasNotFoundError,
  type ConcurrentUpdateError,
  createAliasNotFoundError,
  createConcurrentUpdateError,
  createFunctionComputeError,
  createSignatureNotMatchError,
  type FunctionComputeError,
  type FunctionComputeErrorByCode,
  type FunctionComputeErrorByRetry,
  type FunctionComputeErrorByStatus,
  type FunctionComputeErrorCode,
  type FunctionComputeErrorMessage,
  type FunctionComputeErrorOf,
  type FunctionComputeErrorOfRetry,
  type FunctionComputeErrorOfStatus,
  type FunctionComputeErrorParams,
  type FunctionComputeErrorRetry,
  type FunctionComputeErrorStatus,
  type FunctionComputeWireErrorCode,
  findFunctionComputeErrorEntry,
  formatAliasNotFoundMessage,
  formatFunctionComputeMessage,
  formatVersionNotFoundMessage,
  type InternalServerError,
  isAliasNotFoundError,
  isFunctionComputeError,
  isFunctionComputeErrorOfRetry,
  isFunctionComputeErrorOfStatus,
  isUnknownFunctionComputeError,
  matchFunctionComputeError,
  parseFunctionComputeMessage,
  parseVersionNotFoundMessage,
  type ResourceExhaustedError,
  type ResourceThrottledError,
  readFunctionComputeError,
  type UnknownFunctionComputeError,
  type VersionNotFoundParams,
} from "../../../generated/function-compute/typescript/index.js";

const alias: FunctionComputeError = createAliasNotFoundError({ aliasName: "prod", serviceName: "demo" });
const value: unknown = alias;

describe("codes", () => {
  test("are a closed union, open on the wire", () => {
    expectTypeOf<"AliasNotFound">().toExtend<FunctionComputeErrorCode>();
    expectTypeOf<"AliasNotfound">().not.toExtend<FunctionComputeErrorCode>();
    expectTypeOf<string>().not.toExtend<FunctionComputeErrorCode>();
    expectTypeOf<string>().toExtend<FunctionComputeWireErrorCode>();
    expectTypeOf<FunctionComputeErrorCode>().toExtend<FunctionComputeWireErrorCode>();
    // Were it the same as string, editors would no longer offer the codes.
    expectTypeOf<FunctionComputeWireErrorCode>().not.toEqualTypeOf<string>();
    expectTypeOf<UnknownFunctionComputeError["errorCode"]>().not.toExtend<FunctionComputeErrorCode>();
  });
});

describe("errors", () => {
  test("are found by code, by status and by retry class", () => {
    expectTypeOf<FunctionComputeErrorOf<"AliasNotFound">>().toEqualTypeOf<AliasNotFoundError>();
    expectTypeOf<FunctionComputeErrorByCode[FunctionComputeErrorCode]>().toEqualTypeOf<FunctionComputeError>();
    expectTypeOf<keyof FunctionComputeErrorByCode>().toEqualTypeOf<FunctionComputeErrorCode>();
    expectTypeOf<FunctionComputeErrorOfStatus<409>>().toEqualTypeOf<ConcurrentUpdateError>();
    expectTypeOf<FunctionComputeErrorByStatus[FunctionComputeErrorStatus]>().toEqualTypeOf<FunctionComputeError>();
    expectTypeOf<FunctionComputeErrorStatus>().toEqualTypeOf<400 | 403 | 404 | 409 | 429 | 500 | 503>();
    expectTypeOf<FunctionComputeErrorRetry>().toEqualTypeOf<"never" | "backoff" | "throttled">();
    expectTypeOf<FunctionComputeErrorOfRetry<"throttled">>().toEqualTypeOf<
      ResourceExhaustedError | ResourceThrottledError
    >();
    expectTypeOf<FunctionComputeErrorByRetry["backoff"]>().toEqualTypeOf<InternalServerError>();
    // @ts-expect-error: no error comes with this status
    expectTypeOf<FunctionComputeErrorOfStatus<418>>().not.toBeNever();
  });

  test("are told apart by their codes", () => {
    if (alias.errorCode === "AliasNotFound") expectTypeOf(alias).toExtend<AliasNotFoundError>();
    expectTypeOf<AliasNotFoundError["errorCode"]>().toEqualTypeOf<"AliasNotFound">();
    expectTypeOf<AliasNotFoundError["errorMessage"]>().toEqualTypeOf<string>();
  });
});

describe("messages", () => {
  test("have the types of their templates", () => {
    expectTypeOf<
      FunctionComputeErrorMessage<"AliasNotFound">
    >().toEqualTypeOf<`alias '${string}' of service '${string}' does not exist`>();
    expectTypeOf<
      FunctionComputeErrorMessage<"VersionNotFound">
    >().toEqualTypeOf<`version '${bigint}' of service '${string}' does not exist`>();
    expectTypeOf<FunctionComputeErrorMessage<"ConcurrentUpdateError">>().toEqualTypeOf<string>();
    expectTypeOf(formatAliasNotFoundMessage).returns.toEqualTypeOf<FunctionComputeErrorMessage<"AliasNotFound">>();
    expectTypeOf(
      formatFunctionComputeMessage("ServiceNotFound", { serviceName: "demo" }),
    ).toEqualTypeOf<`service '${string}' does not exist`>();
  });

  test("take their params, and give them back", () => {
    expectTypeOf<FunctionComputeErrorParams<"AliasNotFound">>().toEqualTypeOf<{
      readonly aliasName: string;
      readonly serviceName: string;
    }>();
    expectTypeOf<FunctionComputeErrorParams<"VersionNotFound">>().toEqualTypeOf<VersionNotFoundParams>();
    expectTypeOf<VersionNotFoundParams["versionId"]>().toEqualTypeOf<number>();
    expectTypeOf<FunctionComputeErrorParams<"ConcurrentUpdateError">>().toEqualTypeOf<{ readonly message: string }>();
    expectTypeOf(formatVersionNotFoundMessage).parameters.toEqualTypeOf<[params: VersionNotFoundParams]>();
    expectTypeOf(parseVersionNotFoundMessage).returns.toEqualTypeOf<VersionNotFoundParams | undefined>();
    expectTypeOf(parseFunctionComputeMessage("VersionNotFound", "")).toEqualTypeOf<VersionNotFoundParams | undefined>();
    // @ts-expect-error: a param is missing
    expect(() => formatFunctionComputeMessage("AliasNotFound", { aliasName: "prod" })).toThrow(TypeError);
  });

  test("become bodies", () => {
    expectTypeOf(createAliasNotFoundError).returns.toEqualTypeOf<AliasNotFoundError>();
    expectTypeOf(createAliasNotFoundError).parameter(0).toEqualTypeOf<FunctionComputeErrorParams<"AliasNotFound">>();
    expectTypeOf(createConcurrentUpdateError).parameters.toEqualTypeOf<[params: { readonly message: string }]>();
    expectTypeOf(createSignatureNotMatchError).parameters.toExtend<readonly unknown[]>();
    expectTypeOf(
      createFunctionComputeError("AliasNotFound", { aliasName: "prod", serviceName: "demo" }),
    ).toEqualTypeOf<AliasNotFoundError>();
    // @ts-expect-error: the params of another error
    expect(() => createFunctionComputeError("AliasNotFound", { serviceName: "demo" })).toThrow(TypeError);
  });
});

describe("guards", () => {
  test("narrow any value", () => {
    expect(isAliasNotFoundError(value)).toBe(true);
    if (isAliasNotFoundError(value)) expectTypeOf(value).toEqualTypeOf<AliasNotFoundError>();
    if (isFunctionComputeError(value)) expectTypeOf(value).toEqualTypeOf<FunctionComputeError>();
    if (isFunctionComputeError(value, "AliasNotFound")) expectTypeOf(value).toEqualTypeOf<AliasNotFoundError>();
    if (isFunctionComputeErrorOfStatus(value, 409)) expectTypeOf(value).toEqualTypeOf<ConcurrentUpdateError>();
    if (isFunctionComputeErrorOfRetry(value, "backoff")) expectTypeOf(value).toEqualTypeOf<InternalServerError>();
    if (isUnknownFunctionComputeError(value)) expectTypeOf(value).toEqualTypeOf<UnknownFunctionComputeError>();
    expectTypeOf(readFunctionComputeError).returns.toEqualTypeOf<
      FunctionComputeError | UnknownFunctionComputeError | undefined
    >();
    // @ts-expect-error: there is no such code
    expect(isFunctionComputeError(value, "AliasNotfound")).toBe(false);
  });

  test("narrow a union to what is left of it", () => {
    const known: unknown = value;
    if (isFunctionComputeError(known) && !isFunctionComputeErrorOfStatus(known, 404))
      expectTypeOf(known.errorCode).toEqualTypeOf<
        Exclude<FunctionComputeErrorCode, FunctionComputeErrorOfStatus<404>["errorCode"]>
      >();
  });
});

describe("match", () => {
  test("returns what its arms return", () => {
    const result = matchFunctionComputeError(alias, {
      AliasNotFound: (error) => error.errorCode,
      status: { 404: (error) => error.errorCode.length, 409: () => null },
      retry: { never: () => true, backoff: () => undefined, throttled: (error) => error },
      otherwise: () => 7n,
    });
    expect(result).toBe("AliasNotFound");
    expectTypeOf(result).toEqualTypeOf<
      "AliasNotFound" | number | null | boolean | undefined | ResourceExhaustedError | ResourceThrottledError | bigint
    >();
  });

  test("takes errors of the table and unknown ones", () => {
    const unknown: UnknownFunctionComputeError = { errorCode: "BrandNew", errorMessage: "" };
    const arms = { retry: { never: () => 1, backoff: () => 2, throttled: () => 3 }, status: { 409: () => 4 } };
    expect(matchFunctionComputeError(unknown, { ...arms, otherwise: (error) => error.errorCode })).toBe("BrandNew");
    // @ts-expect-error: no arm takes ConcurrentUpdateError
    expect(() => matchFunctionComputeError(alias, { retry: { never: () => 1 }, otherwise: () => 1 })).not.toThrow();
  });
});

test("what is known of a code may be nothing", () => {
  expect(findFunctionComputeErrorEntry("AliasNotFound")?.statuses).toEqual([404]);
  expectTypeOf(findFunctionComputeErrorEntry).parameters.toEqualTypeOf<[code: string]>();
  expectTypeOf(findFunctionComputeErrorEntry).returns.extract<undefined>().toEqualTypeOf<undefined>();
});
