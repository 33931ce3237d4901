// Two releases of a package from npm are compared: every finding is true of the errors that it throws, and none is missed.
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { findChanges } from "../../../generator/evolution/compare.ts";
import { soundModel } from "../../evolution/example-table.ts";

/** An error as its constructor makes it without values: its message still has the placeholders of printf. */
interface Thrown {
  readonly code: string;
  readonly statusCode: number;
  readonly message: string;
}

test("the errors of Fastify 4.0 and 5.0", () => {
  const [old, after] = [errorsOf("fastify-4.0"), errorsOf("fastify-5.0")];
  const [before, now] = [old, after].map((errors) => soundModel("fastify.errors.yaml", tableOf(errors)));
  if (before === undefined || now === undefined) throw new Error("A table of Fastify has errors.");
  const changes = findChanges(before, now);
  const codesOf = (...rules: readonly string[]) =>
    [...new Set(changes.flatMap(({ rule, code = "" }) => (rules.includes(rule) ? [code] : [])))].toSorted();
  const without = (one: ReadonlyMap<string, Thrown>, other: ReadonlyMap<string, Thrown>) =>
    [...one.keys()].filter((code) => !other.has(code)).toSorted();
  const [gone, come] = [without(old, after), without(after, old)];
  expect([gone.length, come.length]).toEqual([1, 37]);
  expect(codesOf("code-removed", "code-renamed")).toEqual(gone);
  expect(codesOf("code-added").length + codesOf("code-renamed").length).toBe(come.length);
  const kept = [...old.values()].flatMap((one) => {
    const same = after.get(one.code);
    return same === undefined ? [] : [[one, same] as const];
  });
  const differing = (differs: (one: Thrown, same: Thrown) => boolean) =>
    kept.flatMap(([one, same]) => (differs(one, same) ? [one.code] : [])).toSorted();
  expect(codesOf("status-changed", "status-class-changed")).toEqual(
    differing((one, same) => one.statusCode !== same.statusCode),
  );
  expect(codesOf("message-wording", "param-added", "param-removed")).toEqual(
    differing((one, same) => one.message !== same.message),
  );
  const values = ({ message }: Thrown) => message.match(/%[sd]/g)?.length ?? 0;
  expect(codesOf("param-added")).toEqual(differing((one, same) => values(one) < values(same)));
  expect(codesOf("param-removed")).toEqual(differing((one, same) => values(one) > values(same)));
});

function errorsOf(release: string): ReadonlyMap<string, Thrown> {
  const made = createRequire(import.meta.url)(`${release}/lib/errors.js`) as object;
  // Those of plugins stand in a map of their own in some releases.
  const all = Object.values(made).flatMap((value: object) => [value, ...Object.values(value)]);
  const errors = all.flatMap((value: unknown) => (isConstructor(value) ? [new value()] : []));
  return new Map(errors.map((error) => [error.code, error]));
}

function isConstructor(value: unknown): value is new () => Thrown {
  return typeof value === "function" && value.prototype instanceof Error;
}

function tableOf(errors: ReadonlyMap<string, Thrown>): string {
  const rows = Array.from(errors.values(), ({ code, statusCode, message }) => {
    const params = message.match(/%[sd]/g)?.map((sign, at) => [`value${at}`, { example: sign === "%d" ? 1 : "a" }]);
    const fields = { status: statusCode, message, ...(params && { params: Object.fromEntries(params) }) };
    return `  ${code}: ${JSON.stringify(fields)}\n`;
  });
  return `errtable: 1\nname: Fastify\nerrors:\n${rows.join("")}`;
}
