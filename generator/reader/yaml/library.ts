// Loads the library that reads all of YAML when the first file needs it; most files are plain and do not. `require` keeps
// reading synchronous.
import { createRequire } from "node:module";

/** In the built package the library is one file in the same folder. */
const PLACE = import.meta.url.endsWith(".js") ? "./yaml.cjs" : "yaml";

export type YamlLibrary = typeof import("yaml");

export function yamlLibrary(): YamlLibrary {
  return createRequire(import.meta.url)(PLACE) as YamlLibrary;
}
