// All codes of Function Compute travel from servers of real frameworks to the generated client and to the client that Function
// Compute publishes, in two languages, and come back as what they were.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setup } from "../../helpers/build.ts";
import { modelOfFile } from "../../helpers/model-fixtures.ts";
import { EVERY_ADAPTER } from "../../helpers/typescript-product.ts";
import { folderOf, load, make, type Server, startServers } from "./products.ts";

const HERE = import.meta.dirname;
const FOLDER = folderOf("seed");
const MODEL = modelOfFile("spec/function-compute.errors.yaml");
const PATH = "/2016-08-15/services";
const FRAMEWORKS = [
  ...["express5", "express4", "fastify", "koa", "hono", "nest on express", "nest on fastify", "node:http"],
];

const FunctionComputeClient = createRequire(join(HERE, "../../judges/clients/package.json"))("@alicloud/fc2") as new (
  account: string,
  settings: object,
) => { getService(name: string, headers: object): Promise<unknown> };

interface Failure extends Error {
  readonly code: string;
  readonly status: number;
  readonly params: object;
  readonly retry: string | undefined;
}

interface Seed {
  readonly shopFailure: (code: string, params: object) => Failure;
  readonly isShopError: (body: unknown, code: string) => boolean;
  readonly formatShopMessageIn: (locale: unknown, code: string, params: object) => string;
  readonly shopLocaleZhCN: unknown;
  readonly ShopServiceError: { readonly fromResponse: (response: Response) => Promise<Failure> };
}

interface Procedures {
  readonly throughOrpc: (seed: Seed, failures: readonly Failure[]) => Promise<readonly unknown[]>;
  readonly throughTrpc: (seed: Seed, failures: readonly Failure[]) => Promise<readonly unknown[]>;
}

let seed: Seed;
let failures: readonly Failure[];
let servers: Readonly<Record<string, Server>>;

beforeAll(async () => {
  setup();
  const [table = "", chinese = ""] = ["", "zh-CN."].map((locale) =>
    readFileSync(`spec/function-compute.${locale}errors.yaml`, "utf8"),
  );
  // The client of Function Compute reads the second spelling of the table alone.
  const spelled = table.replace(/\/(e)(?=rror(?:Code|Message)\b)/gi, (_, first) => (first === "e" ? "/E" : "/e"));
  const files = { "function-compute.errors.yaml": spelled, "function-compute.zh-CN.errors.yaml": chinese };
  await make(FOLDER, files, { prefix: "Shop", parts: ["guards", "server", "http"], adapters: EVERY_ADAPTER.adapters });
  seed = await load<Seed>(join(FOLDER, "errors/index.js"));
  failures = MODEL.errors.map(({ wireCode, cases }) => {
    const params = cases[0]?.params ?? [];
    const values = params.map(({ name, type }) => [name, type === "string" ? `a ${name}` : 7]);
    // Errors without a template take the message itself.
    const given = cases[0]?.template === undefined ? { message: "as it is" } : Object.fromEntries(values);
    return seed.shopFailure(String(wireCode), given);
  });
  const errorOf = (code: string) => failures.find((failure) => failure.code === code);
  const options = { locales: [seed.shopLocaleZhCN], requestId: () => "r-1" };
  servers = await startServers(seed, { path: PATH, errorOf, options });
});

afterAll(async () => {
  for (const { close } of Object.values(servers)) await close();
});

/** The messages of all codes in a language. */
function messagesIn(language: string): readonly string[] {
  expect(failures).toHaveLength(15);
  return failures.map(({ code, message, params }) =>
    language === "en" ? message : seed.formatShopMessageIn(seed.shopLocaleZhCN, code, params),
  );
}

const WAYS = FRAMEWORKS.flatMap((framework) => ["en", "zh-CN"].map((language) => [framework, language] as const));

test.each(WAYS)("%s to the generated client, in %s", async (framework, language) => {
  const messages = messagesIn(language);
  for (const [index, { code, status, params, retry }] of failures.entries()) {
    const answer = await fetch(`${servers[framework]?.origin}${PATH}/${code}`, {
      headers: { "Accept-Language": language },
    });
    expect(answer.headers.get("content-language")).toBe(language);
    expect(seed.isShopError(await answer.clone().json(), code)).toBe(true);
    const error = await seed.ShopServiceError.fromResponse(answer);
    expect([error.code, error.status, error.retry]).toEqual([code, status, retry]);
    expect(error.message).toContain(messages[index]);
    // Params are read from messages in the language of the table.
    if (language === "en") expect(error.params).toEqual(params);
  }
});

test.each(WAYS)("%s to the client of Function Compute, in %s", async (framework, language) => {
  const messages = messagesIn(language);
  const endpoint = servers[framework]?.origin;
  const settings = { accessKeyID: "id", accessKeySecret: "secret", region: "here", endpoint };
  const client = new FunctionComputeClient("account", settings);
  for (const [index, { code, status }] of failures.entries()) {
    const asked = client.getService(code, { "accept-language": language });
    const thrown = await asked.then(undefined, (error: unknown) => error);
    expect(thrown).toMatchObject({ code, name: `FC${code}Error` });
    expect(String(thrown)).toContain(`failed with ${status}.`);
    expect(String(thrown)).toContain(`message: ${messages[index]}.`);
  }
});

test("procedures of oRPC and tRPC to their own clients", async () => {
  const procedures = await load<Procedures>(join(HERE, "seed-procedures.mjs"));
  const expected = failures.map(({ code, status, params, message }) => ({ code, status, params, message }));
  expect(await procedures.throughOrpc(seed, failures)).toEqual(expected);
  expect(await procedures.throughTrpc(seed, failures)).toEqual(expected);
});
