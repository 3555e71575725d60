/**
 * The first place where the commands after are not those before, with what the terms declare come or gone; undefined
 * where there is none. In the same order, or in any where commands move.
 */
export function firstDifference(before, after, { terms, moves, joins, folders }) {
  const isSame = (old, now) =>
    (moves || old.folder === now.folder) && areSameWords(old.words, now.words, terms)
  const comes = ({ words }) =>
    terms.some((term) => term.commands.added(rest(words, term))) ||
    (joins && words[0] === 'mkdir' && words[1] === '-p' && folders.has(words.slice(2).join(' ')))
  const goes = ({ words }) => terms.some((term) => term.commands.gone(rest(words, term)))
  const [left, lost] = moves ? unmatched(before, after, isSame) : [after, before]
  let at = 0
  for (const old of lost) {
    const from = at
    while (at < left.length && !isSame(old, left[at]) && comes(left[at])) at++
    if (at < left.length && isSame(old, left[at])) at++
    else if (goes(old)) at = from
    else return `${say(old)} has become ${say(left[at])}`
  }
  const strange = left.slice(at).find((now) => !comes(now))
  return strange && `nothing has become ${say(strange)}`
}

/** The words of a command without those that a term brings or takes away. */
const rest = (words, { words: own, named }) =>
  words.filter((word) => !own.added(word, named) && !own.gone(word, named)).join(' ')

function areSameWords(old, now, terms) {
  const own = terms.filter(({ words }) => words.of === undefined || old.some((word) => words.of.test(word)))
  const comes = (word) => own.some(({ words, named }) => words.added(word, named))
  const goes = (word) => own.some(({ words, named }) => words.gone(word, named))
  let at = 0
  for (const word of old) {
    const from = at
    while (at < now.length && now[at] !== word && comes(now[at])) at++
    if (now[at] === word) at++
    else if (goes(word)) at = from
    else return false
  }
  return now.slice(at).every(comes)
}

/** What is left after and before of commands that stand on both sides. */
function unmatched(before, after, isSame) {
  const left = [...after]
  const lost = before.filter((old) => {
    const at = left.findIndex((now) => isSame(old, now))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return [left, lost]
}

const say = (command) => (command ? `\`${command.words.join(' ')}\` in ${command.folder}` : 'nothing')
