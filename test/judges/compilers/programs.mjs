// Checks several projects with one compiler in one process, which is warm after the first: programs.mjs <package> <project>...
import { setFlagsFromString } from "node:v8";

// Optimizing machine code that runs once costs more than it saves.
setFlagsFromString("--interrupt-budget=500000");

const [compiler = "", ...projects] = process.argv.slice(2);
const { default: ts } = await import(compiler);

process.stdout.write(JSON.stringify(projects.map(check)));

/** As tsc without emitting prints it. */
function check(project) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(project, {}, host);
  const program = ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors });
  return ts.formatDiagnostics(ts.getPreEmitDiagnostics(program), {
    getCanonicalFileName: (path) => path,
    getCurrentDirectory: ts.sys.getCurrentDirectory,
    getNewLine: () => "\n",
  });
}

function fail(diagnostic) {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"));
}
