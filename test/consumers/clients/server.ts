// A server that answers with the errors of Function Compute, as the generated functions make them.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  createAccessDeniedError,
  createAliasNotFoundError,
  createConcurrentUpdateError,
  createDomainNameNotFoundError,
  createEntityTooLargeError,
  createInternalServerError,
  createInvalidAccessKeyIDError,
  createInvalidArgumentError,
  createMissingRequiredHeaderError,
  createPathNotSupportedError,
  createResourceExhaustedError,
  createResourceThrottledError,
  createServiceNotFoundError,
  createSignatureNotMatchError,
  createVersionNotFoundError,
  type FunctionComputeErrorCode,
  type FunctionComputeErrorOf,
  type FunctionComputeErrorParams,
  findFunctionComputeErrorEntry,
} from "../generated/function-compute/index.js";

/** What the messages tell, by code. */
export const params: { readonly [Code in FunctionComputeErrorCode]: FunctionComputeErrorParams<Code> } = {
  AccessDenied: { reason: "the caller may not do this" },
  AliasNotFound: { aliasName: "prod", serviceName: "demo" },
  ConcurrentUpdateError: { message: "somebody else was faster" },
  DomainNameNotFound: { domainName: "www.example.com" },
  EntityTooLarge: { maximumSize: "6291456" },
  InternalServerError: {},
  InvalidAccessKeyID: { accessKeyId: "key" },
  InvalidArgument: { reason: "ServiceName is too long" },
  MissingRequiredHeader: { headerName: "Authorization" },
  PathNotSupported: { method: "PATCH", path: "/2016-08-15/services" },
  ResourceExhausted: { reason: "too many at once" },
  ResourceThrottled: { reason: "too many in a row" },
  ServiceNotFound: { serviceName: "demo" },
  SignatureNotMatch: {},
  VersionNotFound: { versionId: 7, serviceName: "demo" },
};

const bodies: { readonly [Code in FunctionComputeErrorCode]: FunctionComputeErrorOf<Code> } = {
  AccessDenied: createAccessDeniedError(params.AccessDenied),
  AliasNotFound: createAliasNotFoundError(params.AliasNotFound),
  ConcurrentUpdateError: createConcurrentUpdateError(params.ConcurrentUpdateError),
  DomainNameNotFound: createDomainNameNotFoundError(params.DomainNameNotFound),
  EntityTooLarge: createEntityTooLargeError(params.EntityTooLarge),
  InternalServerError: createInternalServerError(),
  InvalidAccessKeyID: createInvalidAccessKeyIDError(params.InvalidAccessKeyID),
  InvalidArgument: createInvalidArgumentError(params.InvalidArgument),
  MissingRequiredHeader: createMissingRequiredHeaderError(params.MissingRequiredHeader),
  PathNotSupported: createPathNotSupportedError(params.PathNotSupported),
  ResourceExhausted: createResourceExhaustedError(params.ResourceExhausted),
  ResourceThrottled: createResourceThrottledError(params.ResourceThrottled),
  ServiceNotFound: createServiceNotFoundError(params.ServiceNotFound),
  SignatureNotMatch: createSignatureNotMatchError(),
  VersionNotFound: createVersionNotFoundError(params.VersionNotFound),
};

export interface RunningServer {
  readonly url: string;
  stop(): void;
}

/** The last part of a path is the code to answer with; the version of the API decides on the spelling. */
export async function startServer(): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const [, version = "", ...rest] = (request.url ?? "").split("/");
    const code = rest.at(-1) ?? "";
    const entry = findFunctionComputeErrorEntry(code);
    const body = Object.values(bodies).find(({ errorCode }) => errorCode === code);
    if (entry === undefined || body === undefined) {
      response.writeHead(200).end();
      return;
    }
    response.writeHead(entry.statuses[0] ?? 500, {
      "content-type": "application/json",
      "x-fc-request-id": `request-${code}`,
      ...(entry.retry === "throttled" ? { "retry-after": "2" } : {}),
    });
    const { errorCode: ErrorCode, errorMessage: ErrorMessage } = body;
    response.end(JSON.stringify(version === "2016-08-15" ? { ErrorCode, ErrorMessage } : body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens to a port has an address with one.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
