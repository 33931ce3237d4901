// Codes become names: those of one table are unique, and a new code leaves the others theirs.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chooseIdentifiers,
  errorNameOf,
  identifierOf,
  isReserved,
  pascalCaseOf,
  tableErrorNames,
} from "../../generator/model/naming.ts";

describe("one code", () => {
  test.each([
    ["AliasNotFound", "AliasNotFound"],
    ["InvalidAccessKeyID", "InvalidAccessKeyID"],
    ["InvalidParameter", "InvalidParameter"],
    ["Invalid.Parameter", "Invalid_Parameter"],
    ["InvalidInstanceId.NOT_FOUND", "InvalidInstanceId_NOT_FOUND"],
    ["DependencyViolation.domain.granularity", "DependencyViolation_domain_granularity"],
    ["ER_DUP_ENTRY", "ErDupEntry"],
    ["TIMEOUT", "Timeout"],
    ["resource_not_found", "ResourceNotFound"],
    ["quota.exceeded", "QuotaExceeded"],
    ["PARAMETER INVALIDATE", "ParameterInvalidate"],
    ["40013", "E40013"],
    ["-32601", "Minus32601"],
    ["2F000", "E2F000"],
    ["42P01", "E42P01"],
    ["1.10", "E1_10"],
    ["11.0", "E11_0"],
    ["HTTP_404", "Http_404"],
    ["HTTP404", "Http404"],
    ["https://errors.example.com/out-of-credit", "HttpsErrorsExampleComOutOfCredit"],
    ["Café.Fermé", "Cafe_Ferme"],
    ["余额不足", ""],
    ["__proto__", "Proto"],
    ["!", ""],
  ])("%s becomes %s", (code, identifier) => {
    expect(identifierOf(code)).toBe(identifier);
  });

  test("is ASCII that begins with a capital letter, or empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (code) => {
        expect(identifierOf(code)).toMatch(/^(?:[A-Z][A-Za-z0-9_]*)?$/);
        expect(pascalCaseOf(code)).toMatch(/^(?:[A-Z][A-Za-z0-9_]*)?$/);
        expect(identifierOf(code) === "").toBe(pascalCaseOf(code) === "");
      }),
    );
  });

  const lower = fc.stringMatching(/^[a-z][a-z0-9]{0,3}$/);
  const capital = fc.stringMatching(/^[A-Z][a-z0-9]{1,3}$/);
  const spellings: readonly (readonly [string, fc.Arbitrary<string>])[] = [
    ["snake_case", words(lower, "_")],
    ["kebab-case", words(lower, "-")],
    ["UPPER_CASE", words(lower, "_").map((code) => code.toUpperCase())],
    ["lower.with.dots", words(lower, ".")],
    ["PascalCase", words(capital, "")],
    ["Pascal.With.Dots", words(words(capital, ""), ".")],
    ["numbers", fc.integer().map(String)],
  ];
  test.each(spellings)("is the identifier of no other code in %s", (_, codes) => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        expect(identifierOf(a) === identifierOf(b)).toBe(a === b);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["AliasNotFound", "AliasNotFoundError"],
    ["InternalServerError", "InternalServerError"],
    ["ErrorCode", "ErrorCodeError"],
  ])("%s is called %s", (identifier, name) => {
    expect(errorNameOf(identifier)).toBe(name);
  });

  test("an operation is named by its words alone", () => {
    expect(pascalCaseOf("get /services/{serviceName}")).toBe("GetServicesServiceName");
  });
});

describe("the codes of a table", () => {
  test("a name of a global, or of the table, has the table's name before it", () => {
    expect(errorNames(["syntax_error", "suppressed", "Postgres", "unknown-postgres", "error"], "Postgres")).toEqual([
      "PostgresSyntaxError",
      "PostgresSuppressedError",
      "PostgresPostgresError",
      "PostgresUnknownPostgresError",
      "PostgresPostgresErrorError",
    ]);
  });

  test("the first of several codes has the name, the others are spelled in other ways", () => {
    expect(errorNames(["InternalError", "InternalError.Internal", "Internal", "InternalError.InternalError"])).toEqual([
      "InternalError",
      "InternalError_InternalError",
      "Internal_2Error",
      "InternalError_InternalErrorError",
    ]);
    expect(errorNames(["Internal", "InternalError", "quota.exceeded", "QUOTA_EXCEEDED", "quota-exceeded"])).toEqual([
      "InternalError",
      "InternalErrorError",
      "QuotaExceededError",
      "QUOTA_EXCEEDEDError",
      "Quota_exceededError",
    ]);
    expect(chooseIdentifiers(listed(["Timeout", "TIMEOUT"]), "Shop").get("TIMEOUT")).toEqual({
      identifier: "TIMEOUT",
      insteadOf: "Timeout",
    });
  });

  test("a written identifier is taken as it is, wherever it stands", () => {
    const codes = [{ code: "Gone" }, { code: "Lost", identifier: "Gone" }, { code: "余", identifier: "TypeError" }];
    expect([...chooseIdentifiers(codes, "Shop")]).toEqual([
      ["Lost", { identifier: "Gone" }],
      ["余", { identifier: "TypeError" }],
      ["Gone", { identifier: "Gone_2", insteadOf: "Lost" }],
    ]);
  });

  test("thousands of codes that differ in lost letters alone are numbered", () => {
    const codes = Array.from({ length: 5000 }, (_, index) => `A${String.fromCodePoint(0x4e00 + index)}`);
    expect(errorNames(codes).at(-1)).toBe("A_5000Error");
  });

  const word = fc.constantFrom(
    "Internal",
    "Error",
    "internal",
    "error",
    "ERROR",
    "Shop",
    "Unknown",
    "Type",
    "1",
    "é",
    "余",
  );
  const code = fc.oneof(fc.array(fc.oneof(word, fc.constantFrom(".", "_", "-", ""))).map((parts) => parts.join("")));
  const codes = fc.uniqueArray(code, { maxLength: 12 });

  test("are told apart, and none is the name of a global or of the table", () => {
    fc.assert(
      fc.property(codes, (list) => {
        const names = [...chooseIdentifiers(listed(list), "Shop")];
        const identifiers = new Set(names.map(([, { identifier }]) => identifier));
        const errors = new Set(names.map(([, { identifier }]) => errorNameOf(identifier)));
        expect(identifiers.size).toBe(names.length);
        expect(errors.size).toBe(names.length);
        expect(names.map(([one]) => one)).toEqual(list.filter((one) => identifierOf(one) !== ""));
        for (const name of errors) {
          expect(name).toMatch(/^[A-Z][A-Za-z0-9_]*Error$/);
          expect(isReserved(name) || tableErrorNames("Shop").includes(name)).toBe(false);
        }
      }),
    );
  });

  test("keep their names when codes are added below", () => {
    fc.assert(
      fc.property(codes, fc.nat(), (list, at) => {
        const before = chooseIdentifiers(listed(list.slice(0, at % (list.length + 1))), "Shop");
        const after = chooseIdentifiers(listed(list), "Shop");
        for (const [one, name] of before) expect(after.get(one)).toEqual(name);
      }),
    );
  });

  test("keep their names when a code of another name is added anywhere", () => {
    fc.assert(
      fc.property(codes, fc.nat(), (list, at) => {
        const [added] = list.splice(at % (list.length + 1), 1);
        if (added === undefined) return;
        const all = list.toSpliced(at % (list.length + 1), 0, added);
        const after = chooseIdentifiers(listed(all), "Shop");
        if ([...after.values()].some(({ insteadOf }) => insteadOf === added)) return;
        for (const [one, name] of chooseIdentifiers(listed(list), "Shop")) {
          if (after.get(added)?.insteadOf === undefined) expect(after.get(one)).toEqual(name);
        }
      }),
    );
  });
});

describe("codes of real tables", () => {
  const folder = resolve(import.meta.dirname, "../corpora/codes");
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

  test.each(files)("%s needs no written identifier, and rarely one of another's spelling", (file) => {
    const list = readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
    const names = chooseIdentifiers(listed(list), "Postgres");
    expect(names.size).toBe(list.length);
    expect(new Set(Array.from(names.values(), ({ identifier }) => errorNameOf(identifier))).size).toBe(list.length);
    const borrowed = [...names].filter(([, { insteadOf }]) => insteadOf !== undefined).map(([one]) => one);
    expect(borrowed).toEqual(file === "telethon.txt" ? ["Timeout"] : []);
    // So a row may be moved or added wherever one likes.
    const moved = chooseIdentifiers(listed(list.toReversed()), "Postgres");
    expect(
      [...moved].filter(([one, name]) => name.identifier !== names.get(one)?.identifier).map(([one]) => one),
    ).toEqual(file === "telethon.txt" ? ["Timeout", "TIMEOUT"] : []);
  });
});

function words(word: fc.Arbitrary<string>, sign: string): fc.Arbitrary<string> {
  return fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(sign));
}

function listed(codes: readonly string[]): readonly { readonly code: string }[] {
  return codes.map((code) => ({ code }));
}

function errorNames(codes: readonly string[], table = "Shop"): readonly (string | undefined)[] {
  const names = chooseIdentifiers(listed(codes), table);
  return codes.map((code) => errorNameOf(names.get(code)?.identifier ?? ""));
}
