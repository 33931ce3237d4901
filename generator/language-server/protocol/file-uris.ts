// Addresses of files become paths, and paths addresses. Documents that are no files on a disk have no path.
import { fileURLToPath, pathToFileURL } from "node:url";

export function pathOfUri(uri: string): string | undefined {
  if (!/^file:/i.test(uri)) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export function uriOfPath(path: string): string {
  return pathToFileURL(path).href;
}
