// The configurations of a command line, and those of their workspaces, become one.
import { basename, dirname } from "node:path";
import { type Checked, type Diagnostic, hasErrors, uniqueDiagnostics } from "../diagnostic/diagnostic.ts";
import type { ProjectHost } from "../reader/host.ts";
import { type Severities, strictest } from "../rules/run.ts";
import { checkShared } from "./check-targets.ts";
import { type Configuration, type LoadedConfig, loadConfig } from "./config.ts";
import { configFiles } from "./config-chain.ts";
import { rootOf } from "./config-places.ts";
import { isInside } from "./find-files.ts";
import { type ConfiguredPage, twice } from "./owned-entries.ts";

/** Paths are absolute; without one there is nothing to do. */
export function loadConfigs(paths: readonly string[], host: ProjectHost): Checked<Configuration> {
  const files = configFiles(host);
  const loaded = new Map<string, LoadedConfig | undefined>();
  const diagnostics: Diagnostic[] = [];
  const visit = (path: string): void => {
    if (loaded.has(path)) return;
    const { value, diagnostics: found } = loadConfig(path, rootOf(path, dirname(path), existsIn(host)), host, files);
    loaded.set(path, value);
    diagnostics.push(...found);
    value?.workspaces.forEach(visit);
  };
  paths.forEach(visit);
  const parts = [...loaded.values()].filter((part) => part !== undefined);
  const targets = parts.flatMap((part) => part.targets);
  const descriptions = parts.flatMap((part) => part.descriptions);
  if (parts.length > 1) diagnostics.push(...checkShared(targets), ...twice(descriptions));
  const all = uniqueDiagnostics(diagnostics);
  if (hasErrors(all)) return { value: undefined, diagnostics: all };
  const value = {
    configs: [...loaded.keys()],
    tables: [...new Set(parts.flatMap((part) => part.tables))],
    targets,
    pages: joinPages(parts.flatMap((part) => part.pages)).filter(
      // Docs of errtable's own are no pages of people.
      ({ path }) => !targets.some(({ folder }) => isInside(path, folder)),
    ),
    descriptions,
    nameOf: (path: string) => parts.map(({ nameOf }) => nameOf(path)).find((place) => place !== undefined),
    severities: severitiesIn(parts),
  };
  return { value, diagnostics: all };
}

/** A listing of a folder is a smaller input of the run than its whole content. */
function existsIn(host: ProjectHost): (path: string) => boolean {
  return (path) => {
    const names = host.list(dirname(path));
    return !("failure" in names) && names.includes(basename(path));
  };
}

/** A page of several configurations shows the errors of all of their tables. */
function joinPages(pages: readonly ConfiguredPage[]): readonly ConfiguredPage[] {
  const joined = new Map<string, ConfiguredPage>();
  for (const page of pages) {
    const { tables, ...first } = joined.get(page.path) ?? page;
    joined.set(page.path, { ...first, tables: new Map([...page.tables, ...tables]) });
  }
  return [...joined.values()];
}

/** A table that no configuration lists has the rules of the configuration that is nearest above it. */
function severitiesIn(parts: readonly LoadedConfig[]): (tablePath: string) => Severities {
  return (path) => {
    const owners = parts.filter(({ tables }) => tables.includes(path));
    const above = parts
      .filter(({ configs: [config = ""] }) => isInside(path, dirname(config)))
      .toSorted((a, b) => (b.configs[0] ?? "").length - (a.configs[0] ?? "").length);
    const [first, ...others] = owners.length > 0 ? owners : [...above, ...parts].slice(0, 1);
    const own = first?.severities(path) ?? {};
    return others.reduce((severities, part) => strictest(severities, part.severities(path)), own);
  };
}
