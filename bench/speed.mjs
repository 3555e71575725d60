// Prints how long starting takes against bare node, how many Dockerfiles a second one thread rewrites, and how time
// grows with the length of a file. `npm run build` comes first. An argument names a folder of Dockerfiles to use.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const [folder] = process.argv.slice(2)

/** A part of a Dockerfile that gives reason to change nothing, and one that does. */
const quietLines = ['COPY a /b', 'ENV A=1', 'LABEL b="c"', '# a comment', 'WORKDIR /d', 'EXPOSE 80']
const ordinaryLines = [
  'RUN apt-get update && apt-get install -y curl',
  'RUN make all \\',
  '    && make install',
  'COPY a /b',
  'ENV A=1',
]

printStarts()
const { rewrite } = await import(pathToFileURL(join(dist, 'index.js')).href)
printThroughput(folder === undefined ? ordinaryFiles(3000) : filesIn(folder))
printGrowth()

function printStarts() {
  const cwd = mkdtempSync(join(tmpdir(), 'dfslim-bench-'))
  writeFileSync(join(cwd, 'Dockerfile'), ordinaryFile(0))
  const command = join(dist, 'dfslim.js')
  const runs = {
    'node -e 0': ['-e', '0'],
    'dfslim --version': [command, '--version'],
    'dfslim fix Dockerfile': [command, 'fix', 'Dockerfile'],
  }
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]))
  for (let round = 0; round < 25; round++) {
    for (const [name, args] of Object.entries(runs)) {
      const start = performance.now()
      const { status, stderr } = spawnSync(process.execPath, args, { cwd })
      times[name].push(performance.now() - start)
      if (status !== 0) throw new Error(String(stderr))
    }
  }
  rmSync(cwd, { recursive: true })
  const bare = median(times['node -e 0'])
  console.log('Start, median of 25 alternating runs:')
  for (const [name, some] of Object.entries(times)) {
    const ratio = (median(some) / bare).toFixed(2)
    console.log(`  ${name.padEnd(22)} ${median(some).toFixed(1).padStart(7)} ms  ${ratio} x bare node`)
  }
}

function printThroughput(texts) {
  for (const text of texts.slice(0, 300)) rewrite(text)
  let changed = 0
  const start = performance.now()
  for (const text of texts) if (rewrite(text).after !== text) changed++
  const seconds = (performance.now() - start) / 1000
  const rate = Math.round(texts.length / seconds)
  console.log(
    `One thread, warm: ${texts.length} files, ${changed} changed, ${seconds.toFixed(2)} s: ${rate} files a second`,
  )
}

function printGrowth() {
  console.log('One file of n lines:')
  for (const [name, lines] of Object.entries({
    'to be left alone': quietLines,
    'to be rewritten': ordinaryLines,
  })) {
    let last = 0
    for (const count of [1000, 10_000, 100_000]) {
      if (last > 1500) {
        console.log(`  ${name.padEnd(17)} ${String(count).padStart(6)}  not run: it would take minutes`)
        continue
      }
      const text = longFile(count, lines)
      const start = performance.now()
      const { problem } = rewrite(text)
      const time = performance.now() - start
      last = time
      const each = ((time * 1000) / count).toFixed(1)
      const outcome = problem === undefined ? '' : `  (${problem.message})`
      console.log(
        `  ${name.padEnd(17)} ${String(count).padStart(6)}  ${time.toFixed(0).padStart(6)} ms  ${each} us a line${outcome}`,
      )
    }
  }
}

function longFile(count, lines) {
  let text = 'FROM debian:12\n'
  for (let i = 1; i < count; i++) text += `${lines[(i - 1) % lines.length]}\n`
  return text
}

function ordinaryFiles(count) {
  return Array.from({ length: count }, (_, i) => ordinaryFile(i))
}

/** Some thirty lines as people write them: two in three give reason to change something. */
function ordinaryFile(i) {
  const install = ['RUN apt-get update', 'RUN apt-get install -y curl git', 'RUN rm -rf /var/lib/apt/lists/*']
  const node = ['WORKDIR /app', 'COPY package.json package-lock.json ./', 'RUN npm ci --omit=dev', 'COPY . .']
  const python = [
    'WORKDIR /srv',
    'COPY requirements.txt .',
    'RUN pip install --no-cache-dir -r requirements.txt',
    'COPY . .',
  ]
  const apk = ['RUN apk update', 'RUN apk add curl bash']
  const kinds = [
    ['FROM debian:12', ...install, ...node],
    ['FROM python:3.12', ...python, 'RUN python -m compileall .', 'RUN useradd app'],
    [
      'FROM node:20 AS build',
      ...node,
      '',
      'FROM nginx:1.27',
      'COPY --from=build /app/dist /usr/share/nginx/html',
    ],
    ['FROM alpine:3.20', ...apk, ...node],
    ['FROM scratch', 'COPY a /a'],
    [
      'FROM golang:1.23 AS build',
      'WORKDIR /src',
      'COPY . .',
      'RUN go build -o /app .',
      'FROM alpine:3.20',
      'COPY --from=build /app /app',
    ],
  ]
  const end = [
    '',
    '# what runs',
    `ENV NUMBER=${i} \\`,
    '    MODE=production',
    'EXPOSE 8080',
    'USER app',
    'CMD ["./start", "--now"]',
  ]
  const head = ['# syntax=docker/dockerfile:1', '# An ordinary file', 'ARG VERSION=1']
  return [...head, ...kinds[i % kinds.length], ...end].map((line) => `${line}\n`).join('')
}

function filesIn(path) {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /dockerfile|containerfile/i.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1]
}
