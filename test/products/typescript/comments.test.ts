// The comments in generated code are plain sentences: none has a clause that begins with "what", "who" or "those that".
import { expect, test } from "vitest";
import { plain } from "../../corpora/tables/plain.ts";
import { modelOf, modelOfText } from "../../helpers/model-fixtures.ts";
import { EVERY_PART, productOf } from "../../helpers/typescript-product.ts";

const RIDDLES = /\b(?:what|who|whom|whoever|whatever|those that|those who|those whose)\b/i;

/** Every declaration that the product can have: params, details, other spellings, retired and deprecated codes. */
const small = modelOf({
  name: "Shop",
  retired: { Old: { since: "2", replacedBy: "Gone" } },
  body: {
    code: "/code",
    message: "/message",
    aliases: [{ code: "/Code", message: "/Message" }],
    properties: { requestId: { type: "string" } },
  },
  errors: {
    Gone: { status: 410, retry: "never", message: "gone", deprecated: {} },
    Full: { status: 507, message: "%s is full", params: { disk: { enum: ["a", "b"] } } },
    Open: { status: 500, retry: "backoff", details: { type: "object", properties: { at: checkedDetails() } } },
  },
});

function checkedDetails(): object {
  return { type: "array", items: { anyOf: [{ type: "string", minLength: 2 }, { enum: [[1]] }] }, uniqueItems: true };
}

test.each([
  ["a small table", small],
  ["a large table", modelOfText(plain(300)["plain.errors.yaml"] ?? "")],
])("of %s", async (_, model) => {
  for (const language of ["ts", "js"] as const) {
    for (const [path, text] of await productOf(model, { ...EVERY_PART, language })) {
      const comments = text.match(/^\s*(?:\/\/|\/?\*).*/gm) ?? [];
      expect(comments.length, path).toBeGreaterThan(0);
      expect(
        comments.filter((line) => RIDDLES.test(line)),
        path,
      ).toEqual([]);
    }
  }
});
