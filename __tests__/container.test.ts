import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type ContainerEngine, findEngine } from '../src/container/engine.js'
import type { Ended } from '../src/container/process.js'
import { repair } from '../src/container/repair.js'
import { largestPassing } from '../src/container/search.js'
import { openBench } from '../src/container/trial.js'
import { rewrite } from '../src/index.js'

describe('the largest set of changes that passes', () => {
  const sets = fc.record({
    trusted: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 8 }),
    bold: fc.uniqueArray(fc.integer({ min: 20, max: 39 }), { maxLength: 8 }),
    culprits: fc.uniqueArray(fc.integer({ min: 0, max: 39 }), { maxLength: 4 }),
  })

  it('is all but the culprits', async () => {
    await fc.assert(
      fc.asyncProperty(sets, async ({ trusted, bold, culprits }) => {
        const passes = async (some: readonly number[]): Promise<boolean> =>
          !some.some((n) => culprits.includes(n))
        const { passed, failed, untried } = await largestPassing({ trusted, bold }, passes, 100)
        const all = [...trusted, ...bold]
        expect(passed).toEqual(all.filter((n) => !culprits.includes(n)))
        expect(new Set(failed)).toEqual(new Set(all.filter((n) => culprits.includes(n))))
        expect(untried).toEqual([])
      }),
    )
  })

  it('has passed as a whole, however few tries there are and whatever fails together', async () => {
    const pairs = fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(sets, pairs, fc.integer({ min: 1, max: 12 }), async (changes, pairs, maxTries) => {
        const seen = new Set<string>()
        const passes = async (some: readonly number[]): Promise<boolean> => {
          const isFine = !pairs.some(([a, b]) => some.includes(a) && some.includes(b))
          if (isFine) seen.add(some.join())
          return isFine
        }
        const { passed, failed, untried, tries } = await largestPassing(changes, passes, maxTries)
        expect(passed.length === 0 || seen.has(passed.join())).toBe(true)
        expect(tries).toBeLessThanOrEqual(maxTries)
        expect([...passed, ...failed, ...untried].sort()).toEqual(
          [...changes.trusted, ...changes.bold].sort(),
        )
      }),
    )
  })

  it('takes one try when nothing is wrong, and few to find one among many', async () => {
    const bold = Array.from({ length: 64 }, (_, i) => i)
    expect((await largestPassing({ trusted: [], bold }, async () => true, 99)).tries).toBe(1)
    const passes = async (some: readonly number[]): Promise<boolean> => !some.includes(37)
    expect((await largestPassing({ trusted: [], bold }, passes, 99)).tries).toBeLessThan(16)
  })
})

describe('an engine', () => {
  let bin = ''
  let path: string | undefined
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'dfslim-engine-'))
    path = process.env['PATH']
    process.env['PATH'] = bin
  })
  afterEach(() => {
    process.env['PATH'] = path
    rmSync(bin, { recursive: true })
  })

  /** A program that writes down its words and ends as it is told. */
  const pretend = (name: string, script = 'exit 0'): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\necho "$*" >> ${bin}/said\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  const said = (): string[] => readFileSync(join(bin, 'said'), 'utf8').trimEnd().split('\n')

  it('that does not answer is told apart from one that is not there', async () => {
    pretend('docker', 'echo "Cannot connect to the daemon" >&2; exit 1')
    expect(await findEngine()).toEqual({
      lacks: [
        'docker: Cannot connect to the daemon',
        'podman: not installed',
        'buildah: not installed',
        'nerdctl: not installed',
      ],
    })
  })

  it.each(['docker', 'podman', 'nerdctl'])('%s builds, runs, saves and removes', async (name) => {
    pretend(name, 'echo 1.2')
    const engine = (await findEngine(name)) as ContainerEngine
    expect(engine.version).toBe('1.2')
    const pass = {
      target: 'app',
      buildArg: ['A=1', 'B=2'],
      secret: ['id=x'],
      network: 'host',
      platform: 'linux/arm64',
    }
    await engine.build({ image: 'i:1', dockerfile: '/d', context: '/c', pass })
    await engine.run({ container: 'c', image: 'i:1', command: 'a && b' })
    await engine.save('i:1', '/t')
    await engine.remove(['i:1', 'i:2'])
    expect(said().filter((words) => !/^(version|ps)/.test(words))).toEqual([
      'build --label dfslim.verify=1 --tag i:1 --file /d --target app --build-arg A=1 --build-arg B=2 ' +
        '--secret id=x --network host --platform linux/arm64 /c',
      'run --name c --label dfslim.verify=1 --entrypoint sh i:1 -c a && b',
      'rm --force c',
      'save --output /t i:1',
      'image rm --force i:1 i:2',
    ])
  })

  it('buildah makes a container to run in, and takes it away', async () => {
    pretend('buildah')
    const engine = (await findEngine()) as ContainerEngine
    expect(engine.name).toBe('buildah')
    await engine.run({ container: 'c', image: 'i:1', command: 'a' })
    expect(said().slice(1)).toEqual(['from --pull-never --name c i:1', 'run c -- sh -c a', 'rm c'])
  })

  it.each([
    ['buildah', 'containers', 'rmi'],
    ['podman', 'ps', 'image rm'],
  ])('%s is rid of what a build leaves that ended early', async (name, list, remove) => {
    // As buildah 1.28 and podman 4.3 print it: ids are cut to 11 letters here, and to 12 there.
    const build = `printf '%s\\n' 'STEP 1/3: FROM debian' '--> Using cache ${'c'.repeat(64)}' '--> ${'c'.repeat(11)}' \\
      '--> 525e00debcf' '--> 1adf616da08'; touch ${bin}/begun; exit 1`
    const containers = `echo 'aaaaaaaaaaaa 6b0b09ebf38a'; ! test -e ${bin}/begun || printf '%s\\n' \\
      'bbbbbbbbbbbb 6b0b09ebf38a' '4cfdae39dd80 525e00debcf3' 'c4b52629e899 1adf616da083'`
    pretend(name, `PATH=/bin:/usr/bin; case $1 in build) ${build} ;; ${list}) ${containers} ;; esac`)
    const engine = (await findEngine(name)) as ContainerEngine
    await engine.build({ image: 'i:1', dockerfile: '/d', context: '/c', pass: {} })
    await engine.remove(['i:1'])
    const told = said().slice(-3)
    // Where another such program runs, what is new and stands on no layer of ours may be its own.
    expect(told[0]).toMatch(/^rm (--force )?(bbbbbbbbbbbb )?4cfdae39dd80 c4b52629e899$/)
    expect(told.slice(1)).toEqual([`${remove} 1adf616da08`, `${remove} 525e00debcf`])
  })

  it('that is stopped ends, also when it says that all went well', async () => {
    pretend('docker', 'case $1 in build) trap "exit 0" TERM; /bin/sleep 30 & wait ;; esac')
    const engine = (await findEngine('docker')) as ContainerEngine
    const stop = new AbortController()
    const order = { image: 'i', dockerfile: '/d', context: '/c', pass: {}, signal: stop.signal }
    setTimeout(() => stop.abort(), 50)
    expect((await engine.build(order)).status).toBeUndefined()
  })

  it('that is stopped ends', async () => {
    pretend('docker', 'case $1 in build) exec /bin/sleep 30 ;; esac')
    const engine = (await findEngine('docker')) as ContainerEngine
    const stop = new AbortController()
    const building = engine.build({
      image: 'i',
      dockerfile: '/d',
      context: '/c',
      pass: {},
      signal: stop.signal,
    })
    setTimeout(() => stop.abort(), 50)
    expect((await building).status).toBeUndefined()
  })
})

describe('a rewrite on trial', () => {
  const text = [
    'FROM python:3.12',
    'RUN apt-get update && apt-get install -y --no-install-recommends jq',
    'COPY app /app',
    'RUN touch /a',
    'RUN touch /b',
    '',
  ].join('\n')
  const options = { unsafe: true }
  const full = rewrite(text, options)

  const benchFor = (engine: ContainerEngine) =>
    openBench({ engine, dockerfile: '/x/Dockerfile', context: '/x', pass: {}, smoke: 'smoke' })
  const again = (reject: Parameters<Parameters<typeof repair>[1]>[0]) => rewrite(text, { ...options, reject })

  it('stands when it passes', async () => {
    const bench = benchFor(engineThat(() => true))
    const { changeset, left } = (await repair(full, again, bench, 9))!
    expect(changeset).toBe(full)
    expect(left).toEqual([])
    expect(bench.builds()).toBe(2)
    await bench.close()
  })

  it('loses what makes the smoke command fail, and nothing else', async () => {
    const engine = engineThat((dockerfile) => !dockerfile.includes('slim'))
    const bench = benchFor(engine)
    const { changeset, left } = (await repair(full, again, bench, 9))!
    expect(left.map(({ change, fault }) => [change.transform, fault.because])).toEqual([
      ['base-slim', 'the smoke command ended with 1, where it ended with 0: no jq'],
    ])
    expect(changeset.after).toContain('FROM python:3.12\n')
    expect(changeset.after).toContain('RUN touch /a \\\n    && touch /b')
    expect(changeset.after).toContain('rm -rf /var/lib/apt/lists/*')
    expect(changeset.withheld.map(({ transform, reason }) => [transform, reason])).toContainEqual([
      'base-slim',
      'rejected',
    ])
    await bench.close()
    expect(engine.left()).toEqual([])
  })

  it('tries what shows up where something else is left out', async () => {
    const text = [
      'FROM python:3.12',
      'RUN pip install --no-cache-dir flask',
      'CMD ["flask", "run"]',
      '',
    ].join('\n')
    const all = rewrite(text, options)
    expect(all.after).toContain('FROM python:3.12-alpine')
    const bench = benchFor(engineThat(() => true, 'alpine'))
    const anew = (reject: Parameters<Parameters<typeof repair>[1]>[0]) =>
      rewrite(text, { ...options, reject })
    const { changeset, left } = (await repair(all, anew, bench, 9))!
    expect(changeset.after).toContain('FROM python:3.12-slim\n')
    expect(left.map(({ change }) => change.transform)).toEqual(['base-alpine'])
    await bench.close()
    const slimToo = benchFor(engineThat((dockerfile) => !dockerfile.includes('slim'), 'alpine'))
    const second = (await repair(all, anew, slimToo, 9))!
    expect(second.changeset.after).toContain('FROM python:3.12\n')
    expect(second.left.map(({ change }) => change.transform)).toEqual(['base-alpine', 'base-slim'])
    await slimToo.close()
    const short = benchFor(engineThat(() => true, 'alpine'))
    const third = (await repair(all, anew, short, 2))!
    expect(third.changeset.after).toBe(text)
    expect(short.builds()).toBeLessThanOrEqual(2)
    await short.close()
  })

  it('is not tried where the file does not build as it is', async () => {
    const bench = benchFor(engineThat(() => true, 'touch /b'))
    expect(await repair(full, again, bench, 9)).toBeUndefined()
    expect(bench.builds()).toBe(1)
    await bench.close()
  })

  /** Builds all that does not hold `broken`; the smoke command passes where `isFine` says so. */
  function engineThat(
    isFine: (dockerfile: string) => boolean,
    broken = '\0',
  ): ContainerEngine & { left(): string[] } {
    const images = new Map<string, string>()
    const ended = (status: number, said = ''): Ended => ({ status, stdout: said, tail: [said], seconds: 1 })
    return {
      name: 'fake',
      silent: [],
      version: '1',
      async build({ image, dockerfile }) {
        expect(existsSync(dockerfile)).toBe(true)
        const built = readFileSync(dockerfile, 'utf8')
        if (built.includes(broken)) return ended(1, 'no such file')
        images.set(image, built)
        return ended(0)
      },
      answers: async () => true,
      run: async ({ image }) => (isFine(images.get(image)!) ? ended(0, 'ok') : ended(1, 'no jq')),
      save: async () => ended(0),
      async remove(names) {
        for (const name of names) images.delete(name)
        return ended(0)
      },
      left: () => [...images.keys()],
    }
  }
})
