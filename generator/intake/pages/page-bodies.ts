// The code blocks of a page become the places of code and message, where one of them shows the body of an error.

import { parseJson } from "../../text/json/parse-json.ts";
import { isObject, type Json, type JsonObject } from "../../text/json/value.ts";
import type { FoundBody, Steps } from "../found-table.ts";
import { nameRank } from "../member-names.ts";

/** A sample may hold "<ErrorCode>" or a dot in place of values. */
export function bodyOfSamples(samples: readonly string[], codes: readonly string[]): FoundBody {
  const known = new Set(codes);
  const found = samples.flatMap((sample) => {
    const body = sampleBody(sample);
    const places = body === undefined ? undefined : placesIn(body, known);
    return places === undefined ? [] : [places];
  });
  const best = found.find(({ isShown }) => isShown) ?? found[0];
  if (best === undefined) return {};
  const { code, message } = best;
  return { mediaType: "application/json", code, message: message ?? "none" };
}

function sampleBody(sample: string): JsonObject | undefined {
  if (sample.length > LONGEST) return undefined;
  const text = sample.slice(Math.max(0, sample.indexOf("{")), sample.lastIndexOf("}") + 1);
  const value = parseJson(text) ?? parseJson(text.replaceAll(/:\s*<[^<>\n]{1,64}>/g, ': "…"'));
  return isObject(value) ? value : undefined;
}

const LONGEST = 16_384;
const DEEPEST = 3;

function placesIn(body: JsonObject, codes: ReadonlySet<string>) {
  const leaves = leavesOf(body, []);
  const shown = leaves.find(({ value }) => codes.has(String(value)));
  const code = shown ?? byName(leaves, "code");
  if (code === undefined) return undefined;
  const parent = code.steps.slice(0, -1).join("\n");
  const beside = leaves.filter((leaf) => leaf !== code && leaf.steps.slice(0, -1).join("\n") === parent);
  const message = byName(
    beside.filter(({ value }) => typeof value === "string"),
    "message",
  );
  return { code: code.steps, message: message?.steps, isShown: shown !== undefined };
}

interface Leaf {
  readonly steps: Steps;
  readonly value: Json;
}

function leavesOf(value: JsonObject, steps: Steps): readonly Leaf[] {
  return Object.entries(value).flatMap(([name, member]): readonly Leaf[] => {
    if (name === "" || /^\d+$/.test(name)) return [];
    const inner = [...steps, name];
    if (isObject(member)) return inner.length < DEEPEST ? leavesOf(member, inner) : [];
    return typeof member === "string" || typeof member === "number" ? [{ steps: inner, value: member }] : [];
  });
}

function byName(leaves: readonly Leaf[], kind: "code" | "message"): Leaf | undefined {
  const ranked = leaves.flatMap((leaf) => {
    const rank = nameRank(leaf.steps.at(-1) ?? "", kind);
    return rank === undefined ? [] : [{ leaf, rank }];
  });
  return ranked.toSorted((a, b) => a.rank - b.rank)[0]?.leaf;
}
