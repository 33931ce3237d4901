// Breaks are accepted with a reason, in a file that people own; an entry that accepts nothing any more fails.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { breaking } from "../../generator/command/breaking/breaking.ts";
import type { Options } from "../../generator/command/session/command-line.ts";
import { lint as lintTables } from "../../generator/command/verbs/lint.ts";
import { acceptedPath, parseAccepted } from "../../generator/evolution/accepted/accepted-file.ts";
import { addAccepted, newAccepted } from "../../generator/evolution/accepted/accepted-text.ts";
import { fingerprintOf } from "../../generator/evolution/accepted/change-fingerprint.ts";
import type { Change } from "../../generator/evolution/change.ts";
import { judgeChanges } from "../../generator/evolution/judged-changes.ts";
import { adviseVersion } from "../../generator/evolution/version-advice.ts";
import { openFile } from "../../generator/language-server/files/open-files.ts";
import { createWorkspace } from "../../generator/language-server/files/workspace.ts";
import { diskHost } from "../../generator/output/disk.ts";
import type { JsonObject } from "../../generator/text/json/value.ts";
import { anyForm } from "../helpers/any-table.ts";
import { modelOf } from "../helpers/model-fixtures.ts";
import { sessionAt } from "../helpers/session-at.ts";
import "../helpers/seeds.ts";

test("a break fails, its acceptance lets it pass, and an acceptance without a break fails", async () => {
  const root = project();
  root.write(table(["Kept"], "2.0.0"));
  expect(await root.run({ against: "old" })).toMatchObject({ exit: 5 });
  const accepted = await root.run({ against: "old", accept: "Nobody\n received it: # ever" });
  expect(accepted.exit).toBe(0);
  expect(accepted.told).toContain("Accepted 2 breaks in shop.accepted.yaml.");
  expect(accepted.told).toContain("note[code-removed]");
  expect(accepted.told).toContain("Accepted: Nobody received it: # ever");
  const text = root.read("shop.accepted.yaml");
  expect(await root.run({ against: "old" })).toMatchObject({ exit: 0 });
  expect(await root.run({ against: "old", accept: "again" })).toMatchObject({ exit: 0 });
  expect(root.read("shop.accepted.yaml")).toBe(text);
  root.write(table(["Kept", "Lost"], "2.0.0"));
  const stale = await root.run({ against: "old" });
  expect(stale.exit).toBe(1);
  expect(stale.told).toMatch(
    /shop\.accepted\.yaml:\d+:5 error\[unused-acceptance\] This entry accepts nothing any more/,
  );
  expect(stale.told).toContain("1 error[unused-acceptance]");
});

test("a version has to tell of breaks, however many of them are accepted", async () => {
  const root = project();
  root.write(table(["Kept", "Lost"], "1.1.0"));
  const { exit, told } = await root.run({ against: "old", accept: "It was never sent." });
  expect(exit).toBe(5);
  expect(told).toContain("shop.errors.yaml:3:1 error[version-not-bumped] The table has the version 1.1.0");
  expect(told).toContain("Write version: 2.0.0.");
  expect(told).toContain("Shop: the next version is 2.0.0 after 1.0.0, because of major changes (code-removed Gone).");
  root.write(table(["Kept", "Lost"], "2.0.0-rc.1"));
  expect(await root.run({ against: "old" })).toMatchObject({ exit: 0 });
  const json = (await root.run({ against: "old", quiet: true, format: "json" })).told;
  const state = { table: "shop.errors.yaml", from: "1.0.0", next: "2.0.0", step: "major", isBumped: true };
  expect(JSON.parse(json)).toMatchObject({ versions: [state] });
});

test("breaks that a later version has already, and breaks of it alone, are notes", async () => {
  const root = project();
  root.write(table(["Kept", "Lost", "Fresh"], "2.0.0"), "main");
  root.write(table(["Kept", "Lost"], "2.0.0"));
  const both = await root.run({ against: "old", since: "main" });
  expect(both.exit).toBe(0);
  expect(both.told).toContain('It is not of now: "main" has it already.');
  expect(both.told).toContain('Only "main" has what it breaks; no release has it.');
  // A version that others have missed to raise is no fault of now, and one that is lowered is.
  root.write(table(["Kept", "Lost", "Fresh"], "1.1.0"), "main");
  root.write(table(["Kept", "Lost"], "1.1.0"));
  const missed = await root.run({ against: "old", since: "main" });
  expect(missed).toMatchObject({ exit: 0, told: expect.stringContaining("note[version-not-bumped]") });
  root.write(table(["Kept", "Lost"], "1.0.1"));
  expect(await root.run({ against: "old", since: "main" })).toMatchObject({ exit: 5 });
  root.write(table(["Kept", "Lost", "Fresh"], "2.0.0"), "main");
  root.write(table(["Kept"], "2.0.0"));
  const more = await root.run({ against: "old", since: "main" });
  expect(more.exit).toBe(5);
  expect(more.told).toContain('error[code-removed] The code "Lost"');
});

test("an entry that was changed, or that the file's form refuses, is told with its place", async () => {
  const root = project();
  root.write(table(["Kept", "Lost"], "2.0.0"));
  await root.run({ against: "old", accept: "It was never sent." });
  const text = root.read("shop.accepted.yaml");
  writeFileSync(root.path("shop.accepted.yaml"), text.replace("code: Gone", "code: Lost"));
  expect((await root.run({ against: "old" })).told).toMatch(/yaml:7:18 error\[accepted-fingerprint\]/);
  writeFileSync(root.path("shop.accepted.yaml"), text.replace("reason:", "raeson:"));
  const { exit, told } = await root.run({ against: "old", accept: "more" });
  expect([exit, told]).toEqual([1, expect.stringContaining("yaml:6:5 error[unknown-field]")]);
  expect(root.read("shop.accepted.yaml")).toContain("raeson");
  expect(await root.run({ against: "old", accept: " " })).toMatchObject({ exit: 2 });
});

test("a file of accepted breaks is checked by itself: its form, its rules and its codes", async () => {
  const root = project();
  root.write(table(["Kept"], "2.0.0"));
  const entry = (fields: object) => ({ ...fields, reason: "why", fingerprint: fingerprintOf(fields as JsonObject) });
  const entries = [
    entry({ rule: "code-removed", code: "Gone" }),
    ...[entry({ rule: "status-changed", code: "Gone" }), entry({ rule: "status-changed", code: "Kept" })],
    ...[entry({ rule: "status-changed", code: "Lost" }), entry({ rule: "status-chagned", code: "Kept" })],
  ];
  const lines = entries.map((one) => `  - ${JSON.stringify(one)}\n`).join("");
  writeFileSync(root.path("shop.accepted.yaml"), `accepted:\n${lines}`);
  const told = await root.lint();
  expect(told).toContain('shop.accepted.yaml:6:6 error[accepted-rule] There is no rule "status-chagned"');
  expect(told).toContain('Did you mean "status-changed"?');
  expect(told).toContain('shop.accepted.yaml:5:6 warning[accepted-code] This entry is about the code "Lost"');
  expect(told).toContain("1 error and 1 warning in 1 file.");
  // An editor is shown the same, also where the file of accepted breaks alone is open.
  const workspace = createWorkspace(diskHost("/"));
  const path = root.path("shop.accepted.yaml");
  const written = root.read("shop.accepted.yaml");
  workspace.put(openFile({ path, uri: `file://${path}`, version: 1, written }));
  expect(
    workspace
      .analyze()
      .diagnostics.get(path)
      ?.map(({ code }) => code),
  ).toEqual(["accepted-code", "accepted-rule"]);
  workspace.put(openFile({ path, uri: `file://${path}`, version: 2, written: written.replaceAll("why", "") }));
  expect(workspace.analyze().diagnostics.get(path)?.[0]?.severity).toBe("error");
});

test("a version that comes before that of the older table is a warning, whatever changed", async () => {
  const root = project();
  root.write(table(["Kept", "Lost", "Gone"], "0.9.0"));
  const { exit, told } = await root.run({ against: "old" });
  expect([exit, told]).toEqual([0, expect.stringContaining("shop.errors.yaml:3:1 warning[version-not-bumped]")]);
  expect(told).toContain('The table has the version 0.9.0, and "old" has 1.0.0, which comes after it.');
});

const change = (code: string): Change => ({
  ...{ rule: "code-removed", level: "major", side: "both", scope: "both", code, old: { b: 1, a: [code] } },
  ...{ message: "", help: "", where: { in: "old", path: [] } },
});

test("entries are added below the others, and every byte of people stays", () => {
  const files = [
    newAccepted([change("A")], "why", ["# Mine"]),
    `${newAccepted([change("A")], "why", [])}# last\n\n# of all`,
    newAccepted([change("A"), change("B")], "one\n\ntwo\n", []).replaceAll("\n", "\r\n"),
    newAccepted([change("A")], "why", []).replace(/\n$/, ""),
    "# none\naccepted: [] # yet\n",
    ...["", "# none\r\n", "# none", "accepted:", "accepted: # yet\n  # none\n"],
    `accepted: [${JSON.stringify({ rule: "x", reason: "y", fingerprint: fingerprintOf({ rule: "x" }) })}]\n`,
  ];
  for (const text of files) {
    const after = addAccepted({ path: "a", text }, [change("C"), change("D")], "more: #1") ?? "";
    const { value, diagnostics } = parseAccepted({ path: "a", text: after });
    expect(diagnostics).toEqual([]);
    expect(value?.entries.slice(-2).map(({ reason }) => reason)).toEqual(["more: #1", "more: #1"]);
    expect(isWithin(text, after), text).toBe(true);
  }
});

/** Whether a text is another one with characters added. */
function isWithin(text: string, after: string): boolean {
  let at = 0;
  for (const character of after) if (text[at] === character) at += 1;
  return at === text.length;
}

test("any reason and any code come back, and the order of members in a schema changes no fingerprint", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ minLength: 1 }), (code, reason) => {
      fc.pre(code.isWellFormed() && reason.trim() !== "");
      const text = newAccepted([change(code)], reason, []);
      const { value, diagnostics } = parseAccepted({ path: "a", text });
      expect(diagnostics).toEqual([]);
      expect(value?.entries).toMatchObject([{ reason, rule: "code-removed" }]);
    }),
    { numRuns: 50 },
  );
  expect(fingerprintOf({ old: { a: 1, b: { c: [1, 2], d: null } } })).toBe(
    fingerprintOf({ old: { b: { d: null, c: [1, 2] }, a: 1 } }),
  );
  expect(fingerprintOf({ old: [1, 2] })).not.toBe(fingerprintOf({ old: [2, 1] }));
});

test("the changes of any table are accepted by the entries that are written for them", () => {
  fc.assert(
    fc.property(anyForm(), anyForm(), (old, now) => {
      const versions = { against: old, since: undefined, now };
      const changes = judgeChanges(versions, []).map(({ change }) => change);
      const { value, diagnostics } = parseAccepted({ path: "a", text: newAccepted(changes, "why", []) });
      expect(diagnostics).toEqual([]);
      const judged = judgeChanges(versions, value?.entries ?? []);
      expect(judged.filter(({ standing }) => standing !== "accepted")).toEqual([]);
      const older = judgeChanges({ ...versions, since: now }, []);
      expect(older.filter(({ standing }) => standing !== "older")).toEqual([]);
    }),
    { numRuns: 10 },
  );
});

test.each([
  ["1.2.3", "major", "2.0.0"],
  ["1.2.3", "dangerous", "1.3.0"],
  ["1.2.3", "patch", "1.2.4"],
  ["0.3.1", "major", "0.4.0"],
  ["0.3.1", "minor", "0.3.2"],
  ["2.0.0-rc.1", "major", "2.0.0"],
  ["1.1.0-beta", "patch", "1.1.0"],
] as const)("after %s, a %s change asks for %s", (version, level, next) => {
  const old = modelOf({ version, errors: {} });
  const advised = (now: string) =>
    adviseVersion(old, modelOf({ version: now, errors: {} }), [{ ...change("A"), level }]);
  expect(advised(version)).toMatchObject({ next, isBumped: version.includes("-") });
  expect(advised(next)?.isBumped).toBe(true);
  expect(advised("99.0.0")?.isBumped).toBe(true);
});

test("the file stands beside its table", () => {
  expect(acceptedPath("/a/shop.errors.yaml")).toBe(join("/a", "shop.accepted.yaml"));
  expect(acceptedPath("/a/shop.yml")).toBe(join("/a", "shop.accepted.yaml"));
});

function table(codes: readonly string[], version: string): string {
  const rows = codes.map((code) => `  ${code}: { status: 400, message: "${code}.", solution: Try., retry: never }\n`);
  return `errtable: 1\nname: Shop\nversion: ${version}\nerrors:\n${rows.join("")}`;
}

function project() {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "errtable-test-")));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const path = (name: string): string => join(root, name);
  const write = (text: string, folder = ""): void => {
    mkdirSync(path(folder), { recursive: true });
    writeFileSync(path(join(folder, "shop.errors.yaml")), text);
  };
  write(table(["Kept", "Lost", "Gone"], "1.0.0"), "old");
  const run = async (options: Options) => {
    const session = sessionAt(root, options, [path("shop.errors.yaml")]);
    return { exit: await breaking(session, options), told: session.told() };
  };
  const lint = async () => {
    const session = sessionAt(root, {}, [path("shop.errors.yaml")]);
    await lintTables(session);
    return session.told();
  };
  return { path, write, run, lint, read: (name: string) => readFileSync(path(name), "utf8") };
}
