// The forms in which programs, consoles and people write an error: each is decoded with its values, and other texts are not.
import { describe, expect, test } from "vitest";
import { makeDecoder } from "../../generator/decode/decoder.ts";
import { decoderTable } from "../../generator/decode/decoder-table.ts";
import { modelOf } from "../helpers/model-fixtures.ts";

const decode = makeDecoder(
  decoderTable(
    modelOf({
      body: { code: "/error/code", message: "/error/message" },
      errors: {
        ServiceNotFound: { status: 404, message: "service '%s' does not exist", params: { name: {} } },
        AliasNotFound: {
          status: 404,
          message: "alias '%s' of service '%s' does not exist",
          params: { alias: {}, name: {} },
        },
        parameter_unknown: { status: 400, message: "Received unknown parameter: %s", params: { parameter: {} } },
        resource_missing: { status: 404, message: "No such %s: '%s'", params: { resource: {}, id: {} } },
        amount_too_large: {
          status: 400,
          message: "Amount must be no more than %d %s",
          params: { maximum: { type: "int64" }, currency: {} },
        },
        rate_limit: {
          status: 429,
          message: "Too many requests within %d seconds.",
          params: { seconds: { type: "integer" } },
        },
        InternalServerError: { status: 500, message: "an internal error has occurred. Please retry" },
        AccessDenied: { status: 403, message: "%s", params: { reason: {} } },
      },
    }),
  ),
);

interface Sample {
  readonly code: string;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const SAMPLES: readonly Sample[] = [
  { code: "ServiceNotFound", message: "service 'demo' does not exist", params: { name: "demo" } },
  {
    code: "AliasNotFound",
    message: "alias 'prod' of service 'demo' does not exist",
    params: { alias: "prod", name: "demo" },
  },
  { code: "parameter_unknown", message: "Received unknown parameter: foo", params: { parameter: "foo" } },
  { code: "resource_missing", message: "No such customer: '5'", params: { resource: "customer", id: "5" } },
  {
    code: "amount_too_large",
    message: "Amount must be no more than 999 usd",
    params: { maximum: 999n, currency: "usd" },
  },
  { code: "rate_limit", message: "Too many requests within 10 seconds.", params: { seconds: 10 } },
  { code: "InternalServerError", message: "an internal error has occurred. Please retry", params: {} },
];

const ID = "5d33e086-c5c6-49f8-a971-e14a1945dbd2";
const ESCAPE = "\u001b";

/** `isNamed` says that the form has the code. */
const FORMS: Readonly<Record<string, (error: Sample) => string>> = {
  "a full stop more": ({ message }) => `${message.replace(/\.$/, "")}.`,
  "a full stop less": ({ message }) => message.replace(/\.$/, ""),
  colours: ({ message }) => `${ESCAPE}[1m${ESCAPE}[31m✖ ${message}${ESCAPE}[39m${ESCAPE}[22m`,
  "colours of which a pager shows the signs": ({ message }) => `^[[1m^[[31m✖ ${message}^[[39m^[[0m`,
  "colours that a string has": ({ message }) => `log("\\x1b[31m${message}\\u001b[0m")`,
  "blanks of word processors": ({ message }) => message.replaceAll(" ", "\u00a0"),
  "low quotation marks": ({ message }) => `He wrote \u201e${message}\u201c, or \u201a${message}\u2018.`,
  "French quotation marks": ({ message }) => `Le serveur dit «${message}», encore.`,
  "a box of stars": ({ code, message }) => `*****\n* ${code}: *\n* ${message.replace(" ", " *\n* ")} *\n*****`,
  "the escapes of a server's log": ({ code, message }) =>
    `12#12: *7 body: "{\\x22code\\x22:\\x22${code}\\x22,\\x22message\\x22:\\x22${message.replaceAll("'", "\\x27")}\\x22}"`,
  "XML that a page shows": ({ code, message }) =>
    `&lt;Code&gt;${code}&lt;/Code&gt;&lt;Message&gt;${message.replaceAll("'", "&amp;#39;")}&lt;/Message&gt;`,
  "an address within an address": ({ code, message }) =>
    `https://x.example/?next=${encodeURIComponent(`/cb?error=${code}&error_description=${encodeURIComponent(message)}`)}`,
  "a box": ({ message }) => `╷\n│ Error: ${message}\n│ \n│   with resource.x,\n╵`,
  "a box that wraps": ({ message }) => `╷\n│ Error: ${message.replace(" ", "\n│ ")}\n╵`,
  "wrapped lines": ({ message }) => message.replace(" ", "\n"),
  "a quotation of mail": ({ code, message }) => `> ${code}\n> ${message}`,
  "quotation marks in a sentence": ({ message }) => `I keep getting "${message}" when I deploy, any idea?`,
  "a full stop behind quotation marks": ({ message }) => `The console says "${message}".`,
  "typographic quotation marks": ({ message }) => message.replace("'", "\u2018").replaceAll("'", "\u2019"),
  "an HTML page": ({ message }) => `<p class="err">${message.replaceAll("'", "&#39;")}</p>`,
  "an address": ({ code, message }) =>
    `https://x.example/cb?error=${code}&error_description=${encodeURIComponent(message)}&state=x`,
  "an address with plus signs": ({ code, message }) =>
    `https://x.example/cb?${new URLSearchParams({ error_description: message, error: code }).toString()}`,
  XML: ({ code, message }) =>
    `<Error>\n  <Code>${code}</Code>\n  <Message>${message}</Message>\n  <RequestId>${ID}</RequestId>\n</Error>`,
  "a dump of Python": ({ code, message }) => `{'code': '${code}', 'message': "${message}", 'request_id': '${ID}'}`,
  "a call of Python": ({ code, message }) =>
    `APIError(code='${code}', message='${message.replaceAll("'", "\\'")}', request_id='${ID}')`,
  "a dump of Ruby": ({ code, message }) => `{:code=>"${code}", :message=>"${message}", :request_id=>"${ID}"}`,
  "a dump of Go": ({ code, message }) => `&{HTTPStatus:404 RequestID:${ID} ErrorCode:${code} ErrorMessage:${message}}`,
  "a dump of Go with names": ({ code, message }) =>
    `&sdk.Error{Status:404, Code:"${code}", Message:"${message}", RequestID:"${ID}"}`,
  "a dump of Go without names": ({ code, message }) => `{${code} ${message}}`,
  "gRPC of Go": ({ code, message }) => `rpc error: code = ${code} desc = ${message}`,
  "toString of Java": ({ code, message }) => `ErrorResponse(code=${code}, message=${message}, requestId=${ID})`,
  "a dump of PHP": ({ code, message }) =>
    `array(2) {\n  ["code"]=>\n  string(15) "${code}"\n  ["message"]=>\n  string(29) "${message}"\n}`,
  "an exception of an SDK": ({ code, message }) =>
    `com.example.${code}Exception: ${message} (Service: X; Status Code: 404; Error Code: ${code}; Request ID: ${ID}; Proxy: null)`,
  "an exception without its class": ({ message }) => `${message} (Service: X, Status Code: 404, Request ID: ${ID})`,
  "an exception of botocore": ({ code, message }) =>
    `botocore.exceptions.ClientError: An error occurred (${code}) when calling the Get operation: ${message}`,
  "an error of Node.js": ({ code, message }) =>
    `Error: ${message}\n    at f (/x.js:1:2) {\n  code: '${code}',\n  requestId: '${ID}'\n}`,
  "a nested error of Node.js": ({ code, message }) =>
    `Uncaught ApiError: ${message}\n  statusCode: 404,\n  body: { code: '${code}', message: "${message}" }`,
  "a stack with escapes": ({ code, message }) => `errorStack:  FC${code}Error: ${message}\\n    at f (/x.js:1:2)`,
  "lines of a command": ({ code, message }) => `Error Code: ${code}\nError Message: ${message}\nRequest ID: ${ID}`,
  "lines with the code last": ({ code, message }) => `Request ID: ${ID}\nMessage: ${message}\nCode: ${code}`,
  "members of different objects": ({ code, message }) =>
    JSON.stringify({ error: { type: code }, details: [{ note: message }], request_id: ID }),
  "JSON in a text in JSON": ({ code, message }) =>
    JSON.stringify({ msg: `failed: ${JSON.stringify({ x: { code, message } })}` }),
  "JSON with escapes in a line": ({ code, message }) =>
    `log: {\\"code\\":\\"${code}\\",\\"message\\":\\"${message}\\"}`,
  YAML: ({ code, message }) => `error:\n  code: ${code}\n  message: ${JSON.stringify(message)}\n  requestId: ${ID}`,
  logfmt: ({ code, message }) => `level=error err_code=${code} msg="${message}" request_id=${ID}`,
  "a code in brackets at the end": ({ code, message }) => `${message} [${code}] (request id ${ID})`,
  "a code in parentheses at the end": ({ code, message }) => `${message} (${code})`,
  Markdown: ({ code, message }) => `- **${code}**: \`${message}\``,
  "a dump of Rust": ({ code, message }) =>
    `ApiError { status: 404, code: "${code}", message: "${message}", request_id: Some("${ID}") }`,
  "a dump of Haskell": ({ code, message }) =>
    `ApiError {status = 404, code = "${code}", message = "${message}", requestId = Just "${ID}"}`,
  "columns of a log": ({ code, message }) => `10:00 | ERROR | code=${code} | message=${message} | request_id=${ID}`,
  "a table of Markdown": ({ code, message }) =>
    `| Code | ${code} |\n| --- | --- |\n| Message | ${message} |\n| Request ID | ${ID} |`,
  "fields in Markdown": ({ code, message }) =>
    `**Code:** \`${code}\`\n**Message:** ${message}\n**Request ID:** \`${ID}\``,
  "an HTML page with a request id": ({ code, message }) =>
    `<h1>${code}</h1><p>${message.replaceAll("'", "&#39;")}</p><p>Request ID: <code>${ID}</code></p>`,
  "a line with a request id in brackets": ({ code, message }) => `${code}: ${message} [${ID}]`,
  "columns with a request id": ({ code, message }) => `2026-01-01T10:00:00Z\t${ID}\tERROR\t${code}: ${message}`,
  "other quotation marks": ({ message }) => `Error: ${message.replace(/'([^']*)'/g, '"$1"')}`,
  "grave accents as quotation marks": ({ message }) => `${message.replace(/'([^']*)'/g, "`$1`")}`,
  "quotation marks of an input method": ({ message }) => message.replaceAll("'", "\uff07"),
  "French quotation marks within it": ({ message }) => message.replace(/'([^']*)'/g, "\xab$1\xbb"),
  "a sentence with full-width signs": ({ code, message }) =>
    `\u9519\u8bef\uff1a${code}\uff0c\u300c${message}\u300d\uff0c\u8bf7\u6c42ID\uff1a${ID}\u3002`,
  "members with full-width signs": ({ code, message }) =>
    `code\uff1a${code}\uff0cmessage\uff1a${message}\uff0c\u8bf7\u6c42ID\uff1a${ID}`,
  "a capital": ({ message }) => message.charAt(0).toUpperCase() + message.slice(1),
  "characters without a width": ({ message }) => message.replaceAll(" ", "\u200b \u2060").replace("e", "e\xad"),
  "narrow blanks": ({ message }) => message.replaceAll(" ", "\u202f"),
  "quoted-printable": ({ code, message }) =>
    `code=3D${code} request_id=3D${ID} message=3D"${message.slice(0, -3)}=\n${message.slice(-3)}"`,
  "lines that end within words": ({ message }) => `${message.slice(0, 4)}\n${message.slice(4)}`,
  "a cell with JSON": ({ code, message }) => `7,"${JSON.stringify({ code, message }).replaceAll('"', '""')}"`,
  "a recorded request": ({ code, message }) =>
    JSON.stringify({
      headers: [{ name: "X-Demo-Request-Id", value: ID }],
      content: { text: JSON.stringify({ error: { code, message } }) },
    }),
  "a dump of Go without names and with an id": ({ code, message }) => `deploy: &{404 ${ID} ${code} ${message}}`,
  "a long dump of Rust": ({ code, message }) =>
    `ApiError {\n  code: ${code},\n  message: "${message}",\n  request_id: Some(\n    "${ID}",\n  ),\n}`,
  "a dump of Swift": ({ code, message }) =>
    `ApiError(code: Optional("${code}"), message: Optional("${message}"), requestId: Optional("${ID}"))`,
  "a list of PHP": ({ code, message }) =>
    `Array\n(\n    [code] => ${code}\n    [message] => ${message}\n    [requestId] => ${ID}\n)`,
  "a dump of Dart": ({ code, message }) => `{error: {code: ${code}, message: ${message}}, requestId: ${ID}}`,
  "a nested toString of Java": ({ code, message }) =>
    `Reply(error=Error(code=${code}, message=${message}), requestId=${ID})`,
  "a line of klog": ({ message }) => `E0101 10:00:00.000000   12 main.go:33] call failed: ${message}`,
};

describe("an error is decoded in", () => {
  test.each(Object.keys(FORMS))("%s", (name) => {
    for (const sample of SAMPLES) {
      const text = FORMS[name]?.(sample) ?? "";
      const { candidates, requestId } = decode(text);
      const [best] = candidates;
      expect(best?.error.code, text).toBe(sample.code);
      expect(paramsOf(best), text).toEqual(sample.params);
      if (text.includes(ID)) expect(requestId, text).toBe(ID);
    }
  });

  function paramsOf(
    candidate: (typeof decode extends (text: string) => { candidates: readonly (infer C)[] } ? C : never) | undefined,
  ) {
    const values = candidate?.message?.values ?? [];
    return Object.fromEntries(values.map((value, index) => [candidate?.error.names[index], value]));
  }
});

test.each([
  [
    "FCAccessDeniedError: POST /x failed with 403. requestid: r-1, message: the caller may not do x",
    "the caller may not do x",
  ],
  ["com.example.AccessDeniedException: no way (Service: X; Request ID: r-1)", "no way"],
  ['{\n  "ErrorCode": "AccessDenied",\n  "ErrorMessage": "no way",', "no way"],
  ["Error: no way\n    at f (/x.js:1:2) {\n  code: 'AccessDenied'\n}", "no way"],
  ["no way at all (AccessDenied)", "no way at all"],
  ["10:00 | ERROR | code=AccessDenied | message=no way at all | rid=b02", "no way at all"],
  ["| Code | AccessDenied |\n| --- | --- |\n| Message | no way |", "no way"],
  ["<Code>AccessDenied</Code>\n<Message>no way</Message>", "no way"],
])("a message without words of its own is the one beside the code: %j", (text, reason) => {
  const [best] = decode(text).candidates;
  expect(best?.error.code).toBe("AccessDenied");
  expect(best?.message?.values).toEqual([reason]);
});

test.each([
  "user 'demo' does not exist",
  "the service does not exist",
  "service demo does not exist",
  "Access denied",
  "AccessDeniedHandler started",
  "ValidationError: x is required",
  "TypeError: Cannot read properties of undefined (reading 'code')",
  "x-rate_limit: 5",
  "No such customer",
  "Received unknown parameter",
  "alias 'a' does not exist",
  "Amount must be no more than five usd",
  "trigger 't' of service 'demo' does not exist",
  'log {"error":"No such thing","number": "x"} end',
  "return fmt.Errorf(\"service '%s' does not exist\", name)",
  "throw new Error(`service '${name}' does not exist`)",
  'raise Error("service \'" + name + "\' does not exist")',
  '{"ok":true}',
])("another text is not: %s", (text) => {
  expect(decode(text).candidates).toEqual([]);
});

test.each([
  ["Status: 404", 404],
  ["status=[404]", 404],
  ["[status] => 404", 404],
  ["a status code of 404", 404],
  ['"GET /x HTTP/1.1" 404 12', 404],
  ["404 Client Error: x", 404],
  ["resulted in a `404 Not Found` response", 404],
  ["[500 Internal Server Error] during [GET]", 500],
  ["GET https://x.example/y 404 (Not Found)", 404],
  ["Error code: 404 - {}", 404],
  ["code: 404, gone", 404],
  ["&{404 ServiceNotFound x}", 404],
  ["{error,{404,#{}}}", 404],
  ["took 404 ms", undefined],
  ["404: x", undefined],
])("the status in %j", (text, status) => {
  expect(decode(text).status).toBe(status);
});

test.each([
  ["Request req_Ab3: No such x", "req_Ab3"],
  ["(Status 404) (Request req_rb1) x", "req_rb1"],
  [`&{404 x ${ID}}`, ID],
  ["*Request ID:* {{a-1}}", "a-1"],
  ["Request ID: r-1.", "r-1"],
  ["req_size=5", undefined],
  ["req_body", undefined],
])("the id of the request in %j", (text, id) => {
  expect(decode(text).requestId).toBe(id);
});

describe("values that something encloses are whole", () => {
  const orders = makeDecoder(
    decoderTable(
      modelOf({
        errors: {
          OrderMissing: { status: 404, message: "Cannot find the order: %s", params: { id: {} } },
          NumberInvalid: { status: 400, message: "%s is not a valid order number", params: { id: {} } },
          Exists: { status: 409, message: "%s already exists", params: { id: {} } },
          Locked: { status: 423, message: 'order "%s" is locked', params: { id: {} } },
        },
      }),
    ),
  );
  test.each([
    ['{"message":"a: b is not a valid order number"}', "a: b"],
    [`{"message":"'12' is not a valid order number"}`, "'12'"],
    ['{"message":"Cannot find the order: a, b=c"}', "a, b=c"],
    ['{"error":"Cannot find the order: tom & jerry (id=7)"}', "tom & jerry (id=7)"],
    ['level=error msg="Cannot find the order: a \\"b\\" c"', 'a "b" c'],
    ['msg="x \\"y\\" is not a valid order number"', 'x "y"'],
    ["'Cannot find the order: O\\'Neil'", "O'Neil"],
    ["<message>Cannot find the order: a, d: e</message>", "a, d: e"],
    ["OrderMissing: Cannot find the order: tom & jerry", "tom & jerry"],
    ["{OrderMissing: Cannot find the order: tom (7)}", "tom (7)"],
    ["order «tom» is locked", "tom"],
    ['7,"order ""tom"" is locked"', "tom"],
    ["order 'tom' is locked", "tom"],
    ["Cannot find the order: tom\uff0c\u8bf7\u95ee", "tom"],
  ])("%s", (text, id) => {
    expect(orders(text).candidates[0]?.message?.values).toEqual([id]);
  });

  test.each([
    "fatal: destination path 'x' already exists and is not empty",
    '{"code":"ORDER_404","message":"a is not a valid order number"}',
  ])("another error is none of the table: %s", (text) => {
    expect(orders(text).candidates).toEqual([]);
  });
});

describe("numbers and plain words are codes only where something says so", () => {
  const numbers = makeDecoder(
    decoderTable(
      modelOf({
        body: { code: { at: "/code", type: "integer" } },
        errors: { "1": {}, "5": {}, "1001": {}, "10059": { message: "stream not found" } },
      }),
    ),
  );
  test.each([
    "npm ERR! exit code: 1",
    "Process exited with code=1",
    "error: 5 files failed to compile",
    "curl: (5) Could not resolve proxy",
    "src/a.ts(5): error TS2304: x",
    "5: import x from 'y'",
    "[5] done",
    "country code: 1001 not served",
    "reason: 5 of 7 checks failed",
  ])("not in %s", (text) => {
    expect(numbers(text).candidates).toEqual([]);
  });
  test.each([
    "err_code=10059",
    '{"code":10059}',
    "stream not found (10059)",
    "[10059] stream not found",
    "Error Code: 10059",
  ])("but in %s", (text) => {
    expect(numbers(text).candidates[0]?.error.code).toBe("10059");
  });

  const words = makeDecoder(decoderTable(modelOf({ errors: { conflict: { status: 409 } } })));
  test("a word that begins a sentence is none", () => {
    expect(words("error: conflict in file a.txt (git merge)").candidates).toEqual([]);
    expect(words("error: conflict").candidates).toHaveLength(1);
    expect(words("type: conflict, title: x").candidates).toHaveLength(1);
  });
});

test("a log of many lines takes time linear in its length", () => {
  const files = makeDecoder(
    decoderTable(
      modelOf({
        errors: {
          A: { message: "cannot open file %s now", params: { name: {} } },
          B: { message: "begin %s, %s, %s, %s end", params: { a: {}, b: {}, c: {}, d: {} } },
        },
      }),
    ),
  );
  // A search to the end of the text for each line would take minutes.
  for (const line of ["cannot open file a\n", "begin 1, 1, 1, 1\n"])
    expect(files(line.repeat(20_000)).candidates.length).toBeLessThanOrEqual(2);
});
