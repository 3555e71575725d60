/**
 * Two texts without what a COPY brought before and a RUN mounts now: the COPY of one file in the first, and the mount of
 * that file in the second. A mount that is no such file stays.
 */
export function withoutMounted(before: string, after: string): readonly [string, string] {
  let [old, now] = [before, after]
  for (const [flag, source] of after.matchAll(/ --mount=type=bind,source=([^\s,]+),target=\/\S*/g)) {
    if (before.includes(flag.trim())) continue
    const copy = new RegExp(
      `^[ \\t]*COPY[ \\t]+(\\.?/)*${escaped(source!)}[ \\t]+\\S+[ \\t]*(\\r?\\n|$)`,
      'im',
    )
    if (!copy.test(old)) continue
    old = old.replace(copy, '')
    now = now.replace(flag, '')
  }
  return [old, now]
}

const escaped = (text: string): string => text.replace(/[^\w/]/g, '\\$&')
