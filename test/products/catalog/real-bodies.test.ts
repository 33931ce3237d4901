// The schemas of the catalogue and of OpenAPI say yes to the bodies that public APIs document, and no to those of other APIs.
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { errorsSchema } from "../../../generator/products/catalog/errors-schema.ts";
import { withoutRoot } from "../../../generator/products/openapi/xml-root.ts";
import { valueAt } from "../../../generator/text/json/pointer.ts";
import { type Json, listOf } from "../../../generator/text/json/value.ts";
import { componentsOf } from "../../helpers/openapi-document.ts";
import { REAL_APIS } from "../../helpers/real-bodies.ts";

describe.each(REAL_APIS)("$name", ({ name, model, bodies }) => {
  const ajv = new Ajv2020({ strict: true, strictTuples: false, unevaluated: false });
  const schema = errorsSchema(model);
  ajv.addSchema({ ...schema, $id: "errors:/" });
  const isResponse = ajv.compile({ $ref: "errors:/" });

  test("the schema takes the bodies, and each item is of its code alone", () => {
    const { list } = model.body;
    for (const { body, code, hasCode = true } of bodies) {
      expect(isResponse(body), JSON.stringify(isResponse.errors)).toBe(code !== null || model.body.code.isOptional);
      const items = list === undefined ? [body] : listOf<Json>(valueAt(body, list.at));
      for (const item of items) {
        const matching = model.errors.filter(({ errorName }) =>
          ajv.validate({ $ref: `errors:/#/$defs/${errorName}` }, item),
        );
        expect(matching.map((error) => error.code)).toEqual(code === null || !hasCode ? [] : [code]);
      }
    }
  });

  test("the OpenAPI response of the status, or the default one, takes the bodies", async () => {
    const { responses, schemas } = await componentsOf(model);
    const openapi = new Ajv({ strict: false, validateFormats: false });
    openapi.addSchema({ $id: "api:/", components: { schemas } });
    for (const { body, code } of bodies) {
      const takes = Object.values(responses).filter(({ content }) => {
        const [{ schema: ofContent }] = Object.values(content as object) as [{ schema: { $ref: string } }];
        const value = withoutRoot(model).root ?? "";
        return openapi.validate({ $ref: `api:/${ofContent.$ref}` }, value === "" ? body : body[value]);
      });
      const codes = takes.flatMap((response) => response["x-error-codes"] as readonly string[]);
      if (code !== null) expect(codes).toContain(code);
      else expect(takes.length > 0).toBe(model.body.code.isOptional);
    }
  });

  test("bodies of other APIs, answers without an error and empty ones are refused", () => {
    // Where the code is optional, a body may be like another one.
    const others = REAL_APIS.filter((other) => other.name !== name && !model.body.code.isOptional);
    for (const { body, code } of others.flatMap((other) => other.bodies))
      if (code !== null) expect(isResponse(body), JSON.stringify(body)).toBe(false);
    for (const code of model.body.code.success) expect(isResponse({ errcode: code, errmsg: "ok" })).toBe(false);
    for (const value of [null, [], {}, "x", { success: true, errors: [], messages: [], result: {} }])
      expect(isResponse(value)).toBe(false);
  });
});
