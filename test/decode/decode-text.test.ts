// Pasted texts are decoded: bodies, responses, lines of logs and messages become codes and values, the best match first.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Candidate } from "../../generator/decode/candidates.ts";
import { type Decoding, makeDecoder } from "../../generator/decode/decoder.ts";
import { decoderTable } from "../../generator/decode/decoder-table.ts";
import { TEXT_LIMIT } from "../../generator/decode/pasted-text.ts";
import { hostileString } from "../helpers/hostile-strings.ts";
import { modelOf } from "../helpers/model-fixtures.ts";
import { functionCompute, pastedErrors } from "../helpers/pasted-errors.ts";

const decode = makeDecoder(decoderTable(functionCompute));

describe("the errors of Function Compute", () => {
  test.each(pastedErrors)("$code as a $shape", ({ code, text, shape, params }) => {
    const [best] = decode(text).candidates;
    expect(best?.error.code).toBe(code);
    expect(best?.matchedOn.includes("code")).toBe(shape !== "message");
    if (params !== undefined) expect(paramsOf(best)).toEqual(params);
  });

  test("the request id and the delay in the headers of a response", () => {
    const text = pastedErrors.find(({ shape }) => shape === "response")?.text ?? "";
    expect(decode(text)).toMatchObject({ requestId: "r-1", retryAfter: "7" });
  });

  test("each message in Chinese", () => {
    expect(codes(decode("版本“3”不存在于服务“demo”中"))).toEqual([]);
    const [best] = decode("不支持对“/x”执行“PATCH”").candidates;
    expect(best?.error.code).toBe("PathNotSupported");
    expect(best?.message?.locale).toBe("zh-CN");
    expect(paramsOf(best)).toEqual({ method: "PATCH", path: "/x" });
  });

  test("a template that is only a param never matches by its text alone", () => {
    const opaque = new Set(["InvalidArgument", "AccessDenied", "ResourceExhausted", "ResourceThrottled"]);
    fc.assert(
      fc.property(fc.oneof(hostileString, fc.string()), (text) => {
        for (const { error, matchedOn } of decode(text).candidates)
          expect(opaque.has(error.code) && !matchedOn.includes("code")).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(codes(decode("ServiceName is too long"))).toEqual([]);
    expect(decode("HTTP/1.1 403 Forbidden\n\nno way")).toMatchObject({ candidates: [], status: 403 });
    expect(decode("HTTP/1.1 403 Forbidden\n\nno way").sameStatus).toContain("AccessDenied");
  });
});

describe("forms of texts", () => {
  const shop = makeDecoder(
    decoderTable(
      modelOf({
        body: { code: "/error/code", message: "/error/message" },
        errors: {
          OrderNotFound: { status: 404, message: "order '%s' does not exist", params: { orderId: {} } },
          OrderGone: { status: 410, message: "order '%s' does not exist", params: { orderId: {} } },
          NotHere: { status: 404, message: "'%s' does not exist", params: { what: {} } },
          Weak: { status: 400, message: "%s: %s", params: { a: {}, b: {} } },
          timeout: { status: 504, message: "too slow" },
          Big: { status: 400, message: "number %d", params: { n: { type: "int64" } } },
        },
        retired: { OrderLost: { since: "2.0.0", replacedBy: "OrderGone" } },
      }),
    ),
  );

  test("nested bodies, bodies within strings, bodies that are cut off", () => {
    const body = { error: { code: "OrderNotFound", message: "order 'a' does not exist" } };
    expect(codes(shop(JSON.stringify(body)))[0]).toBe("OrderNotFound");
    expect(codes(shop(JSON.stringify({ log: JSON.stringify(body) })))[0]).toBe("OrderNotFound");
    expect(codes(shop(JSON.stringify(JSON.stringify(body))))[0]).toBe("OrderNotFound");
    expect(codes(shop(`x ${JSON.stringify(JSON.stringify(body)).slice(1, -1)} y`))[0]).toBe("OrderNotFound");
    expect(codes(shop(JSON.stringify(body).slice(0, -9)))[0]).toBe("OrderNotFound");
  });

  test("the last of several responses, as curl prints them", () => {
    const text = [
      "* Connected",
      "< HTTP/1.1 302 Found",
      "< location: /x",
      "< ",
      "< HTTP/2 410 ",
      "< retry-after: Wed, 25 Nov 2026 00:00:00 GMT",
      "< ",
      "{ [20 bytes data]",
      '{"error":{"code":"OrderGone","message":"order \'a\' does not exist"}}',
    ].join("\n");
    const decoding = shop(text);
    expect(decoding).toMatchObject({ status: 410, retryAfter: "Wed, 25 Nov 2026 00:00:00 GMT" });
    expect(decoding.candidates[0]).toMatchObject({
      error: { code: "OrderGone" },
      matchedOn: ["code", "status", "message"],
    });
  });

  test("a code comes before a message, more words before fewer, and the status decides between equal ones", () => {
    expect(codes(shop("order 'a' does not exist"))).toEqual(["OrderGone", "OrderNotFound"]);
    expect(codes(shop("HTTP/1.1 404 x\n\norder 'a' does not exist"))).toEqual(["OrderNotFound", "OrderGone"]);
    expect(codes(shop('{"error":{"code":"NotHere","message":"order \'a\' does not exist"}}'))[0]).toBe("NotHere");
    expect(codes(shop("this: that"))).toEqual([]);
  });

  test("plain words are codes only after a label such as code=", () => {
    expect(codes(shop("there was a timeout somewhere"))).toEqual([]);
    expect(codes(shop("code=timeout"))).toEqual(["timeout"]);
    expect(codes(shop("timeout: it took long"))).toEqual(["timeout"]);
  });

  test.each([
    "ERROR order 'a' does not exist",
    "404 order 'a' does not exist",
    "HTTP 404 order 'a' does not exist",
    "[2026-11-28] WARN order 'a' does not exist",
    "2026-11-28 10:00:00 error \"order 'a' does not exist\"",
    "code:?, message:order 'a' does not exist",
  ])("a message after a level, a status or a label: %s", (text) => {
    expect(codes(shop(text))).toContain("OrderNotFound");
  });

  test.each([
    ["OrderNotFound RequestId:r-9", "r-9"],
    ["OrderNotFound (Request ID: r-9; host: x)", "r-9"],
    ["OrderNotFound request-id=0af7 x", "0af7"],
    ["OrderNotFound request id 4711-b", "4711-b"],
    ["OrderNotFound: the request id is missing", undefined],
  ])("the id of the request: %s", (text, id) => {
    expect(shop(text).requestId).toBe(id);
  });

  test("retired and unknown codes", () => {
    expect(shop('{"code":"OrderLost"}')).toMatchObject({ candidates: [], retired: ["OrderLost"] });
    expect(shop('{"code":"OrderNotFond"}').unknown).toEqual([{ code: "OrderNotFond", nearest: "OrderNotFound" }]);
  });

  test("integers of 64 bits keep all digits", () => {
    expect(paramsOf(shop("number 9223372036854775807").candidates[0])).toEqual({ n: 9223372036854775807n });
  });

  test("every text has an answer, and a long text has it soon", () => {
    fc.assert(
      fc.property(fc.oneof(hostileString, fc.json(), fc.string()), (text) => {
        expect(shop(text).candidates.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 60 },
    );
    for (const unit of [
      "{",
      '{"',
      '"',
      "\\",
      "a: ",
      "HTTP/1.1 404 x\n",
      "[",
      '{"a":',
      "OrderNotFound ",
      " ",
      "status ",
      "::",
      'req_1=""',
    ]) {
      expect(shop(`status a${unit.repeat(TEXT_LIMIT / 16)}a`).candidates.length).toBeLessThanOrEqual(20);
    }
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "errtable-decode-"));
  writeFileSync(
    join(folder, "shop.errors.yaml"),
    JSON.stringify({
      errtable: 1,
      name: "Shop",
      errors: {
        Gone: {
          status: 410,
          message: "order %s is gone",
          params: { id: { example: "a" } },
          description: "d",
          solution: "s",
        },
      },
      retired: { Lost: { since: "2.0.0", replacedBy: "Gone", reason: "It was found." } },
    }),
  );
  writeFileSync(
    join(folder, "answer.txt"),
    'HTTP/1.1 410 Gone\nRetry-After: 5\n\n{"code":"Gone","message":"order \\u001b[31m is gone"}',
  );
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (input: string | undefined, ...args: readonly string[]) => {
    const cli = resolve(import.meta.dirname, "../../dist/js/cli.js");
    const env = { PATH: process.env["PATH"] ?? "" };
    const done = spawnSync(process.execPath, [cli, "decode", ...args], { cwd: folder, encoding: "utf8", input, env });
    return { code: done.status, out: done.stdout, err: done.stderr };
  };

  test("takes words that are too long, or of no form, for the name of a file", () => {
    for (const more of ["a".repeat(5_000), "b/".repeat(3_000)]) {
      const body = JSON.stringify({ code: "Gone", message: `order ${more} is gone` });
      expect(run(undefined, body, "--table", "shop.errors.yaml")).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^Gone · 410/),
      });
    }
  });
  const TABLE = ["--table", "shop.errors.yaml"];

  test("reads a file, and makes its control characters visible", () => {
    const { code, out } = run(undefined, "answer.txt", ...TABLE);
    expect(code).toBe(0);
    expect(out).toContain("Gone · 410 Gone · Shop\nMatched on: code, status and message\n");
    expect(out).toContain("  id: ␛[31m\n");
    expect(out).toContain("Retry-After: 5 seconds\n");
    expect(out).not.toContain("\u001b");
  });

  test("reads UTF-16, with a mark and without one", () => {
    const text = "order a is gone";
    for (const mark of ["", "\ufeff"]) {
      const bytes = Buffer.from(mark + text, "utf16le");
      for (const [name, content] of [
        ["le.txt", bytes],
        ["be.txt", Buffer.from(bytes).swap16()],
      ] as const) {
        writeFileSync(join(folder, name), content);
        expect(run(undefined, name, ...TABLE)).toMatchObject({ code: 0, out: expect.stringMatching(/^Gone · 410/) });
      }
    }
  });

  test("reads stdin, and prints JSON for programs", () => {
    const { code, out } = run("order \u009b7\u202e is gone", "-", ...TABLE, "--format", "json");
    expect(code).toBe(0);
    expect(out).not.toMatch(/[\u0080-\u009f\u202e]/);
    expect(JSON.parse(out)).toEqual([
      expect.objectContaining({ code: "Gone", status: 410, params: { id: "\u009b7\u202e" }, matchedOn: ["message"] }),
    ]);
  });

  test("reports retired and unknown codes", () => {
    expect(run(undefined, "Lost: x", ...TABLE).out).toContain("retired");
    expect(run("nothing", "-", ...TABLE, "--format", "json")).toMatchObject({ code: 1, out: "[]\n" });
    expect(run("", "-", ...TABLE)).toMatchObject({ code: 2, out: "" });
    expect(run("x", "-").code).toBe(2);
    const missing = run("x", "-", "--table", "none.errors.yaml");
    expect(missing).toMatchObject({ code: 2, out: "", err: expect.stringContaining("[missing-file]") as unknown });
  });
});

function codes({ candidates }: Decoding): readonly string[] {
  return candidates.map(({ error }) => error.code);
}

function paramsOf(candidate: Candidate | undefined): unknown {
  const values = candidate?.message?.values;
  return values && Object.fromEntries(values.map((value, index) => [candidate?.error.names[index], value]));
}
