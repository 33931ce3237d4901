// Answers as servers of Node's module http do.

import type { Reply } from "../server/reply.ts";
import { type AdapterOptions, replyToRequest, staleHeaders, type ToReply } from "../server/request-reply.ts";

export interface NodeRequest {
  readonly headers: object;
}

export interface NodeResponse {
  readonly headersSent: boolean;
  statusCode: number;
  getHeader(name: string): unknown;
  setHeader(name: string, value: string): unknown;
  removeHeader(name: string): unknown;
  end(body: string): unknown;
  destroy(): unknown;
}

export type NodeReply = <Request extends NodeRequest>(
  error: unknown,
  request: Request,
  response: NodeResponse,
  options?: AdapterOptions<Request>,
) => void;

export function nodeReplier(toReply: ToReply): NodeReply {
  return (error, request, response, options) => {
    const headers = request.headers as Readonly<Record<string, unknown>>;
    writeNodeReply(
      replyToRequest(toReply, error, request, (name) => headers[name], options),
      response,
    );
  };
}

/** A response that has begun is cut off, so that its client does not take it for whole. */
export function writeNodeReply(reply: Reply, response: NodeResponse): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of staleHeaders(reply)) response.removeHeader(name);
  response.statusCode = reply.status;
  for (const [name, value] of Object.entries(reply.headers)) {
    const known = name === "Vary" ? response.getHeader(name) : undefined;
    const values: readonly unknown[] = known === undefined ? [value] : [known, value];
    response.setHeader(name, values.join(", "));
  }
  response.end(reply.body);
}
