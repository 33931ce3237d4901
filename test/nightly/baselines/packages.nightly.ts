// A table is compared with a package that npm itself fetches, from a registry on this machine.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readBaselines } from "../../../generator/baseline/read-baselines.ts";
import { disk, diskHost } from "../../../generator/output/disk.ts";
import { catalogOf } from "../../../generator/products/catalog/errors-json.ts";
import { renderJson } from "../../../generator/text/json/json.ts";
import { modelOf } from "../../helpers/model-fixtures.ts";

/** Knows one package, whose tarball is the file that it is started with; prints its port. */
const REGISTRY = `
const [file] = process.argv.slice(1);
const bytes = require("node:fs").readFileSync(file);
const integrity = "sha512-" + require("node:crypto").createHash("sha512").update(bytes).digest("base64");
const server = require("node:http").createServer((request, response) => {
  const here = "http://127.0.0.1:" + server.address().port;
  if (request.url === "/shop.tgz") return response.end(bytes);
  if (!/^\\/@shop(?:%2f|\\/)errors$/i.test(request.url)) { response.statusCode = 404; return response.end("{}"); }
  const version = { name: "@shop/errors", version: "1.3.0", dist: { tarball: here + "/shop.tgz", integrity } };
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ name: "@shop/errors", "dist-tags": { latest: "1.3.0" }, versions: { "1.3.0": version } }));
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

let folder = "";
let server: ChildProcess;
const registry = process.env["npm_config_registry"];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-nightly-")));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write("made/package.json", JSON.stringify({ name: "@shop/errors", version: "1.3.0" }));
  write("made/dist/errors.json", renderJson(catalogOf(modelOf({ name: "Shop", version: "1.3.0", errors: {} }))));
  write("project/package.json", JSON.stringify({ private: true }));
  execFileSync("npm", ["pack", "--pack-destination", ".."], { cwd: join(folder, "made"), stdio: "pipe" });
  const packed = readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "";
  server = spawn(process.execPath, ["-e", REGISTRY, join(folder, packed)], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise((resolve) => server.stdout?.once("data", (text) => resolve(String(text).trim())));
  process.env["npm_config_registry"] = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server.kill();
  if (registry === undefined) delete process.env["npm_config_registry"];
  else process.env["npm_config_registry"] = registry;
  rmSync(folder, { recursive: true, force: true });
});

test.each(["npm:@shop/errors", "npm:@shop/errors@^1.2", "npm:@shop/errors@latest", "npm:@shop/errors@>=1 <2"])(
  "%s is fetched, read and left nowhere",
  (against) => {
    const { label, baselines, diagnostics } = read(against);
    expect(diagnostics).toEqual([]);
    expect(label).toBe("@shop/errors@1.3.0");
    expect([...baselines.values()].map(({ model }) => model.version)).toEqual(["1.3.0"]);
    expect(readdirSync(join(folder, "project"))).toEqual(["package.json"]);
  },
);

test.each([
  ["npm:@shop/errors@^2", 'npm knows no version "@shop/errors@^2".'],
  ["npm:@shop/others", 'npm knows no package "@shop/others".'],
])("%s cannot be compared", (against, message) => {
  expect(read(against).diagnostics).toMatchObject([{ code: "unknown-baseline", message }]);
});

test("a registry that is not there is told soon", () => {
  process.env["npm_config_registry"] = "http://127.0.0.1:9";
  expect(read("npm:@shop/errors").diagnostics).toMatchObject([
    { code: "unknown-baseline", message: expect.stringContaining("npm does not reach its registry") },
  ]);
});

function read(against: string) {
  const project = join(folder, "project");
  const tables = [{ path: join(project, "shop.errors.yaml"), name: "Shop", codes: [] }];
  return readBaselines(against, {
    folder: project,
    root: project,
    configs: [],
    tables,
    host: diskHost(project),
    fs: disk,
  });
}
