// Whole tables are typed sign by sign: at every state the server has an answer, and its findings are those of a fresh one.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { everyFeature } from "../../helpers/every-feature.ts";
import { put, serverFindings, workspaceOf } from "../../helpers/fresh-findings.ts";

const ROOT = join(import.meta.dirname, "../../..");
const SINK = join(ROOT, "test/cases/kitchen-sink");
const files = Object.fromEntries(
  readdirSync(SINK)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [name, readFileSync(join(SINK, name), "utf8")]),
);

test.each(Object.keys(files))("%s", (name) => {
  const whole = files[name] ?? "";
  const path = `/${name}`;
  for (const lineEnd of ["\n", "\r\n"]) {
    const text = whole.replaceAll("\n", lineEnd);
    const others = { ...files, [name]: "" };
    const workspace = workspaceOf(others, [path]);
    for (let end = 1; end <= text.length; end += 1) {
      const typed = text.slice(0, end);
      put(workspace, path, typed);
      const found = serverFindings(workspace);
      if (end % 23 === 0) expect(found).toEqual(serverFindings(workspaceOf({ ...files, [name]: typed }, [path])));
      if (end % 7 === 0) everyFeature(workspace, path, end);
    }
  }
});
