import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type ContainerEngine, findEngine } from '../src/container/engine.js'
import type { Ended } from '../src/container/process.js'
import { lostBaseOf } from '../src/container/pulling.js'
import { repair } from '../src/container/repair.js'
import { largestPassing } from '../src/container/search.js'
import { openBench, type Trial } from '../src/container/trial.js'
import { takesIgnoreFile } from '../src/engine/frontend.js'
import type { AppliedChange, Changeset } from '../src/engine/transform.js'
import { rewrite } from '../src/index.js'
import { contextWith } from './support/context.js'

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

  describe('is given another ignore file', () => {
    const ignoreFile = { path: '/d.dockerignore', isTaken: true }
    const order = { image: 'i', dockerfile: '/d', ignoreFile, context: '/c', pass: {} }
    const built = () => said().filter((words) => /^build/.test(words))

    it.each(['docker', 'nerdctl'])('%s finds it beside the Dockerfile', async (name) => {
      pretend(name, 'echo 1.2')
      await ((await findEngine(name)) as ContainerEngine).build(order)
      expect(built()).toEqual(['build --label dfslim.verify=1 --tag i --file /d /c'])
    })

    it.each(['podman', 'buildah'])('%s takes it by a flag', async (name) => {
      pretend(name)
      await ((await findEngine(name)) as ContainerEngine).build(order)
      expect(built()).toEqual([expect.stringMatching(/--file \/d --ignorefile \/d\.dockerignore \/c$/)])
    })

    it('not where a `.containerignore` goes before it', async () => {
      pretend('podman')
      writeFileSync(join(bin, '.containerignore'), '')
      await ((await findEngine('podman')) as ContainerEngine).build({ ...order, context: bin })
      expect(built()).toEqual([expect.not.stringContaining('ignorefile')])
    })

    it('as the builder wants it that is behind the name of docker', async () => {
      pretend('docker', `echo 'STEP 1/2: FROM a'; echo 'Step 1/9 : FROM b'`)
      const engine = (await findEngine('docker')) as ContainerEngine
      await engine.build({ ...order, ignoreFile: undefined })
      await engine.build(order)
      expect(built()[1]).toContain('--ignorefile /d.dockerignore')
    })

    it('or fails and says so where the frontend may not read it, unless a flag names it', async () => {
      const unread = { ...order, ignoreFile: { ...ignoreFile, isTaken: false } }
      for (const name of ['docker', 'podman']) pretend(name)
      const [docker, podman] = [await findEngine('docker'), await findEngine('podman')]
      expect((await (docker as ContainerEngine).build(unread)).tail).toEqual([
        'docker is not known to read another `.dockerignore` by the frontend that `# syntax` names',
      ])
      expect((await (podman as ContainerEngine).build(unread)).status).toBe(0)
      expect(built()).toEqual([expect.stringContaining('--ignorefile')])
    })

    it.each([
      ['FROM a\n', true],
      ['# syntax=docker/dockerfile:1\nFROM a\n', true],
      ['# syntax = docker.io/docker/dockerfile:1.10@sha256:aa\nFROM a\n', true],
      ['#syntax=docker/dockerfile-upstream:master\nFROM a\n', true],
      ['# syntax=docker/dockerfile\nFROM a\n', true],
      ['# syntax=docker/dockerfile:1.0\nFROM a\n', false],
      ['# syntax=docker/dockerfile:1.0.1-experimental\nFROM a\n', false],
      ['# syntax=example/dockerfile:1\nFROM a\n', false],
      ['# syntax=docker/dockerfile-x:1\nFROM a\n', false],
      ['FROM a\n# syntax=docker/dockerfile:1.0\n', true],
    ])('which BuildKit reads: %j, %j', (text, isTaken) => {
      expect(takesIgnoreFile(text)).toBe(isTaken)
    })

    it('or fails and says so where the builder takes none', async () => {
      pretend('docker', `echo 'Step 1/9 : FROM b'`)
      const engine = (await findEngine('docker')) as ContainerEngine
      await engine.build({ ...order, ignoreFile: undefined })
      const { status, tail } = await engine.build(order)
      expect([status, built().length]).toEqual([undefined, 1])
      expect(tail).toEqual([
        'docker builds without BuildKit here, and then reads no other `.dockerignore` than that of the build context',
      ])
    })
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

  describe('with an ignore file', () => {
    const text = 'FROM python:3.12\nCOPY . /app\nRUN touch /a\nRUN touch /b\n'
    const context = contextWith(['.git/', 'main.py'], 'docs\n')
    const anew = (reject?: Parameters<Parameters<typeof repair>[1]>[0]) =>
      rewrite(text, {
        only: ['context-ignore', 'run-merge'],
        unsafe: true,
        context,
        ...(reject && { reject }),
      })
    const isIgnored = /^dockerignore docs\n\.git\n$/m

    it('builds it with that, and the file as it is with the one that is there', async () => {
      const seen: string[] = []
      const bench = benchFor(engineThat((dockerfile) => seen.push(dockerfile) > 0))
      const { changeset, left } = (await repair(anew(), anew, bench, 9))!
      expect([changeset.companions.length, left]).toEqual([1, []])
      expect(seen.map((one) => isIgnored.test(one))).toEqual([false, true])
      await bench.close()
    })

    it('leaves it out with its change alone', async () => {
      const bench = benchFor(engineThat((dockerfile) => !isIgnored.test(dockerfile)))
      const { changeset, left } = (await repair(anew(), anew, bench, 9))!
      expect(left.map(({ change }) => change.transform)).toEqual(['context-ignore'])
      expect([changeset.companions, changeset.applied.length]).toEqual([[], 1])
      await bench.close()
    })

    it('keeps it where another change is left out', async () => {
      const bench = benchFor(engineThat((dockerfile) => !dockerfile.includes('&& touch')))
      const { changeset, left } = (await repair(anew(), anew, bench, 9))!
      expect(left.map(({ change }) => change.transform)).toEqual(['run-merge'])
      expect([changeset.companions.length, changeset.after]).toEqual([1, text])
      await bench.close()
    })
  })

  describe('on a base that cannot be pulled', () => {
    const text = ['FROM python:3.12', 'RUN touch /a', 'RUN touch /b', 'CMD ["python"]', ''].join('\n')
    const anew = (reject?: Parameters<Parameters<typeof repair>[1]>[0]) =>
      rewrite(text, { ...options, ...(reject && { reject }) })

    it('loses what wrote it at once, and tries what shows up then', async () => {
      expect(anew().after).toContain('FROM python:3.12-alpine\n')
      const engine = engineThat(() => true, 'FROM python:3.12-alpine', notFound('python:3.12-alpine'))
      const bench = benchFor(engine)
      const { changeset, left } = (await repair(anew(), anew, bench, 9))!
      expect(left.map(({ change, fault }) => [change.transform, fault.because])).toEqual([
        ['base-alpine', 'the base `python:3.12-alpine` could not be pulled'],
      ])
      expect(changeset.after).toBe(
        'FROM python:3.12-slim\nRUN touch /a \\\n    && touch /b\nCMD ["python"]\n',
      )
      expect(bench.builds()).toBe(3)
      await bench.close()
    })

    it('loses one after the other, and keeps the rest', async () => {
      const bench = benchFor(engineThat(() => true, /^FROM (python:3.12-\S+)/, notFound))
      const { changeset, left } = (await repair(anew(), anew, bench, 9))!
      expect(left.map(({ change }) => change.transform)).toEqual(['base-alpine', 'base-slim'])
      expect(changeset.after).toBe(text.replace('/a\nRUN', '/a \\\n    &&'))
      expect(bench.builds()).toBe(4)
      await bench.close()
    })

    it('never builds more often than it may', async () => {
      for (const most of [2, 3, 4]) {
        const bench = benchFor(engineThat(() => true, /^FROM (python:3.12-\S+)/, notFound))
        const { changeset } = (await repair(anew(), anew, bench, most))!
        expect(changeset.after).not.toContain('python:3.12-')
        expect(bench.builds()).toBeLessThanOrEqual(most)
        await bench.close()
      }
    })

    it.each([
      [
        'buildkit',
        'ERROR: failed to solve: a/b:1: failed to resolve source metadata for docker.io/a/b:1: docker.io/a/b:1: not found',
      ],
      ['buildkit, without a network', '#2 ERROR: docker.io/a/b:1: dial tcp: lookup x: no such host'],
      ['an older buildkit', 'failed to solve with frontend dockerfile.v0: docker.io/a/b:1: not found'],
      [
        'nerdctl',
        'error: failed to solve: a/b:1: failed to do request: Head "https://x/": dial tcp: lookup x',
      ],
      [
        'buildah',
        'Error: creating build container: initializing source docker://a/b:1: reading manifest 1: manifest unknown',
      ],
      ['podman', 'Error: creating build container: short-name "a/b:1" did not resolve to an alias'],
      ['the builder of old', 'manifest for a/b:1 not found: manifest unknown: manifest unknown'],
    ])('is told by %s', (_, line) => {
      expect(lostBy([line])).toMatchObject({ image: 'a/b:1', changes: [{ transform: 'x' }] })
    })

    it.each([
      ['another base', 'ERROR: failed to solve: c:1: docker.io/library/c:1: not found'],
      ['another tag', 'ERROR: failed to solve: a/b:12: docker.io/a/b:12: not found'],
      ['another registry', 'ERROR: failed to solve: r.example/a/b:1: not found'],
      ['what a RUN printed', '#7 0.1 Error: a/b:1: not found'],
      ['the command of a RUN', 'ERROR: process "/bin/sh -c pull a/b:1" did not complete: 1: not found'],
      ['a fault of another kind', 'ERROR: failed to solve: a/b:1: unexpected size'],
      ['the file as it is', 'ERROR: failed to solve: a/b:0: docker.io/a/b:0: not found'],
    ])('is not told by %s', (_, line) => {
      expect(lostBy([line])).toBeUndefined()
    })

    it('blames what wrote it, and not what made way for that', () => {
      const made = { way: 'FROM a/b:0\nRUN w\n', base: 'FROM a/b:1\nRUN w\n', all: 'FROM a/b:1\nRUN w\n' }
      const [way, base] = [applied('way', 1), applied('base', 1)]
      const only = (some: readonly AppliedChange[]) => {
        const names = some.map(({ transform }) => transform)
        if (names.includes('way') && names.includes('base')) return setOf(made.all, [way, base])
        return names.includes('way') ? setOf(made.way, [way]) : setOf('FROM a/b:0\n', [])
      }
      const lost = lostBaseOf(failed([notFound('a/b:1')]), setOf(made.all, [way, base]), only)
      expect(lost?.changes).toEqual([base])
    })

    it('blames all that wrote it, and nothing where it stays without them', () => {
      const twice = 'FROM a/b:1 AS c\nFROM a/b:1\n'
      const some = [applied('x', 1), applied('x', 2), applied('y', 1)]
      const only = (kept: readonly AppliedChange[]) =>
        setOf(
          [1, 2]
            .map(
              (line) =>
                `FROM a/b:${kept.some((one) => one.transform === 'x' && one.line === line) ? 1 : 0}\n`,
            )
            .join(''),
          kept,
        )
      const trial = failed([notFound('a/b:1')])
      expect(lostBaseOf(trial, setOf(twice, some), only)?.changes).toEqual(some.slice(0, 2))
      expect(lostBaseOf(trial, setOf(twice, some), (kept) => setOf(twice, kept))).toBeUndefined()
      expect(lostBaseOf(trial, setOf(twice, some), (kept) => setOf('FROM a/b:1\n', kept))).toBeUndefined()
    })

    const failed = (tail: readonly string[]): Trial => ({ kind: 'failed', tail })
    const applied = (transform: string, line: number): AppliedChange => ({
      ...{ transform, line, column: 1, title: 't', because: 'b', safety: 'safe' },
      after: { start: 0, end: 0 },
    })
    const setOf = (after: string, some: readonly AppliedChange[]): Changeset => ({
      ...rewrite('FROM a/b:0\n', { only: [] }),
      after,
      applied: some,
    })
    const lostBy = (tail: readonly string[]) =>
      lostBaseOf(failed(tail), setOf('FROM a/b:1\n', [applied('x', 1)]), (some) =>
        setOf(`FROM a/b:${some.length}\n`, some),
      )
  })

  const notFound = (image: string) =>
    `ERROR: failed to solve: ${image}: failed to resolve source metadata for docker.io/library/${image}: not found`

  /** Builds all that does not hold `broken`; the smoke command passes where `isFine` says so. */
  function engineThat(
    isFine: (dockerfile: string) => boolean,
    broken: string | RegExp = '\0',
    says: string | ((found: string) => string) = 'no such file',
  ): ContainerEngine & { left(): string[] } {
    const images = new Map<string, string>()
    const ended = (status: number, said = ''): Ended => ({ status, stdout: said, tail: [said], seconds: 1 })
    return {
      name: 'fake',
      silent: [],
      version: '1',
      async build({ image, dockerfile, ignoreFile }) {
        expect(existsSync(dockerfile)).toBe(true)
        const ignored =
          ignoreFile === undefined ? '' : `dockerignore ${readFileSync(ignoreFile.path, 'utf8')}`
        const built = readFileSync(dockerfile, 'utf8') + ignored
        const found = typeof broken === 'string' ? (built.includes(broken) ? [] : null) : broken.exec(built)
        if (found) return ended(1, typeof says === 'string' ? says : says(found[1]!))
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
