// Mocks answer with the examples, and servers that check their answers take every body that the table makes, and no other.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../generator/text/json/value.ts";
import { type Answer, describedAnswers, TABLES } from "./described-answers.ts";
import { freshFolder, library, program } from "./tools.ts";

interface Backend {
  init(): Promise<unknown>;
  validateResponse(body: JsonObject, operationId: string, status: number): { readonly valid: boolean };
}

interface ExpressResponse extends ServerResponse {
  status(status: number): this;
  type(mediaType: string): this;
  send(body: unknown): this;
}

interface Libraries {
  readonly OpenAPIBackend: new (options: object) => Backend;
  readonly express: () => RequestListener & { readonly use: (...handlers: readonly unknown[]) => void };
  readonly middleware: (options: object) => unknown;
}

const { OpenAPIBackend, express, middleware } = {
  ...(library("openapi-backend") as Pick<Libraries, "OpenAPIBackend">),
  ...(library("express-openapi-validator") as Pick<Libraries, "middleware">),
  express: library("express") as Libraries["express"],
};

const ALL = ["3.0.3", "3.1.1"].flatMap((version) => TABLES.map((table) => [table, version] as const));

describe.each(ALL)("%s, OpenAPI %s", (table, version) => {
  test("openapi-backend", async () => {
    const { document, answers } = await describedAnswers(table, version);
    const api = new OpenAPIBackend({ definition: document, ajvOpts: { strict: false }, quick: true });
    await api.init();
    expect(answers.length).toBeGreaterThan(0);
    for (const { operationId, status, mediaType, body, wrong } of answers) {
      expect(api.validateResponse(body, operationId, status)).toMatchObject({ valid: true });
      // It checks no other types.
      if (mediaType === "application/json")
        expect(api.validateResponse(wrong, operationId, status)).toMatchObject({ valid: false });
    }
  });

  test("express-openapi-validator", async () => {
    const { document, answers } = await describedAnswers(table, version);
    let next: readonly [Answer, JsonObject] | undefined;
    const app = express();
    app.use(middleware({ apiSpec: document, validateResponses: true, validateSecurity: false }));
    app.use((_: unknown, response: ExpressResponse) => {
      const [{ status, mediaType }, body] = next ?? [{ status: 500, mediaType: "json" }];
      response.status(status).type(mediaType).send(body);
    });
    app.use((error: Error, _request: unknown, response: ExpressResponse, _next: unknown) => {
      response.status(REFUSED).send(error.message);
    });
    const server = createServer(app);
    const url = await listening(server);
    const answered = async (answer: Answer, body: JsonObject): Promise<number> => {
      next = [answer, body];
      return (await fetch(url + answer.path)).status;
    };
    try {
      for (const answer of answers) {
        expect(await answered(answer, answer.body), answer.example).toBe(answer.status);
        // It checks no answers from 500 on.
        if (answer.status < 500) expect(await answered(answer, answer.wrong), answer.example).toBe(REFUSED);
      }
    } finally {
      server.close();
    }
  });

  test("Prism, as a mock and as a proxy that checks", async () => {
    const { document, answers } = await describedAnswers(table, version);
    // It takes any value where a schema of 3.0 allows null.
    const tellsNull = !JSON.stringify(document).includes('"nullable":true');
    const folder = freshFolder(`prism-${table.replaceAll(/\W+/g, "-")}-${version}`);
    writeFileSync(join(folder, "api.json"), JSON.stringify(document));
    let next: readonly [Answer, JsonObject] | undefined;
    const upstream = createServer((_, response) => {
      const [{ status, mediaType }, body] = next ?? [{ status: 500, mediaType: "json" }];
      response.writeHead(status, { "content-type": mediaType }).end(JSON.stringify(body));
    });
    const origin = await listening(upstream);
    const started = await Promise.all([["mock"], ["proxy", origin]].map((words) => prism(words, folder)));
    const [mock, proxy] = started.map(({ url }) => url);
    const violations = async (answer: Answer, body: JsonObject): Promise<readonly unknown[]> => {
      next = [answer, body];
      return violationsOf(await fetch(proxy + answer.path));
    };
    try {
      // Answers of 304 have no body.
      for (const answer of answers.filter(({ status }) => status !== 304)) {
        const prefer = `code=${answer.status}, example=${answer.example}`;
        const mocked = await fetch(mock + answer.path, { headers: { prefer } });
        expect([mocked.status, await mocked.json()]).toEqual([answer.status, answer.body]);
        expect(await violations(answer, answer.body)).toEqual([]);
        if (tellsNull) expect(await violations(answer, answer.wrong), answer.example).not.toEqual([]);
      }
    } finally {
      upstream.close();
      for (const { server } of started) server.kill();
    }
  });
});

/** A status that no answer has. */
const REFUSED = 599;

/** Those of the body: the headers that a response may have are not sent here. */
function violationsOf({ headers }: Response): readonly unknown[] {
  const found = JSON.parse(headers.get("sl-violations") ?? "[]") as readonly { readonly location: readonly string[] }[];
  return found.filter(({ location }) => location.includes("body"));
}

async function prism(
  [verb = "", ...upstream]: readonly string[],
  cwd: string,
): Promise<{ readonly url: string; readonly server: ChildProcess }> {
  const words = [verb, "api.json", ...upstream, "-h", "127.0.0.1", "-p", String(await freePort())];
  const server = spawn(program("prism"), words, { cwd });
  let printed = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += String(chunk);
      const url = /listening on (http:\/\/[\d.:]+)/.exec(printed)?.[1];
      if (url !== undefined) resolve({ url, server });
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("exit", () => reject(new Error(printed)));
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  const url = await listening(server);
  server.close();
  return Number(new URL(url).port);
}

async function listening(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
