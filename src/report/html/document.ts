import { htmlOf } from '../markup.js'
import { script, scriptHash, style } from './page.js'

/** A page that needs nothing else. The policy lets nothing run but our own script, and nothing be asked of the network. */
export function documentOf(title: string, parts: readonly string[]): string {
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${htmlOf(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${parts.filter((part) => part !== '').join('\n')}
<script>${script}</script>
</body>
</html>
`
}
