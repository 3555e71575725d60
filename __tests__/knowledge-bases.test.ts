import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { isBroughtBy } from '../src/knowledge/brought.js'
import { onAlpine, toolPackages } from '../src/knowledge/busybox.js'
import { hazards, hazardsFor, type MoveTarget } from '../src/knowledge/hazards.js'
import { knownAlpine } from '../src/knowledge/images.js'

describe('hazards', () => {
  const homes: Readonly<Record<MoveTarget, string>> = { alpine: 'base-alpine', debian: 'base-debian' }
  const told = (target: MoveTarget): readonly string[] => {
    const folder = `transforms/${homes[target]}/cases`
    return readdirSync(folder).flatMap((name) => {
      const file = `${folder}/${name}/reason.txt`
      return existsSync(file) ? [readFileSync(file, 'utf8')] : []
    })
  }
  const reasons = { alpine: told('alpine'), debian: told('debian') }

  it.each(hazards.map((hazard) => [hazard.what, hazard] as const))('%s: a case shows it', (_, hazard) => {
    const shown = hazard.on.filter((target) => reasons[target].some((text) => text.includes(hazard.because)))
    expect(shown).not.toEqual([])
  })

  it.each(hazards.map((hazard) => [hazard.what, hazard] as const))('%s can be seen', (_, hazard) => {
    expect([hazard.programs, hazard.text, hazard.packages].some((sight) => sight !== undefined)).toBe(true)
    for (const sight of [hazard.programs, hazard.text, hazard.packages, hazard.images])
      expect(sight?.global ?? false).toBe(false)
  })

  it('are told apart by their reasons and listed for both targets', () => {
    expect(new Set(hazards.map(({ because }) => because)).size).toBe(hazards.length)
    expect(hazardsFor('alpine').length + hazardsFor('debian').length).toBe(
      hazards.reduce((sum, { on }) => sum + on.length, 0),
    )
  })
})

describe('onAlpine', () => {
  it.each([
    ['ls -la /srv', 'there'],
    ['rm -rf /tmp/x', 'there'],
    ['cd', 'there'],
    ['/bin/mkdir -p /a', 'there'],
    ['mkdir -m700 /a', 'there'],
    ['cp --parents a/b /c', 'there'],
    ['cp --reflink=auto a b', 'coreutils'],
    ['grep -qE x y', 'there'],
    ['grep -qP x y', 'grep'],
    ['grep --color=never x', 'grep'],
    ['sed -i.bak s/a/b/ f', 'there'],
    ['sed -E s/a/\\U&/ f', 'sed'],
    ['sed --in-place s/a/b/ f', 'there'],
    ['find / -name x -delete', 'there'],
    ['find / -printf %p', 'findutils'],
    ['tar -xzf a --strip-components=1', 'there'],
    ['tar xzf a', 'there'],
    ['tar --wildcards -xf a', 'tar'],
    ['head -20 a', 'there'],
    ['date +%s', 'there'],
    ['date -d yesterday', 'coreutils'],
    ['date -d @0 +%F', 'there'],
    ['wget -qO- http://a', 'there'],
    ['wget --progress=dot:giga http://a', 'wget'],
    ['xargs -0 -n1 rm', 'there'],
    ['useradd x', 'shadow'],
    ['bash x', 'bash'],
    ['update-ca-certificates', 'ca-certificates'],
    ['systemd-analyze', 'unknown'],
    ['constructor', 'unknown'],
    ['toString', 'unknown'],
  ])('%s: %s', (text, expected) => {
    const [command = '', ...words] = text.split(' ')
    const fate = onAlpine(command, words)
    expect(fate.kind === 'package' ? fate.name : fate.kind).toBe(expected)
  })

  it('names packages that Alpine has', () => {
    const others = ['tzdata', 'xz', 'linux-headers', 'gettext-dev']
    const names = [...new Set([...toolPackages(), ...others])]
    const listed = readFileSync('__tests__/data/alpine.txt', 'utf8').split('\n3.19 2025-07 2026-08\n')[1]!
    const everywhere = new Set(listed.split(/\n(?=\S)/)[0]!.match(/\S+/g))
    expect(names.filter((name) => !everywhere.has(name))).toEqual([])
  })
})

describe('isBroughtBy', () => {
  it.each([
    ['git', 'git', true],
    ['python3-pip', 'pip3', true],
    ['build-essential', 'gcc', true],
    ['git', 'gcc', false],
    ['git', 'constructor', false],
  ])('%s brings %s: %s', (pkg, program, expected) =>
    expect(isBroughtBy(new Set([pkg]), program)).toBe(expected),
  )
})

describe('knownAlpine', () => {
  it.each([
    ['python', '3.12', true],
    ['python', '3.7', false],
    ['python', '3.12.4', false],
    ['python', '3', true],
    ['python', 'latest', true],
    ['python', '3.12-slim-bookworm', true],
    ['node', '22', true],
    ['node', '22.5', false],
    ['node', '16', false],
    ['node', 'lts', true],
    ['openjdk', '8', false],
    ['php', '8.3-fpm', true],
    ['php', 'fpm', true],
    ['constructor', '1', false],
  ])('%s:%s %s', (image, tag, expected) => expect(knownAlpine(image, tag)).toBe(expected))
})
