import {
  apkCall,
  type ApkCall,
  hidesInstaller,
  readsIndex,
  resolve,
  type Stage,
  type Subject,
} from '../../src/kit.js'
import { has, isRewritten, isUnknown } from './calls.js'

/** What may read the index that an `apk update` leaves, once every `apk add` fetches its own. */
export function indexReader(family: readonly Stage[], subject: Subject): string | undefined {
  for (const member of family)
    for (const instruction of member.instructions) {
      if (instruction.keyword === 'ONBUILD' && /\bapk\b|\.sh\b/.test(instruction.args.text))
        return `line ${instruction.startLine}`
      if (/^(CMD|ENTRYPOINT)$/.test(instruction.keyword) && /\bapk\s+\S/.test(instruction.args.text))
        return `line ${instruction.startLine}`
      if (instruction.keyword !== 'RUN') continue
      const body = subject.model.bodyOf(member, instruction)
      if (body.kind === 'none') return `line ${instruction.startLine}, which cannot be read,`
      for (const command of body.script.commands) {
        const call = apkCall(command)
        if (
          call &&
          readsIndex(call) &&
          !isOffline(call) &&
          !fetchesItself(call, isRewritten(member, instruction, subject))
        )
          return `\`apk ${call.verb ?? '...'}\` in line ${instruction.startLine}`
        const hidden = call ? undefined : hidesInstaller(resolve(command), 'apk')
        if (hidden !== undefined) return `${hidden} in line ${instruction.startLine}`
      }
    }
  return undefined
}

/** Whether a call brings its own index, once this change is made. */
const fetchesItself = (call: ApkCall, isRewritten: boolean): boolean =>
  /^(add|upgrade)$/.test(call.verb ?? '') && !isUnknown(call) && (isRewritten || has(call, '--no-cache'))

/** `apk info` and the like look at what is installed. */
const isOffline = (call: ApkCall): boolean =>
  /^(info|version|stats)$/.test(call.verb ?? '') || has(call, '--installed', '-I')
