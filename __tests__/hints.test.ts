import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { endedIn } from '../src/knowledge/end-of-life.js'
import { hints, rewrite } from '../src/index.js'
import { contextOf } from '../src/project/context.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dfslim-hints-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A file of so many bytes, which takes no room on the disk. */
function put(path: string, bytes: number): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, '')
  truncateSync(file, bytes)
}

/** What a hint says of a file, as `line: title (because)`. */
const saidOf = (id: string, text: string, levels = {}): readonly string[] =>
  rewrite(text, { hints: true, only: [id], levels, context: contextOf(folder, 'Dockerfile') }).withheld.map(
    ({ line, title, because, reason }) =>
      `${line}: ${title} (${because})${reason === 'hint' ? '' : ` ${reason}`}`,
  )

describe('base-end-of-life', () => {
  const said = (text: string) => saidOf('base-end-of-life', text)

  it.each([
    ['debian:9-slim', 'support of Debian stretch ended in June 2022'],
    ['debian:6.0.10', 'support of Debian squeeze ended in February 2016'],
    ['ubuntu:18.04', 'support of Ubuntu 18.04 ended in May 2023'],
    ['ubuntu:xenial-20210114', 'support of Ubuntu 16.04 ended in April 2021'],
    ['alpine:3.8.5', 'support of Alpine 3.8 ended in May 2020'],
    ['centos', 'support of CentOS 8 ended in December 2021'],
    ['centos:centos7.9.2009', 'support of CentOS 7 ended in June 2024'],
    ['amazonlinux:2017.03', 'support of Amazon Linux 1 ended in December 2023'],
    ['node:carbon-slim', 'support of Node.js 8 ended in December 2019'],
    ['node:0.10.48', 'support of Node.js 0.10 ended in October 2016'],
    ['python:2-alpine', 'support of Python 2 ended in January 2020'],
    ['docker.io/library/golang:1.12', 'support of Go 1.12 ended in February 2020'],
    ['arm32v7/php:5.6', 'support of PHP 5.6 ended in December 2018'],
    ['mcr.microsoft.com/dotnet/core/sdk:3.1', 'support of .NET 3.1 ended in December 2022'],
    ['buildpack-deps:trusty-scm', 'support of Ubuntu 14.04 ended in April 2019'],
    ['python:3.12-buster', 'support of Debian buster ended in June 2024'],
    ['node:10.16.0-jessie', 'support of Node.js 10 ended in April 2021, of Debian jessie in June 2020'],
    [
      'openjdk:8-jre',
      'support of the image `openjdk` ended in July 2022; `eclipse-temurin` is made in its place',
    ],
  ])('speaks of %s', (image, because) => {
    expect(said(`FROM ${image}\n`)).toEqual([
      `1: Move off \`${image}\`, which gets no more fixes (${because})`,
    ])
  })

  it.each([
    'debian',
    'debian:stable-slim',
    'debian:12.11',
    'ubuntu:22.04',
    'ubuntu:24.04',
    'alpine:3.22',
    'alpine:3',
    'node:22',
    'node:lts',
    'python:3',
    'python:3.11-bookworm',
    'php:8',
    'php:8.2',
    'ruby:3.3',
    'golang:1.26',
    'golang:1',
    'golang:alpine',
    'openjdk:26-ea-jdk',
    'ros:kinetic',
    'eclipse-temurin:17',
    'almalinux:8',
    'mcr.microsoft.com/dotnet/sdk:10.0',
    'registry.example.com/node:8',
    'somebody/debian:jessie',
    `node:8@sha256:${'0'.repeat(64)}`,
    `node@sha256:${'0'.repeat(64)}`,
    'scratch',
  ])('says nothing of %s', (image) => expect(said(`FROM ${image}\n`)).toEqual([]))

  it('says nothing where a build argument decides, or the name is that of a stage', () => {
    expect(said('ARG V=8\nFROM node:$V\n')).toEqual([])
    expect(said('ARG BASE=debian:jessie\nFROM ${BASE}\n')).toEqual([])
    expect(said('FROM alpine:3.22 AS centos\nFROM centos\n')).toEqual([])
  })

  it('says it once for each FROM, of stages that are not shipped too', () => {
    expect(
      said('FROM golang:1.12 AS go\nFROM alpine:3.22\nFROM debian:8\n').map((line) => line.slice(0, 2)),
    ).toEqual(['1:', '3:'])
  })

  it('knows nothing that had not ended when the table was made', () => {
    const images =
      'alpine amazonlinux centos debian fedora golang java node opensuse oraclelinux php python ruby ubuntu'.split(
        ' ',
      )
    const tags = Array.from({ length: 60 }, (_, i) => [
      `${i}`,
      ...Array.from({ length: 60 }, (_, j) => `${i}.${j}`),
    ]).flat()
    const months = images.flatMap((image) =>
      tags.flatMap((tag) => endedIn(image, tag).map(({ month }) => month)),
    )
    expect(months.length).toBeGreaterThan(200)
    expect(months.filter((month) => !/^20[12]\d-(0[1-9]|1[0-2])$/.test(month) || month > '2026-11')).toEqual(
      [],
    )
  })
})

describe('copy-large', () => {
  const said = (text: string) => saidOf('copy-large', `FROM alpine:3.22\n${text}`)

  it('names files that a COPY of everything takes along', () => {
    put('app.js', 100)
    put('old/dump.rdb', 25e6)
    put('x.bin', 1.4e9)
    expect(said('COPY . /srv\n')).toEqual([
      '2: See whether the image needs `x.bin` (1.4 GB), `old/dump.rdb` (25 MB) (nothing here names them, the COPY of all files takes them along; `.dockerignore` can keep them out)',
    ])
  })

  it('sees them among many files too', () => {
    for (let i = 0; i < 500; i++) put(`src/${i}.js`, 1)
    put('core.1234', 30e6)
    expect(said('COPY . .\n')).toHaveLength(1)
  })

  it('speaks of what is copied and removed again', () => {
    put('setup.run', 80e6)
    expect(said('COPY setup.run /tmp/\nRUN sh /tmp/setup.run && rm -f /tmp/setup.run\n')).toEqual([
      '2: Mount `setup.run` where it is needed, instead of copying it (line 3 removes it again, and its 80 MB stay in the layer of the COPY; `RUN --mount=type=bind` leaves nothing behind)',
    ])
    expect(said('WORKDIR /opt\nADD setup.run .\nRUN ./setup.run\nRUN rm setup.run\n')).toHaveLength(1)
  })

  it.each([
    ['small files', 'a.bin', 9e6, 'COPY . /srv\n'],
    ['a file that is named and stays', 'a.bin', 20e6, 'COPY a.bin /srv/\nRUN rm -rf /tmp/*\n'],
    ['a folder that is named', 'models/a.bin', 20e6, 'COPY models /models\n'],
    ['a file that the file speaks of', 'a.bin', 20e6, 'COPY . /srv\nCMD ["/srv/serve", "a.bin"]\n'],
    ['a folder that the file speaks of', 'models/a.bin', 20e6, 'COPY . /srv\nENV DATA=/srv/models\n'],
    ['archives that ADD unpacks', 'root.tar.xz', 90e6, 'ADD root.tar.xz /\n'],
    ['what a stage that is not shipped takes', 'a.bin', 20e6, 'COPY . /srv\nFROM alpine:3.22\n'],
  ])('says nothing of %s', (_, path, bytes, text) => {
    put(path, bytes)
    put('main.js', 1)
    expect(said(text)).toEqual([])
  })

  it('says nothing of what `.dockerignore` keeps out', () => {
    put('a.bin', 20e6)
    put('main.js', 1)
    writeFileSync(join(folder, '.dockerignore'), '*.bin\n')
    expect(said('COPY . /srv\n')).toEqual([])
  })
})

describe('copy-uncompressed', () => {
  const said = (text: string) => saidOf('copy-uncompressed', text)

  it('speaks of source maps on a web server', () => {
    put('dist/main.js', 1e6)
    put('dist/main.js.map', 3e6)
    put('dist/main.css.map', 1e6)
    expect(said('FROM nginx:1.29-alpine\nCOPY dist /usr/share/nginx/html\n')).toEqual([
      '2: Leave out the source maps: 2 files such as `dist/main.css.map`, 4 MB (a web server sends them to the developer tools of a browser alone; `**/*.map` in `.dockerignore` keeps them out)',
    ])
  })

  it('speaks of pictures and sounds', () => {
    put('media/a.bmp', 4e6)
    put('media/b.WAV', 4e6)
    expect(said('FROM python:3.13-slim\nCOPY media /srv/media\n')[0]).toContain(
      'Store pictures and sounds compressed: 2 files such as `media/a.bmp`, 8 MB',
    )
  })

  it('speaks of what a database is filled with', () => {
    put('dump.sql', 60e6)
    expect(said('FROM postgres:17\nCOPY dump.sql /docker-entrypoint-initdb.d/\n')[0]).toContain(
      '`dump.sql`, 60 MB',
    )
  })

  it.each([
    ['maps that node reads', 'dist/a.js.map', 9e6, 'FROM node:22-slim\nCOPY dist /srv\n'],
    ['small maps', 'dist/a.js.map', 5e5, 'FROM nginx:1.29\nCOPY dist /usr/share/nginx/html\n'],
    ['maps of other kinds', 'dist/world.map', 9e6, 'FROM nginx:1.29\nCOPY dist /usr/share/nginx/html\n'],
    ['a few sounds', 'dist/a.wav', 1e6, 'FROM nginx:1.29\nCOPY dist /usr/share/nginx/html\n'],
    ['what is SQL elsewhere', 'dist/a.sql', 9e6, 'FROM postgres:17\nCOPY dist /backup\n'],
    ['SQL for a program', 'dist/a.sql', 9e6, 'FROM node:22\nCOPY dist /docker-entrypoint-initdb.d\n'],
    ['what another stage takes', 'dist/a.js.map', 9e6, 'FROM nginx:1.29\nCOPY dist /x\nFROM alpine:3.22\n'],
  ])('says nothing of %s', (_, path, bytes, text) => {
    put(path, bytes)
    expect(said(text)).toEqual([])
  })
})

describe('debug-symbols', () => {
  const said = (text: string) => saidOf('debug-symbols', text)
  const go = (run: string, copy = 'COPY --from=build /app /app') =>
    `FROM golang:1.26 AS build\nWORKDIR /src\nCOPY . .\nRUN ${run}\nFROM alpine:3.22\n${copy}\nCMD ["/app"]\n`
  const plain = 'Link the program without debug symbols: `-ldflags="-s -w"`'
  const added = 'Link the program without debug symbols: add `-s -w` to its `-ldflags`'

  it.each([
    ['go build -o /app .', 'COPY --from=build /app /app', plain],
    ['CGO_ENABLED=0 go build -a -installsuffix cgo -o app', 'COPY --from=0 /src/app /app', plain],
    ['cd cmd && go build -o /out/app', 'COPY --from=build /out/ /', plain],
    ['go install ./cmd/app', 'COPY --from=build /go/bin/app /app', plain],
    ['go build', 'COPY --from=build /src/app /', plain],
    ['go build -o x && mv x /app', 'COPY --from=build /app /app', plain],
    ['go build -ldflags "-X main.v=1" -o /app', 'COPY --from=build /app /app', added],
    [
      `go build --ldflags '-linkmode external -extldflags "-static"' -o /app`,
      'COPY --from=build /app /app',
      added,
    ],
  ])('speaks of `%s`', (run, copy, title) => {
    expect(said(go(run, copy)).map((line) => line.replace(/ \(.*/, ''))).toEqual([`4: ${title}`])
  })

  it.each([
    'go build -ldflags="-s -w" -o /app .',
    "go build -ldflags '-X main.v=1 -w' -o /app .",
    'go build -ldflags "$LDFLAGS" -o /app .',
    'go build $FLAGS -o /app .',
    'GOFLAGS=-ldflags=-s go build -o /app .',
    'export GOFLAGS=-ldflags=-s && go build -o /app .',
    'go build -gcflags "all=-N -l" -o /app .',
    'go build -race -o /app .',
    'go build -o /app . && strip /app',
    'go build -o /app . && upx /app',
    'go build ./...',
    'go build -buildmode=plugin -o /app .',
    'make /app',
    'go test ./...',
    'if [ -n "$X" ]; then go build -o /app .; fi',
  ])('says nothing of `%s`', (run) => expect(said(go(run))).toEqual([]))

  it('says nothing where the program is not seen to be taken', () => {
    expect(said(go('go build -o /app .', 'COPY --from=build /etc/ssl/certs /etc/ssl/certs'))).toEqual([])
    expect(said(go('go build', 'COPY --from=build /src/static /static'))).toEqual([])
    expect(said('FROM golang:1.26\nRUN go build -o /app .\n')).toEqual([])
    expect(
      said('FROM alpine:3.22\nRUN apk add go && go build -o /tmp/x/app . && /tmp/x/app && rm -r /tmp/x\n'),
    ).toEqual([])
  })

  it('speaks of programs in C that are told to be debugged', () => {
    const c = (flags: string) =>
      `FROM gcc:15 AS build\nRUN gcc ${flags} -o /app /src/a.c\nFROM debian:13-slim\nCOPY --from=build /app /app\n`
    expect(said(c('-O2 -g'))).toEqual([
      '2: Compile the program without `-g`, or run `strip` on it (`-g` puts debug symbols in, which only a debugger reads)',
    ])
    expect(said(c('-ggdb3'))).toHaveLength(1)
    for (const flags of ['-O2', '-g -s', '-g0', '-g -Wl,-s', '-g -fsanitize=address', '-g $CFLAGS', '-c -g'])
      expect([flags, said(c(flags))]).toEqual([flags, []])
    expect(said('FROM ubuntu:24.04\nWORKDIR /opt\nRUN gcc -g -o wgsim wgsim.c -lz\n')).toHaveLength(1)
  })

  it('speaks of debug builds of Rust, and of old ones with a manifest that strips nothing', () => {
    const rust = (build: string, tag = '1.90', from = '/src/target/debug/app') =>
      `FROM rust:${tag} AS build\nWORKDIR /src\nRUN ${build}\nFROM debian:13-slim\nCOPY --from=build ${from} /app\n`
    const release = '/src/target/release/app'
    expect(said(rust('cargo build'))[0]).toContain('3: Build the program with `--release`')
    expect(said(rust('cargo build --release', '1.70', release))).toEqual([])
    writeFileSync(join(folder, 'Cargo.toml'), '[package]\nname = "app"\n')
    expect(said(rust('cargo build --release', '1.70', release))[0]).toContain('3: Strip the program')
    expect(said(rust('cargo build --release', '1.77', release))).toEqual([])
    expect(said(rust('cargo build --release', '1', release))).toEqual([])
    expect(said(rust('RUSTFLAGS="-C strip=symbols" cargo build --release', '1.70', release))).toEqual([])
    writeFileSync(join(folder, 'Cargo.toml'), '[package]\nname = "app"\n[profile.release]\nstrip = true\n')
    expect(said(rust('cargo build --release', '1.70', release))).toEqual([])
  })
})

describe('base-share', () => {
  const opening = (text: string, levels = {}) =>
    rewrite(text, { hints: true, only: ['base-share'], levels }).opening
  const runs = 'RUN apt-get update\nRUN apt-get install -y curl\n'

  it('sees the FROM and what follows, up to the first file of the context', () => {
    const found = opening(`FROM debian:13\n# tools\n${runs}ENV A=1\nCOPY a b\nRUN true\n`)
    expect(found).toMatchObject({ line: 1, lines: [3, 4] })
    expect(found?.hashes).toHaveLength(2)
  })

  it('is the same with other blanks, comments and names, and another with other words', () => {
    const plain = opening(`FROM debian:13\n${runs}`)
    expect(
      opening(`\n\nFROM   debian:13 AS x\n\n# why\nRUN apt-get update  \n${runs.split('\n')[1]}\n`)?.hashes,
    ).toEqual(plain?.hashes)
    expect(opening(`FROM debian:12\n${runs}`)?.hashes).not.toEqual(plain?.hashes)
    expect(opening(`FROM --platform=linux/arm64 debian:13\n${runs}`)?.hashes).not.toEqual(plain?.hashes)
    expect(opening(`FROM debian:13\nUSER app\n${runs}`)?.hashes).not.toEqual(plain?.hashes)
    const by = (version: string) => opening(`ARG V=${version}\nFROM debian:$V\n${runs}`)?.hashes
    expect(by('12')).not.toEqual(by('13'))
  })

  it.each([
    ['one RUN', 'FROM debian:13\nRUN apt-get update\nCOPY a b\nRUN true\n'],
    ['a RUN that reads the context', 'FROM debian:13\nRUN true\nRUN --mount=type=bind,target=/src make\n'],
    ['a base that is not known', `ARG BASE\nFROM $BASE\n${runs}`],
    ['nothing', `FROM scratch\n${runs}`],
  ])('sees no opening in %s', (_, text) => expect(opening(text)).toBeUndefined())

  it('takes the stage at the bottom of what is shipped', () => {
    const shipped = opening(
      `FROM golang:1.26 AS build\n${runs}FROM debian:13 AS base\n${runs}FROM base\nCOPY --from=build /a /a\n`,
    )
    expect(shipped?.hashes).toEqual(opening(`FROM debian:13\n${runs}`)?.hashes)
    expect(shipped?.line).toBe(4)
  })
})

describe('all hints', () => {
  const text = 'FROM debian:jessie\nRUN true\nRUN false\n'

  it('have names that sort them, and are asked for', () => {
    const ids = hints.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(rewrite(text, { only: ids })).toMatchObject({ withheld: [] })
    expect(rewrite(text, { only: ids }).opening).toBeUndefined()
  })

  it('are silent where a comment, a level or a name says so', () => {
    const id = 'base-end-of-life'
    expect(saidOf(id, `# dfslim ignore=${id} because of the plant\n${text}`)[0]).toMatch(/ ignored$/)
    expect(saidOf(id, text, { [id]: 'off' })).toEqual([])
    expect(rewrite(text, { hints: true, only: ['run-merge'] }).withheld).toEqual([])
    expect(rewrite(text, { hints: true, skip: [id] }).withheld).toEqual([])
    expect(rewrite(`# dfslim ignore=base-share\n${text}`, { hints: true }).opening).toBeUndefined()
    expect(rewrite(`# dfslim skip-file\n${text}`, { hints: true }).withheld).toEqual([])
  })

  it('change nothing, whatever is done beside them', () => {
    const { after } = rewrite(text)
    expect(rewrite(text, { hints: true }).after).toBe(after)
    expect(after).not.toBe(text)
  })
})
