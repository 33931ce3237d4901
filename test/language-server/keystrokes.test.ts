// A row is typed sign by sign, and taken away again: at every state the server finds what a fresh one finds, and no feature fails.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { everyFeature } from "../helpers/every-feature.ts";
import { put, serverFindings, workspaceOf } from "../helpers/fresh-findings.ts";

const ROOT = join(import.meta.dirname, "../..");
const FUNCTION_COMPUTE = readFileSync(join(ROOT, "spec/function-compute.errors.yaml"), "utf8");

const ROW = `
  BucketMissing:
    status: [404, 410]
    # errtable-ignore missing-solution: Nobody knows.
    message: "bucket '%s' is \\"gone\\" {x}"
    params: { bucket: { example: 'a''b' } }
    tags:
      - One
    description: >-
      A text
      of lines: two.
    deprecated: { replacedBy: AliasNotFound }
`;

test.each([
  ["LF", "\n", 1],
  // Lines of this kind are read by the library, which takes longer.
  ["CRLF", "\r\n", 4],
])("lines that end in %s", (_, lineEnd, step) => {
  const written = FUNCTION_COMPUTE.replaceAll("\n", lineEnd);
  const row = ROW.replaceAll("\n", lineEnd);
  const at = written.indexOf("  MissingRequiredHeader:");
  const path = "/fc.errors.yaml";
  const workspace = workspaceOf({ "fc.errors.yaml": written }, [path]);
  const before = serverFindings(workspace);
  for (let end = 1; end <= row.length; end += step) {
    const text = written.slice(0, at) + row.slice(0, end) + written.slice(at);
    put(workspace, path, text);
    const found = serverFindings(workspace);
    // Every state is looked at; some are compared, because a fresh server reads the whole table.
    if (end % 9 === 0) expect(found).toEqual(serverFindings(workspaceOf({ "fc.errors.yaml": text }, [path])));
    if (end % 5 === 0) everyFeature(workspace, path, at + end);
  }
  put(workspace, path, written);
  expect(serverFindings(workspace)).toEqual(before);
});
