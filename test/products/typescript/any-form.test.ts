// Whatever form codes and bodies have, guards say yes to exactly the values that the schema of the body allows.
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { codeAndMessage, commonMembers, ownSchema } from "../../../generator/model/body-schema.ts";
import type { ErrorModel, Model } from "../../../generator/model/model.ts";
import { jsonSchema2020 } from "../../../generator/schema/draft2020.ts";
import { holderSchema } from "../../../generator/schema/members.ts";
import { holder2020 } from "../../../generator/schema/proto-member.ts";
import type { JsonObject } from "../../../generator/text/json/value.ts";
import { anyForm } from "../../helpers/any-table.ts";
import { runs } from "../../helpers/thorough.ts";
import { expectClean, loadProduct } from "../../helpers/typescript-product.ts";

/** The schema of schemas takes longest to compile, so that all tables share it. */
const AJV = new Ajv2020({ strict: false, ownProperties: true });

test("guards agree with a validator", async () => {
  let accepted = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(anyForm(20), fc.infiniteStream(fc.nat()), async (model, numbers) => {
      const perCode = model.errors.length % 2 === 0 ? "always" : "never";
      const product = await loadProduct(model, { parts: ["guards"], perCode });
      const validators = model.errors.map((error) => AJV.compile(bodySchema(error, model)));
      for (const [index, error] of model.errors.entries())
        for (const body of bodiesOf(error, numbers)) {
          const text = JSON.stringify(body);
          const isOwn = validators[index]?.(body) ?? false;
          if (isOwn) accepted += 1;
          else refused += 1;
          const holding = model.errors.filter((_, at) => validators[at]?.(body));
          expect(product["isAnyError"]?.(body, error.wireCode), text).toBe(isOwn);
          expect(product["isAnyError"]?.(body), text).toBe(holding.length > 0);
          if (perCode === "always") expect(product[`is${error.errorName}`]?.(body), text).toBe(isOwn);
          for (const status of [400, ...error.statuses])
            if (product["isAnyErrorOfStatus"] !== undefined)
              expect(product["isAnyErrorOfStatus"](body, status), text).toBe(
                holding.some(({ statuses }) => statuses.includes(status)),
              );
          for (const tag of ["One", "never"])
            expect(product["isAnyErrorTagged"]?.(body, tag), text).toBe(holding.some(({ tags }) => tags.includes(tag)));
          if (holding.length > 0) {
            expect(product["isUnknownAnyError"]?.(body), text).toBe(false);
            expect(product["readAnyError"]?.(body)).toBe(body);
          }
        }
    }),
    { numRuns: runs(30) },
  );
  expect(accepted).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
});

test("code is clean for Prettier", async () => {
  await fc.assert(
    fc.asyncProperty(anyForm(20), fc.constantFrom("ts", "js"), async (model, language) => {
      await expectClean(model, { parts: ["codes", "guards"], language });
    }),
    { numRuns: 12 },
  );
});

/** Bodies of a code have it, even where bodies of other errors may lack it. */
function bodySchema(error: ErrorModel, { body }: Model): JsonObject {
  const [code, ...others] = codeAndMessage(body, { const: error.wireCode });
  const placed = [...(code === undefined ? [] : [{ ...code, required: true }]), ...others, ...commonMembers(body)];
  const own = ownSchema(error, body);
  return { allOf: [holder2020(holderSchema(placed)), own === undefined ? true : jsonSchema2020(own)] };
}

/** The examples of an error, and the same without or with other members. */
function bodiesOf({ cases }: ErrorModel, numbers: Iterator<number>): readonly unknown[] {
  const next = (): number => numbers.next().value as number;
  return cases.flatMap(({ examples }) =>
    examples.flatMap(({ body }) => [body, changed(body, next), changed(changed(body, next), next)]),
  );
}

const VALUES: readonly unknown[] = [
  undefined,
  null,
  0,
  1.5,
  -37,
  74,
  "x",
  "y",
  "OK",
  "Code.1",
  [],
  {},
  { n: 1 },
  { kind: "x" },
];

/** The same value, with another one at one place. */
function changed(value: unknown, next: () => number): unknown {
  // A message may be just short enough.
  if (typeof value === "string" && next() % 3 === 0) return `${value}😀`;
  if (typeof value !== "object" || value === null) return VALUES[next() % VALUES.length];
  const names = [...Object.keys(value), "kind", "inner"];
  const name = names[next() % names.length] ?? "";
  const entries = Object.entries(value).filter(([each]) => each !== name);
  const own = (value as Readonly<Record<string, unknown>>)[name];
  const other = next() % 2 === 0 ? changed(own, next) : VALUES[next() % VALUES.length];
  return JSON.parse(JSON.stringify(Object.fromEntries(other === undefined ? entries : [...entries, [name, other]])));
}
