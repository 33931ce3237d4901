// Tells of paths that may have changed in some folders. It tells too often rather than too seldom, and knows no contents.
import { createRequire } from "node:module";
import { basename, join } from "node:path";

export interface Watcher {
  /** From now on it watches these folders, not those below them, and these files in them; all exist. */
  update(folders: ReadonlySet<string>, files: ReadonlySet<string>): void;
  /** Watches a folder anew that was deleted and made again. */
  renew(folder: string): void;
  close(): Promise<void>;
}

export interface WatcherRequest {
  readonly onTouch: (path: string) => void;
  readonly onError: (error: unknown) => void;
}

export type OpenWatcher = (request: WatcherRequest) => Promise<Watcher>;

/** The parts of the library that are used. */
interface Library {
  watch(paths: readonly string[], options: object): LibraryWatcher;
}

interface LibraryWatcher {
  add(paths: readonly string[]): unknown;
  unwatch(paths: readonly string[]): unknown;
  close(): Promise<void>;
  on(event: "all", listener: (event: string, path: string) => void): this;
  on(event: "raw", listener: (event: string, name: string | null, details: { watchedPath?: string }) => void): this;
  on(event: "error", listener: (error: unknown) => void): this;
}

/** In the built package the library is one file in the same folder, which loads with the first watcher. */
const PLACE = import.meta.url.endsWith(".js") ? "./watch.cjs" : "chokidar";

export const openWatcher: OpenWatcher = async ({ onTouch, onError }) => {
  const library = createRequire(import.meta.url)(PLACE) as Library;
  let wanted: ReadonlySet<string> = new Set();
  let current: ReadonlySet<string> = new Set();
  const ignored = (path: string, stats?: { isFile(): boolean }): boolean =>
    stats?.isFile() === true && !wanted.has(path);
  const watcher = library.watch([], { depth: 0, ignoreInitial: true, ignored });
  watcher.on("all", (_, path) => onTouch(path));
  // The system tells of a change before the library has compared the files, and also where it finds them the same.
  watcher.on("raw", (_, name, { watchedPath }) => {
    if (watchedPath === undefined) return;
    // The path is that of a file, or of a folder and the name that of an entry.
    if (name === null || name === basename(watchedPath)) onTouch(watchedPath);
    if (name !== null) onTouch(join(watchedPath, name));
  });
  watcher.on("error", onError);
  return {
    update(folders, files) {
      const before = new Set([...current, ...wanted]);
      wanted = files;
      current = folders;
      const paths = new Set([...folders, ...files]);
      watcher.unwatch([...before].filter((path) => !paths.has(path)));
      watcher.add([...paths].filter((path) => !before.has(path)));
    },
    renew(folder) {
      if (!current.has(folder)) return;
      const paths = [folder, ...[...wanted].filter((path) => path.startsWith(join(folder, "/")))];
      watcher.unwatch(paths);
      watcher.add(paths);
    },
    close: () => watcher.close(),
  };
};
