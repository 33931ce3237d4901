// reStructuredText becomes the HTML that docutils makes of it. It is a Python package, which is not installed here: where it
// is missing, tests that need it are skipped and say why in their titles.
import { execFileSync, spawnSync } from "node:child_process";

const PYTHON =
  "import sys, json\nfrom docutils.core import publish_parts\nout = []\nfor source in json.load(sys.stdin):\n    settings = {'line_length_limit': int(sys.argv[1]), 'report_level': 2, 'halt_level': 2, 'raw_enabled': False, 'file_insertion_enabled': False, 'doctitle_xform': False, 'syntax_highlight': 'none', 'warning_stream': False}\n    try:\n        out.append(publish_parts(source, writer_name='html5', settings_overrides=settings)['body'])\n    except Exception as error:\n        out.append('ERROR ' + str(error))\njson.dump(out, sys.stdout)\n";

export const hasDocutils = spawnSync("python3", ["-c", "import docutils"]).status === 0;

/** Ends the title of a test that needs docutils. */
export const WITHOUT_DOCUTILS = hasDocutils ? "" : " (skipped: Python has no docutils here)";

/** One process renders all sources, because it takes as long to start as to read a hundred of them. */
export function rstHtml(sources: readonly string[], longestLine = 10_000): readonly string[] {
  return JSON.parse(
    execFileSync("python3", ["-c", PYTHON, String(longestLine)], {
      input: JSON.stringify(sources),
      maxBuffer: 1 << 28,
    }).toString(),
  );
}
