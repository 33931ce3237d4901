// Clients that read answers before their callers see them; the Error class takes the answers as they are.
import axios, { isAxiosError } from "axios";
import got, { HTTPError as GotError } from "got";
import ky, { HTTPError as KyError } from "ky";
import createClient from "openapi-fetch";
import { FunctionComputeServiceError, type ReceivedResponse } from "../generated/function-compute/index.js";

/** A subclass, as programs have for all of their clients. */
export class ComputeError extends FunctionComputeServiceError {
  override readonly name: string = "ComputeError";
}

type Ask = (url: string) => Promise<FunctionComputeServiceError>;

interface Paths {
  readonly "/{code}": {
    readonly get: {
      readonly parameters: { readonly path: { readonly code: string } };
      readonly responses: { readonly 400: { readonly content: { readonly "application/json": object } } };
    };
  };
}

const clients: Readonly<Record<string, Ask>> = {
  axios: async (url) => {
    const response = await caught(axios.get(url), (error) => (isAxiosError(error) ? error.response : undefined));
    return ComputeError.from({ status: response.status, headers: response.headers, body: response.data });
  },
  "axios, as bytes": async (url) => {
    const asked = axios.get(url, { responseType: "arraybuffer" });
    const { status, headers, data } = await caught(asked, (error) =>
      isAxiosError(error) ? error.response : undefined,
    );
    return ComputeError.from({ status, headers, body: data });
  },
  got: async (url) => {
    const asked = got(url, { retry: { limit: 0 } });
    const response = await caught(asked, (error) => (error instanceof GotError ? error.response : undefined));
    return ComputeError.from({ status: response.statusCode, headers: response.headers, body: response.body });
  },
  ky: async (url) => {
    const asked = ky.get(url, { retry: 0 });
    const response = await caught(asked, (error) => (error instanceof KyError ? error.response : undefined));
    return ComputeError.fromResponse(response);
  },
  "ky, read before": async (url) => {
    const { headers, status, ...response } = await receive(await ky.get(url, { throwHttpErrors: false }));
    return ComputeError.from({ status, headers, ...response });
  },
  "openapi-fetch": async (url) => {
    const at = url.lastIndexOf("/");
    const client = createClient<Paths>({ baseUrl: url.slice(0, at) });
    const { error, response } = await client.GET("/{code}", { params: { path: { code: url.slice(at + 1) } } });
    return ComputeError.from({ status: response.status, headers: response.headers, body: error });
  },
};

async function receive(response: Response): Promise<ReceivedResponse> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** What a failed request has instead of a result. */
async function caught<Answer>(
  asked: Promise<unknown>,
  answerOf: (error: unknown) => Answer | undefined,
): Promise<Answer> {
  try {
    await asked;
  } catch (error) {
    const answer = answerOf(error);
    if (answer !== undefined) return answer;
    throw error;
  }
  throw new Error("The server did not answer with an error.");
}

/** What each of the clients tells of an error, as a report has it. */
export async function askWithReceivers(url: string): Promise<Readonly<Record<string, unknown>>> {
  const answers = Object.entries(clients).map(async ([name, ask]) => {
    const error = await ask(url);
    return [name, { ...error.toJSON(), params: error.params, isOwn: error instanceof ComputeError }] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}
