// Answers as a filter for exceptions of NestJS does, on Express and on Fastify.

import type { AdapterOptions, ToReply } from "../server/request-reply.ts";
import { type FastifyReplyLike, fastifyReply } from "./fastify-adapter.ts";
import { type NodeRequest, type NodeResponse, nodeReplier } from "./node-adapter.ts";

export interface NestHost {
  getType(): string;
  switchToHttp(): { getRequest(): unknown; getResponse(): unknown };
}

export interface NestFilter {
  catch(error: unknown, host: NestHost): void;
}

export type NestErrors = <Request extends NodeRequest>(options?: AdapterOptions<Request>) => NestFilter;

export function nestErrors(toReply: ToReply): NestErrors {
  const reply = nodeReplier(toReply);
  return <Request extends NodeRequest>(options?: AdapterOptions<Request>) => ({
    catch(error: unknown, host: NestHost) {
      // Messages of queues and the like have no HTTP response.
      if (host.getType() !== "http") throw error;
      const http = host.switchToHttp();
      const request = http.getRequest() as Request;
      const response = http.getResponse() as NodeResponse | FastifyReplyLike;
      if ("raw" in response) fastifyReply(toReply, error, request, response, options);
      else reply(error, request, response, options);
    },
  });
}
