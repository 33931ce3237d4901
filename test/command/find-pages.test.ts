// A folder that inject is given stands for the pages in it that have markers.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { Session } from "../../generator/command/session/session.ts";
import { findPages } from "../../generator/command/verbs/find-pages.ts";
import { disk, diskHost } from "../../generator/output/disk.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-pages-")));
const MARKED = "# Errors\n\n<!-- errtable:begin -->\n<!-- errtable:end -->\n";

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("folders are walked in order, without those of tools, links, and pages that have no marker", () => {
  for (const [path, text] of Object.entries({
    "docs/b.md": MARKED,
    "docs/a/c.rst": ".. errtable:begin\n.. errtable:end\n",
    "docs/none.md": "# Nothing\n",
    "docs/picture.png": MARKED,
    "docs/node_modules/x/readme.md": MARKED,
    "docs/.vitepress/cache.md": MARKED,
    "empty/none.md": "# Nothing\n",
  })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync("..", join(folder, "docs/a/up"));
  const session = { folder, host: diskHost(folder), project: { fs: disk } } as unknown as Session;
  expect(findPages(session, ["docs/", "docs/none.md", "gone.md", "empty"])).toEqual({
    pages: [join(folder, "docs/a/c.rst"), join(folder, "docs/b.md"), "docs/none.md", "gone.md"],
    empty: ["empty"],
  });
});
