// Folders with lock files of their own get their packages, where these are missing or not the locked ones:
// node generator/build/install.mjs <folder>..., where a folder without a lock file stands for the folders in it.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");

/** Paths are relative to the root of the project. */
export function install(paths) {
  for (const path of paths.flatMap(lockedFolders)) {
    const locked = readPackages(join(path, "package-lock.json"));
    if (isInstalled(locked, readPackages(join(path, "node_modules/.package-lock.json")))) continue;
    const needed = Object.values(locked).filter(({ optional }) => !optional);
    console.log(`Installing ${path === "" ? "the project" : path} (${needed.length} packages), once …`);
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"], {
      cwd: join(ROOT, path),
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
  }
}

function lockedFolders(path) {
  if (existsSync(join(ROOT, path, "package-lock.json"))) return [path];
  const folders = readdirSync(join(ROOT, path)).map((name) => `${path}/${name}`);
  return folders.filter((folder) => existsSync(join(ROOT, folder, "package-lock.json")));
}

/** npm keeps such a file of the packages that it has installed, too. */
function readPackages(path) {
  if (!existsSync(join(ROOT, path))) return {};
  const { "": _project, ...packages } = JSON.parse(readFileSync(join(ROOT, path), "utf8")).packages;
  return packages;
}

/** Optional packages are for other platforms, or are left out where they cannot be installed. */
function isInstalled(locked, installed) {
  return (
    Object.entries(locked).every(([path, { version, optional }]) => {
      const found = installed[path];
      return found === undefined ? optional : found.version === version;
    }) && Object.keys(installed).every((path) => locked[path] !== undefined)
  );
}

if (process.argv[1] === import.meta.filename) install(process.argv.slice(2));
