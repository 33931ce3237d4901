// Tables of the forms that bodies and codes have, as models: small ones, tables of public APIs, and large ones.
import type { Model } from "../../generator/model/model.ts";
import { modelOf, modelOfFile } from "./model-fixtures.ts";

export const FORM_TABLES: Readonly<Record<string, Model>> = {
  ...tablesIn("test/cases/typescript-forms", ["cases", "integer-codes", "list", "root-list", "pointers", "no-status"]),
  ...tablesIn("test/corpora/apis", [
    "binance",
    "cloudflare",
    "discord",
    "github",
    "gitlab",
    "graph-api",
    "openrouter",
    "paypal",
    "slack",
    "stripe",
  ]),
  "twenty-integers": integers(20),
  "three-hundred-integers": integers(300),
  "hundred-statuses": severalStatuses(100),
};

function tablesIn(folder: string, names: readonly string[]): Readonly<Record<string, Model>> {
  return Object.fromEntries(names.map((name) => [name, modelOfFile(`${folder}/${name}.errors.yaml`)]));
}

/** Some have no status, and some have two. */
export function integers(count: number): Model {
  const errors = Array.from({ length: count }, (_, index) => [
    String((index % 3 === 0 ? -1 : 1) * (10_000 + index * 37)),
    {
      identifier: `Code${index}`,
      message: `number ${index} of %s`,
      params: { name: {} },
      ...(index % 4 === 0 ? {} : { status: index % 5 === 0 ? [400, 404] : 400 + (index % 7) }),
      ...(index % 2 === 0 ? { retry: "backoff" } : {}),
      tags: index % 6 === 0 ? ["NetworkError"] : [],
    },
  ]);
  return modelOf({
    name: "Integers",
    body: { code: { at: "/code", type: "integer" }, message: "/message" },
    tags: { NetworkError: {}, Unused: {} },
    errors: Object.fromEntries(errors),
  });
}

function severalStatuses(count: number): Model {
  const errors = Array.from({ length: count }, (_, index) => [
    `Area${index % 7}.Code${index}`,
    {
      status: [400 + (index % 9), 500 + (index % 3)],
      message: "it failed",
      tags: [index % 2 === 0 ? "never" : "Odd-One"],
    },
  ]);
  return modelOf({ name: "Several", tags: { never: {}, "Odd-One": {} }, errors: Object.fromEntries(errors) });
}
