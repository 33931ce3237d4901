// Values of sensitive params stand in no example, page or answer.
import { createColors } from "picocolors";
import { expect, test } from "vitest";
import { modelOfCatalog } from "../../generator/baseline/catalog-model.ts";
import { decodingJson, decodingText } from "../../generator/command/verbs/decode-report.ts";
import { makeDecoder } from "../../generator/decode/decoder.ts";
import { decoderTable } from "../../generator/decode/decoder-table.ts";
import { explanationOf } from "../../generator/explain/explain-text.ts";
import { catalogOf } from "../../generator/products/catalog/errors-json.ts";
import { renderJson } from "../../generator/text/json/json.ts";
import type { JsonObject } from "../../generator/text/json/value.ts";
import { makeDocs } from "../helpers/docs-files.ts";
import { modelOf } from "../helpers/model-fixtures.ts";

const SECRET = "4111111111111111";

const pay = modelOf({
  name: "Pay",
  errors: {
    CardDeclined: {
      status: 402,
      message: "card '%s' of '%s' was declined, %d cents",
      params: {
        card: { sensitive: true, example: SECRET },
        owner: { example: "Ann" },
        amount: { sensitive: true, example: 4111 },
      },
      examples: { visa: { params: { card: SECRET, owner: "Bob", amount: 4111 } } },
    },
  },
});

const colors = createColors(false);

test("no example has the value", () => {
  const [error] = pay.errors;
  expect(JSON.stringify(error)).not.toContain("4111");
  expect(error?.cases[0]?.examples[0]?.params).toEqual({ card: "card", owner: "Bob", amount: 1 });
});

test("pages and explanations say that the value is sensitive", async () => {
  const pages = JSON.stringify(await makeDocs({ formats: ["gfm-sections", "gfm-table", "html-sections"] }, pay));
  expect(pages).toContain("sensitive");
  expect(pages).not.toContain("4111");
  const { text } = explanationOf({ name: "CardDeclined", models: [pay], colors });
  expect(text).toContain("  card (string, sensitive)");
  expect(text).not.toContain("4111");
});

test("the catalogue tells it, and is read back", () => {
  const catalog = renderJson(catalogOf(pay));
  expect(catalog).toContain('"sensitive": true');
  const { model, faults } = modelOfCatalog(JSON.parse(catalog) as JsonObject);
  expect(faults).toEqual([]);
  expect(model.errors[0]?.cases[0]?.params.map(({ sensitive }) => sensitive)).toEqual([true, undefined, true]);
});

test("decode hides the values, and the message that has them", () => {
  const pasted = `card '${SECRET}' of 'Ann' was declined, 4111 cents`;
  const decodings = [{ model: pay, decoding: makeDecoder(decoderTable(pay))(pasted) }];
  const text = decodingText(decodings, colors);
  const json = decodingJson(decodings);
  expect(`${text}${json}`).not.toContain("4111");
  expect(text).toContain("  card: [hidden]\n  owner: Ann\n  amount: [hidden]\n");
  expect(text).toContain("Message: card '{card}' of '{owner}' was declined, {amount} cents\n");
  const [found] = JSON.parse(json) as readonly { readonly params: unknown }[];
  expect(found?.params).toEqual({ card: "[hidden]", owner: "Ann", amount: "[hidden]" });
});
