import { bodiesIn, flagsOf, listInstructions } from './instructions.js'

/** How many RUNs update apt's package lists and keep them. */
export function countKeptLists(text: string): number {
  return listInstructions(text).filter(({ keyword, args }) => {
    if (keyword !== 'RUN' || /type=cache\b.*\/var\/(?:lib|cache)\/apt/.test(flagsOf(args))) return false
    const update = args.search(
      /\bapt(?:-get)?\s+(?:-\S+\s+)*update\b(?!.*\bapt(?:-get)?\s+(?:-\S+\s+)*update\b)/s,
    )
    const rest = args.slice(update)
    return update >= 0 && !/\brm\s[^&|;]*\/var\/lib\/apt\b|\bapt(?:-get)?\s[^&|;]*\bdist-?clean\b/.test(rest)
  }).length
}

/** How many RUNs do nothing but clean, behind one of the same stage that installed: what they delete is shipped. */
export function countLateCleanups(text: string): number {
  let hasInstalled = false
  let count = 0
  for (const { keyword, args } of listInstructions(text)) {
    if (keyword === 'FROM') hasInstalled = false
    if (keyword !== 'RUN') continue
    const [body = ''] = bodiesIn(`RUN ${args}`)
    const commands = body.split(/&&|\|\||;/).map((command) => command.trim().replace(/^sudo\s+/, ''))
    const cleans = commands.some((command) => cleaning.test(command))
    if (hasInstalled && cleans && commands.every((command) => cleaning.test(command) || idle.test(command)))
      count++
    hasInstalled ||= installing.test(body)
  }
  return count
}

const installing =
  /\b(?:apt|apt-get|apk|yum|dnf|microdnf|zypper|pip3?|npm|gem)\s+(?:-\S+\s+)*(?:install|add|groupinstall|in)\b/

const idle = /^(?:true|:|set\s.*|echo\s.*|)$/

const cleaning = new RegExp(
  [
    /^rm\s+(?:-\S+\s+)*(?:(?:\/var\/lib\/apt|\/var\/cache|\/tmp|\/var\/tmp|\/root\/\.\w+|~\/\.\w+|\/usr\/share\/(?:doc|man|locale))\S*\s*)+$/,
    /^(?:apt|apt-get|aptitude)\s+(?:-\S+\s+)*(?:clean|autoclean|autoremove|purge|remove)\b/,
    /^apk\s+(?:-\S+\s+)*del\b/,
    /^(?:yum|dnf|microdnf)\s+(?:-\S+\s+)*(?:clean|remove|erase|autoremove)\b/,
    /^npm\s+cache\s+clean\b/,
    /^pip3?\s+cache\s+purge\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
)
