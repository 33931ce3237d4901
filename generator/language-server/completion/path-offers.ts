// The folder of a file becomes the names that it may give to others: tables, configurations, and the language of its own name.
import { basename, dirname, join, relative, sep } from "node:path";
import { TRANSLATION_NAME } from "../../reader/table/spec-files.ts";
import { scalarText } from "../../reader/yaml/edits.ts";
import type { FileView } from "../files/file-view.ts";
import { kindOfFile, specOfFile } from "../files/find-projects.ts";
import type { Offer } from "./offers.ts";

/** Tables in the folder of the file, and all tables of the projects; no translations, and not the file itself. */
export function tableOffers({ file, workspace, analysis }: FileView): readonly Offer[] {
  const known = analysis.projects.flatMap(({ tables }) => tables.map(({ path }) => path));
  const paths = [...new Set([...filesBeside(file.path, workspace), ...known])].filter(
    (path) =>
      kindOfFile(path) === "table" && path !== file.path && analysis.files.read(path).value?.kind !== "translation",
  );
  return pathOffers(paths, file.path);
}

/** Files of YAML that are no tables. */
export function configOffers({ file, workspace }: FileView): readonly Offer[] {
  const paths = filesBeside(file.path, workspace).filter(
    (path) => /\.ya?ml$/.test(path) && path !== file.path && specOfFile(path, workspace.host) === undefined,
  );
  return pathOffers(paths, file.path);
}

function filesBeside(path: string, { host }: FileView["workspace"]): readonly string[] {
  const folder = dirname(path);
  const names = host.list(folder);
  return "failure" in names ? [] : names.map((name) => join(folder, name));
}

function pathOffers(paths: readonly string[], from: string): readonly Offer[] {
  return paths.toSorted().map((path) => {
    const written = relative(dirname(from), path).split(sep).join("/");
    const label = written.startsWith(".") ? written : `./${written}`;
    return { label, kind: "file", text: scalarText(label) };
  });
}

/** The language that the name of a translation tells of. */
export function localeOfName({ file }: FileView): readonly Offer[] {
  const [, , locale] = TRANSLATION_NAME.exec(basename(file.path)) ?? [];
  return locale === undefined ? [] : [{ label: locale, kind: "enumMember", text: scalarText(locale) }];
}
