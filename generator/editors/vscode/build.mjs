// Builds the extension of VS Code as one file: node generator/editors/vscode/build.mjs [path of the .vsix].
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { install } from "../../build/install.mjs";

const here = import.meta.dirname;
const root = join(here, "../../..");

install(["generator/editors/vscode"]);
const { zipSync } = await import("./node_modules/fflate/esm/index.mjs");
const manifest = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const target = resolve(process.argv[2] ?? join(here, `dist/${manifest.name}-${manifest.version}.vsix`));

const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: ["extension.mjs"],
  bundle: true,
  minify: true,
  write: false,
  format: "cjs",
  platform: "node",
  // The Node of the oldest VS Code that the manifest allows.
  target: "node20",
  external: ["vscode"],
  legalComments: "inline",
  logLevel: "warning",
});
const { devDependencies: _, private: _1, ...published } = manifest;

const files = {
  "[Content_Types].xml": contentTypes(["vsixmanifest", "json", "js", "md", "txt"]),
  "extension.vsixmanifest": vsixManifest(published),
  "extension/package.json": `${JSON.stringify(published, null, 2)}\n`,
  "extension/README.md": readFileSync(join(here, "README.md")),
  "extension/LICENSE.txt": readFileSync(join(root, "LICENSE")),
  "extension/dist/extension.js": outputFiles[0].contents,
};
// The same inputs make the same bytes.
const entries = Object.entries(files).map(([name, content]) => {
  return [
    name,
    [typeof content === "string" ? Buffer.from(content) : content, { mtime: new Date(1980, 0, 1), level: 9 }],
  ];
});
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, zipSync(Object.fromEntries(entries)));
console.log(target);

function contentTypes(endings) {
  const types = {
    vsixmanifest: "text/xml",
    json: "application/json",
    js: "application/javascript",
    md: "text/markdown",
    txt: "text/plain",
  };
  const rows = endings.map((ending) => `<Default Extension=".${ending}" ContentType="${types[ending]}"/>`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${rows.join("")}</Types>\n`;
}

function vsixManifest({ name, displayName, description, version, publisher, categories, keywords, engines }) {
  const xml = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${xml(name)}" Version="${xml(version)}" Publisher="${xml(publisher)}"/>
    <DisplayName>${xml(displayName)}</DisplayName>
    <Description xml:space="preserve">${xml(description)}</Description>
    <Tags>${xml(keywords.join(","))}</Tags>
    <Categories>${xml(categories.join(","))}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${xml(engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionDependencies" Value=""/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE.txt</License>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}
