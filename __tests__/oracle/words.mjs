/**
 * The commands of a shell text with the operators between them, without understanding more of it than that: each item
 * is an operator or the words of a command as they stand, quotes included. A comment is one item, to the end of its line.
 */
export function itemsIn(text) {
  const items = []
  let words = []
  const end = (item) => {
    if (words.length > 0) items.push({ words })
    words = []
    if (item) items.push(item)
  }
  for (const [token] of text.matchAll(tokens)) {
    if (token.startsWith('#')) end({ operator: token.trimEnd() })
    else if (isOperator.test(token) || (/^[{}]$/.test(token) && words.length === 0)) end({ operator: token })
    else if (!isBlank.test(token)) words.push(token)
  }
  end()
  return items
}

/** A quote that has no end runs to the end of the text. A brace is an operator where it stands alone and first. */
const tokens = new RegExp(
  [
    /(?<![^ \t\n;&|()])#[^\n]*/,
    /&>>?|<<-|<<<|<<|>>|>\||<>|[<>]&?/,
    /(?<![^ \t\n;&|()])\d+(?=[<>])/,
    /&&|\|\||;;|[;|&()\n]/,
    /(?<![^ \t\n])[{}](?![^ \t\n;&|()])/,
    /[ \t]+/,
    new RegExp(
      `(?:${[
        /\\[^]/,
        /\$'(?:\\[^]|[^'\\])*'?/,
        /\$\{[^}]*\}?/,
        /\$\((?:[^()]|\([^()]*\))*\)/,
        /'[^']*'?/,
        /"(?:\\[^]|[^"\\])*"?/,
        /`(?:\\[^]|[^`\\])*`?/,
        /[^ \t\n;&|()\\'"`<>$]+/,
        /\$/,
      ]
        .map(({ source }) => source)
        .join('|')})+`,
    ),
    /[^]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
)
const isOperator = /^(&&|\|\||;;|[;|&()\n])$/
const isBlank = /^[ \t]+$/
