// The tables of public APIs, each with bodies that its documentation shows.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Model } from "../../generator/model/model.ts";
import type { Json, JsonObject } from "../../generator/text/json/value.ts";
import { modelOfFile } from "./model-fixtures.ts";

export interface RealBody {
  readonly status: number;
  /** A text where it is XML. */
  readonly body: Json;
  /** The key in the table; null where the body has no code of the table. */
  readonly code: string | null;
  readonly case?: string;
  /** False where status and message alone tell the error. */
  readonly hasCode?: boolean;
}

export interface RealApi {
  readonly name: string;
  readonly model: Model;
  /** Those in JSON, or as their parser of XML gives them. */
  readonly bodies: readonly (RealBody & { readonly body: JsonObject })[];
}

const FOLDER = "test/corpora/apis";

export const REAL_APIS: readonly RealApi[] = Object.entries(
  JSON.parse(readFileSync(join(import.meta.dirname, "../corpora/apis/bodies.json"), "utf8")) as Readonly<
    Record<string, readonly RealBody[]>
  >,
).flatMap(([name, bodies]) => {
  const path = `${FOLDER}/${name}.errors.yaml`;
  if (!existsSync(join(import.meta.dirname, "../..", path))) return [];
  return [{ name, model: modelOfFile(path), bodies: bodies.filter(isParsed) }];
});

function isParsed(one: RealBody): one is RealApi["bodies"][number] {
  return typeof one.body === "object" && one.body !== null;
}
