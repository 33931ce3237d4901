// A monorepo of 12 tables and 30 targets, in which errtable is installed.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../../..");
export const MODULES = join(import.meta.dirname, "node_modules");
export const PACKAGES = Array.from({ length: 12 }, (_, index) => `p${String(index + 1).padStart(2, "0")}`);

export interface Monorepo {
  readonly folder: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Both streams of a program, which must end well. */
  run(program: string, ...args: readonly string[]): string;
}

/** Each of the first two tables imports the same third one. */
export function makeMonorepo(): Monorepo {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "errtable-monorepo-")));
  const read = (path: string): string => readFileSync(join(folder, path), "utf8");
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const workspace = {
    name: "monorepo",
    private: true,
    type: "module",
    workspaces: ["packages/*"],
    packageManager: "npm@10.8.2",
  };
  write("package.json", JSON.stringify(workspace));
  write(".gitignore", "node_modules\nbuild\n.turbo\n.nx\n");
  write("shared/common.errors.yaml", "errtable: 1\nname: Common\nerrors:\n  Down: { status: 503 }\n");
  const locked: Record<string, object> = { "": { name: "monorepo", workspaces: workspace.workspaces } };
  for (const [index, name] of PACKAGES.entries()) {
    const at = `packages/${name}`;
    const scripts = { errors: "errtable generate", "errors:check": "errtable check" };
    write(`${at}/package.json`, JSON.stringify({ name, version: "1.0.0", type: "module", scripts }));
    locked[at] = { name, version: "1.0.0" };
    locked[`node_modules/${name}`] = { resolved: at, link: true };
    const imports = index < 2 ? "imports: [../../shared/common.errors.yaml]\n" : "";
    write(
      `${at}/${name}.errors.yaml`,
      `errtable: 1\nname: ${name.toUpperCase()}\n${imports}errors:\n  Gone${index}: { status: 410, description: It is gone. }\n`,
    );
    const kinds = ["typescript", "catalog", ...(index % 2 === 0 ? ["openapi"] : [])];
    const targets = kinds.map((kind) => `  - { kind: ${kind}, table: ./${name}.errors.yaml, out: ./errors/${kind} }\n`);
    write(`${at}/errtable.config.yaml`, `targets:\n${targets.join("")}`);
  }
  write(
    "package-lock.json",
    JSON.stringify({ name: "monorepo", lockfileVersion: 3, requires: true, packages: locked }),
  );
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(join(ROOT, "dist/js/cli.js"), join(folder, "node_modules/.bin/errtable"));
  // Nx wants to be a package of the repository.
  symlinkSync(join(MODULES, "nx"), join(folder, "node_modules/nx"));
  for (const name of PACKAGES) symlinkSync(`../packages/${name}`, join(folder, "node_modules", name));
  const run = (program: string, ...args: readonly string[]): string => {
    const path = [join(folder, "node_modules/.bin"), join(MODULES, ".bin"), process.env["PATH"]].join(delimiter);
    const env = {
      ...process.env,
      PATH: path,
      LC_ALL: "C",
      NO_COLOR: "1",
      CI: "1",
      NX_DAEMON: "false",
      TURBO_TELEMETRY_DISABLED: "1",
      NX_SKIP_NX_CACHE: undefined,
    };
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: folder,
      env,
      encoding: "utf8",
      timeout: 300_000,
    });
    if (status !== 0)
      throw new Error(`${program} ${args.join(" ")} ended with ${status ?? error?.message}:\n${stdout}${stderr}`);
    return stdout + stderr;
  };
  run("git", "init", "--quiet");
  return { folder, read, write, run };
}
