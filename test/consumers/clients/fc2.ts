// Alibaba Cloud's own client throws errors with a code and a text; the generated guards tell which they are.
import Client from "@alicloud/fc2";
import {
  type FunctionComputeErrorCode,
  isAccessDeniedError,
  isAliasNotFoundError,
  isConcurrentUpdateError,
  isDomainNameNotFoundError,
  isEntityTooLargeError,
  isFunctionComputeError,
  isInternalServerError,
  isInvalidAccessKeyIDError,
  isInvalidArgumentError,
  isMissingRequiredHeaderError,
  isPathNotSupportedError,
  isResourceExhaustedError,
  isResourceThrottledError,
  isServiceNotFoundError,
  isSignatureNotMatchError,
  isVersionNotFoundError,
  parseFunctionComputeMessage,
  readFunctionComputeError,
} from "../generated/function-compute/index.js";

const guards: { readonly [Code in FunctionComputeErrorCode]: (value: unknown) => boolean } = {
  AccessDenied: isAccessDeniedError,
  AliasNotFound: isAliasNotFoundError,
  ConcurrentUpdateError: isConcurrentUpdateError,
  DomainNameNotFound: isDomainNameNotFoundError,
  EntityTooLarge: isEntityTooLargeError,
  InternalServerError: isInternalServerError,
  InvalidAccessKeyID: isInvalidAccessKeyIDError,
  InvalidArgument: isInvalidArgumentError,
  MissingRequiredHeader: isMissingRequiredHeaderError,
  PathNotSupported: isPathNotSupportedError,
  ResourceExhausted: isResourceExhaustedError,
  ResourceThrottled: isResourceThrottledError,
  ServiceNotFound: isServiceNotFoundError,
  SignatureNotMatch: isSignatureNotMatchError,
  VersionNotFound: isVersionNotFoundError,
};

export interface Recognised {
  /** The codes whose guards say yes. */
  readonly codes: readonly string[];
  readonly params: unknown;
}

export async function askWithClient(url: string, code: string): Promise<Recognised> {
  const secret = { accessKeyID: "id", accessKeySecret: "secret" };
  const client = new Client("account", { ...secret, region: "cn-hangzhou", endpoint: url, timeout: 300_000 });
  try {
    await client.getService(code);
  } catch (thrown) {
    const error = readFunctionComputeError(bodyOf(thrown));
    const recognised = Object.entries(guards).filter(([, guard]) => guard(error));
    return {
      codes: recognised.map(([name]) => name),
      params: isFunctionComputeError(error)
        ? parseFunctionComputeMessage(error.errorCode, error.errorMessage)
        : undefined,
    };
  }
  throw new Error("The server did not answer with an error.");
}

/** The client keeps the code, and puts the server's text at the end of a sentence of its own. */
function bodyOf(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || !("code" in thrown)) return undefined;
  const [, text] = /, message: (.*)\.$/s.exec(thrown.message) ?? [];
  return { ErrorCode: thrown.code, ErrorMessage: text };
}
