// The library that reads all of YAML. Most files are plain and do without it, so it is loaded with the first that is not; by
// `require`, so that reading stays one step that nobody has to wait for.
import { createRequire } from "node:module";

/** What this is built into lies beside the library as one file. */
const PLACE = import.meta.url.endsWith(".js") ? "./yaml.cjs" : "yaml";

export type YamlLibrary = typeof import("yaml");

export function yamlLibrary(): YamlLibrary {
  return createRequire(import.meta.url)(PLACE) as YamlLibrary;
}
