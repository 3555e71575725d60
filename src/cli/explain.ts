import { hintPage, page } from '../report/page.js'
import { Misuse } from './misuse.js'
import { transformNamed, type Core } from './parts.js'
import type { Terminal } from './terminal.js'

/** Prints the page of the one transform or hint that the words name. @throws Misuse when they name none. */
export function explain(words: readonly string[], terminal: Terminal, core: Core): number {
  const [id] = words
  if (id === undefined || words.length > 1)
    throw new Misuse('explain needs the id of one transform; dfslim list names them')
  const hint = core.hints.find((one) => one.id === id)
  if (hint) terminal.stdout.write(hintPage(hint))
  else terminal.stdout.write(page(transformNamed(id, core.transforms), core.examples[id]))
  return 0
}
