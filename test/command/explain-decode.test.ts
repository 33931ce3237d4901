// What explain and decode print of codes with cases, tags, operations and integers.
import { createColors } from "picocolors";
import { expect, test } from "vitest";
import { decodingJson, decodingText, unrecognised } from "../../generator/command/verbs/decode-report.ts";
import { makeDecoder } from "../../generator/decode/decoder.ts";
import { decoderTable } from "../../generator/decode/decoder-table.ts";
import { explanationOf } from "../../generator/explain/explain-text.ts";
import type { Model } from "../../generator/model/model.ts";
import { modelOfFile } from "../helpers/model-fixtures.ts";

const colors = createColors(false);
const disks = modelOfFile("test/cases/docs-cases/disks.errors.yaml");
const lists = modelOfFile("test/cases/docs-list/lists.errors.yaml");

function explain(name: string, model: Model): string {
  return explanationOf({ name, models: [model], colors }).text;
}

function decode(text: string, model: Model) {
  return [{ model, decoding: makeDecoder(decoderTable(model))(text) }];
}

test("explain says everything of a code, and of each of its cases", () => {
  const text = explain("OperationDenied", disks);
  expect(text).toBe(`OperationDenied · 403 Forbidden, 409 Conflict, 429 Too Many Requests · Disks
Code in bodies: urn:disks:OperationDenied
Meaning: The operation is not possible *now*.
Tags: Network, Quota
Operations: CreateDisk (quota, 409): There are *too many* disks., DeleteDisk
x-owner: storage-team
x-runbook: {"page":12}

OperationDenied.zoneClosed · 403 Forbidden · Disks
Message: The zone {zone} is closed.
Meaning: The zone takes no disks.
Retry: never: the same request fails again.
x-owner: zone-team
Params:
  zone (string, /error/zone) For example "z-1".

OperationDenied.quota · 409 Conflict, 429 Too Many Requests · Disks
Message: The quota of {resource} is used up.
What to do: Raise it.
Retry: throttled: a limit was reached; wait for as long as the response says, or for a growing delay.
Headers: Retry-After
Details: /error/quota/limit
See: Quotas https://example.com/quotas
Params:
  resource (string) For example "disks".
`);
  expect(explain("OperationDenied.quota", disks)).toBe(text);
  expect(explain("CardDeclined", disks)).toContain('Details: /error/type = "card"\n');
});

test("explain says where a list stands, and nothing of a status that nobody states", () => {
  expect(explain("-1121", lists)).toBe(
    "-1121 · Lists\nIn a list: responses list errors at /errors.\nMeaning: The symbol is unknown.\nWhat to do: Ask for the symbols.\n",
  );
});

test("decode names the case, with its status and its texts in place of those of the error", () => {
  const body = '{"error":{"code":"urn:disks:OperationDenied","message":"The quota of disks is used up."}}';
  const decodings = decode(`HTTP/1.1 429 X\n\n${body}`, disks);
  expect(decodingText(decodings, colors)).toBe(`OperationDenied.quota · 409 Conflict, 429 Too Many Requests · Disks
Matched on: code, status and message
Message: The quota of disks is used up.
  resource: disks
Meaning: The operation is not possible *now*.
What to do: Raise it.
Retry: throttled: a limit was reached; wait for as long as the response says, or for a growing delay.
See: Quotas https://example.com/quotas
`);
  expect(JSON.parse(decodingJson(decodings))).toEqual([
    expect.objectContaining({
      code: "OperationDenied",
      case: "quota",
      status: 409,
      statuses: [409, 429],
      params: { resource: "disks" },
      solution: "Raise it.",
      retry: "throttled",
      responseStatus: 429,
    }),
  ]);
});

test("decode shows every error of a list, and the codes that are not in the table", () => {
  const decodings = decode('{"errors":[{"code":10000},{"code":5},{"code":-1121}]}', lists);
  expect(decodingText(decodings, colors)).toBe(
    `10000 · Lists
Matched on: code
Meaning: Nobody signed in.
What to do: Sign in.

-1121 · Lists
Matched on: code
Meaning: The symbol is unknown.
What to do: Ask for the symbols.

There is no code "5".
`,
  );
  expect(JSON.parse(decodingJson(decodings))).toMatchObject([
    { code: "10000", status: null, statuses: [] },
    { code: "-1121", status: null, statuses: [] },
  ]);
});

test("decode says that a success is no error", () => {
  const decodings = decode('{"errors":[{"code":0}]}', lists);
  expect(decodingJson(decodings)).toBe("[]\n");
  expect(unrecognised(decodings)).toBe('This is no error: the code "0" stands for success.\n');
});
