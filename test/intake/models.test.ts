// Service models and schemas become tables: statuses only where they state them, codes as their protocols send them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { read, refusals, tableOf } from "./read.ts";

const corpus = (name: string): string => readFileSync(join(import.meta.dirname, "../corpora/sources", name), "utf8");

describe("botocore", () => {
  const lambda = read("service-2.json", corpus("botocore-lambda.json"));

  test("exceptions have the statuses, headers and operations of the model", () => {
    expect(lambda.table).toMatchObject({ name: "AWSLambda", title: "AWS Lambda" });
    expect(Object.keys(lambda.table.errors)).toEqual([
      "CodeStorageExceededException",
      "TooManyRequestsException",
      "ResourceConflictException",
      "EC2ThrottledException",
    ]);
    expect(lambda.table.errors["TooManyRequestsException"]).toEqual({
      status: 429,
      description:
        "The request throughput limit was exceeded. For more information, see [Lambda quotas](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html#api-requests).",
      retry: "throttled",
      headers: {
        "Retry-After": {
          description: "The number of seconds the caller should wait before retrying.",
          schema: { type: "string" },
        },
      },
    });
    expect(lambda.table.operations).toEqual({
      "*": ["TooManyRequestsException"],
      CreateFunction: ["CodeStorageExceededException", "ResourceConflictException"],
      Invoke: ["ResourceConflictException", "EC2ThrottledException"],
    });
  });

  test("the protocol decides where code and message are; both spellings of the message are read", () => {
    expect(lambda.table.body).toEqual({
      mediaType: "application/json",
      code: { at: "/code", optional: true, header: "x-amzn-errortype" },
      message: "/message",
      aliases: [{ code: "/code", message: "/Message" }],
    });
    expect(lambda.dropped.map(({ name }) => name)).toEqual(["Type", "Reason"]);
  });

  const model = (protocol: string, shape: object, more: object = {}) => ({
    metadata: { protocol, serviceFullName: "Shop", ...more },
    operations: {},
    shapes: { Gone: { type: "structure", exception: true, ...shape }, Order: { type: "structure" } },
  });

  test.each([
    ["json", {}, { code: "/__type", message: "none" }],
    ["query", {}, { mediaType: "text/xml", code: "/ErrorResponse/Error/Code" }],
    ["ec2", {}, { code: "/Response/Errors/Error/Code" }],
    ["rest-xml", {}, { code: "/ErrorResponse/Error/Code" }],
    ["rest-xml", { endpointPrefix: "s3" }, { mediaType: "application/xml", code: "/Error/Code" }],
  ])("%s %j", (protocol, more, body) => {
    const table = tableOf("service-2.json", model(protocol, {}, more));
    expect(table.body).toMatchObject(body);
    expect(table.errors).toEqual({ Gone: {} });
  });

  test("older protocols send the code, JSON sends the name of the shape", () => {
    const shape = { error: { code: "Shop.Gone", httpStatusCode: 410 }, retryable: { throttling: false } };
    expect(tableOf("a.json", model("query", shape)).errors).toEqual({ "Shop.Gone": { status: 410, retry: "backoff" } });
    expect(Object.keys(tableOf("a.json", model("json", shape)).errors)).toEqual(["Gone"]);
  });

  test("a model without exceptions has nothing to read", () => {
    const none = JSON.stringify({ metadata: { protocol: "ec2" }, shapes: { A: { type: "structure" } } });
    expect(refusals("service-2.json", none)).toEqual([
      "service-2.json:1:1 nothing-to-read The model has no errors: no shape says that it is one.",
    ]);
  });
});

describe("Smithy", () => {
  test("structures with the trait of an error, and paragraphs of their documentation", () => {
    const { table, dropped } = read("s3.json", corpus("smithy-s3.json"));
    expect(table).toMatchObject({
      name: "AmazonSimpleStorageService",
      body: { mediaType: "application/xml", code: "/Error/Code", message: "/Error/Message" },
      operations: { CreateBucket: ["BucketAlreadyExists"], GetObject: ["NoSuchKey", "InvalidObjectState"] },
    });
    expect(table.errors["NoSuchKey"]).toEqual({ status: 404, description: "The specified key does not exist." });
    const { description } = table.errors["InvalidObjectState"] ?? {};
    expect(description).toMatch(/^Object is archived and inaccessible until restored\.\n\nIf the object/);
    expect(description).toContain(
      "[RestoreObject](https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html)",
    );
    expect(description).toContain("`InvalidObjectState`");
    expect(dropped.map(({ name }) => name)).toEqual(["StorageClass", "AccessTier"]);
  });

  test("errors of the service belong to all operations; no status is made up of client or server", () => {
    const error = (traits: object) => ({ type: "structure", traits: { "smithy.api#error": "client", ...traits } });
    const shapes = {
      "a#Shop": { type: "service", errors: [{ target: "a#Busy" }], traits: { "aws.protocols#awsJson1_1": {} } },
      "a#Get": { type: "operation", errors: [{ target: "a#Gone" }] },
      "a#Put": { type: "operation" },
      "a#Busy": error({ "smithy.api#retryable": { throttling: true } }),
      "a#Gone": error({}),
    };
    const { errors, operations, body } = tableOf("model.json", { smithy: "2.0", shapes });
    expect(errors).toEqual({ Busy: { retry: "throttled" }, Gone: {} });
    expect(operations).toEqual({ "*": ["Busy"], Get: ["Gone"] });
    expect(body).toMatchObject({ code: "/__type" });
  });
});

describe("JSON Schema", () => {
  test("the enum of the whole schema, with descriptions, and what stands beside it", () => {
    const schema = {
      ...{ title: "Shop error code", type: "string", enum: ["ORDER_GONE", "BUSY"] },
      enumDescriptions: { ORDER_GONE: "The order is **gone**." },
      enumMetadata: { BUSY: {} },
    };
    const { table, dropped } = read("error-code.json", schema);
    expect(table.errors).toEqual({ ORDER_GONE: { description: "The order is **gone**." }, BUSY: {} });
    expect(table.body).toBeUndefined();
    expect(dropped).toEqual([{ reason: "keywords beside the enum", name: "enumMetadata" }]);
  });

  test("the member that is named as codes are, not the largest enum", () => {
    const schema = {
      properties: {
        error: {
          properties: {
            kind: { enum: ["a", "b", "c", "d"] },
            code: {
              oneOf: [
                { const: 1001, title: "Gone" },
                { const: 1002, description: "Busy" },
              ],
            },
            detail: { type: "string" },
          },
        },
      },
    };
    const { table } = read("error.json", schema);
    expect(table.body).toEqual({
      code: { at: "/error/code", type: "integer" },
      message: "/error/detail",
      properties: { "/error/kind": { type: "string" } },
    });
    expect(table.errors).toMatchObject({ 1001: { description: "Gone" }, 1002: { description: "Busy" } });
  });

  test("schemas without codes, or with enums of other things, are refused by name", () => {
    expect(refusals("a.json", '{"type":"object"}')[0]).toContain("The schema has no enum of codes.");
    const other = JSON.stringify({ $defs: { Colour: { enum: ["red", "green"] } } });
    expect(refusals("a.json", other)[0]).toContain('No enum of the schema is named as error codes are: "Colour".');
  });
});
