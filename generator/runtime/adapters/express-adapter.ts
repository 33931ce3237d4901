// Answers as error handlers of Express 4 and 5 do, and of frameworks like it.

import type { AdapterOptions, ToReply } from "../server/request-reply.ts";
import { type NodeRequest, type NodeResponse, nodeReplier } from "./node-adapter.ts";

export type ExpressErrors = <Request extends NodeRequest>(
  options?: AdapterOptions<Request>,
) => (error: unknown, request: Request, response: NodeResponse, next: (error?: unknown) => void) => void;

export function expressErrors(toReply: ToReply): ExpressErrors {
  const reply = nodeReplier(toReply);
  // Express tells error handlers by their four parameters, and cuts off responses that have begun.
  return (options) => (error, request, response, next) => {
    if (response.headersSent) next(error);
    else reply(error, request, response, options);
  };
}
