// Edits of texts, and the command frame that writes files which people own: all or none, links and byte order marks kept.
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { applyEdits, lineEndOf, withLineEnds } from "../../generator/diagnostic/text-edits.ts";
import { disk } from "../../generator/output/disk.ts";
import { replaceFiles } from "../../generator/output/write/replace.ts";

const work = mkdtempSync(join(tmpdir(), "errtable-embed-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe("edits", () => {
  test("keep everything that they do not name, in any order", () => {
    const pieces = fc.array(fc.record({ kept: fc.string(), gone: fc.string(), news: fc.string() }), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, fc.string(), fc.boolean(), (parts, rest, reversed) => {
        let text = "";
        const edits = parts.map(({ kept, gone, news }) => {
          text += kept;
          const start = text.length;
          text += gone;
          return { start, end: text.length, text: news };
        });
        // Edits of one place keep their order, so that only those of different places are turned round.
        const places = new Set(edits.map(({ start }) => start));
        const given = reversed && places.size === edits.length ? edits.toReversed() : edits;
        const expected = parts.map(({ kept, news }) => kept + news).join("") + rest;
        expect(applyEdits(text + rest, given)).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("never overlap, and never reach beyond the text", () => {
    const overlap = [
      { start: 0, end: 2, text: "" },
      { start: 1, end: 3, text: "" },
    ];
    expect(() => applyEdits("abcd", overlap)).toThrow("overlaps");
    expect(() => applyEdits("ab", [{ start: 1, end: 3, text: "" }])).toThrow("2");
  });

  test("take the line ends of the text", () => {
    expect(lineEndOf("")).toBe("\n");
    expect(lineEndOf("a\r\nb\nc\r\n")).toBe("\r\n");
    expect(lineEndOf("a\r\nb\nc\n")).toBe("\n");
    expect(withLineEnds("a\nb\n", "\r\n")).toBe("a\r\nb\r\n");
  });
});

describe("files", () => {
  test("get their texts all at once; links stay links, permissions stay, nothing is left beside them", () => {
    const folder = join(work, "all");
    mkdirSync(folder);
    writeFileSync(join(folder, "one"), "1");
    chmodSync(join(folder, "one"), 0o640);
    writeFileSync(join(folder, "two"), "2");
    symlinkSync("two", join(folder, "link"));
    const changed = replaceFiles(disk, [
      { path: join(folder, "one"), before: Buffer.from("1"), after: Buffer.from("11") },
      { path: join(folder, "link"), before: Buffer.from("2"), after: Buffer.from("22") },
    ]);
    expect(changed).toBeUndefined();
    expect(readFileSync(join(folder, "one"), "utf8") + readFileSync(join(folder, "two"), "utf8")).toBe("1122");
    expect(statSync(join(folder, "one")).mode & 0o777).toBe(0o640);
    expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(["link", "one", "two"]);
  });

  test.runIf(process.getuid?.() === 0)("stay those of their owner", () => {
    const folder = join(work, "owned");
    mkdirSync(folder);
    const path = join(folder, "one");
    writeFileSync(path, "1");
    chmodSync(path, 0o640);
    chownSync(path, 4711, 4712);
    replaceFiles(disk, [{ path, before: Buffer.from("1"), after: Buffer.from("2") }]);
    const { uid, gid, mode } = statSync(path);
    expect([readFileSync(path, "utf8"), uid, gid, mode & 0o777]).toEqual(["2", 4711, 4712, 0o640]);
  });

  test("stay as they are where one of them changed meanwhile, or cannot be replaced", () => {
    const folder = join(work, "none");
    mkdirSync(folder);
    writeFileSync(join(folder, "one"), "1");
    writeFileSync(join(folder, "two"), "other");
    const both = ["one", "two"].map((name) => ({
      path: join(folder, name),
      before: Buffer.from(name === "one" ? "1" : "2"),
      after: Buffer.from("new"),
    }));
    expect(replaceFiles(disk, both)).toBe(join(folder, "two"));
    writeFileSync(join(folder, "two"), "2");
    const failing = {
      ...disk,
      rename(from: string, to: string) {
        if (to.endsWith("two")) throw Object.assign(new Error("disk full"), { code: "ENOSPC" });
        disk.rename(from, to);
      },
    };
    expect(() => replaceFiles(failing, both)).toThrow("disk full");
    expect(readFileSync(join(folder, "one"), "utf8") + readFileSync(join(folder, "two"), "utf8")).toBe("12");
    expect(readdirSync(folder).toSorted()).toEqual(["one", "two"]);
  });
});
