// Makes a repository of many services: `makeMonorepo(folder, { files, folders })`.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Names from which the texts draw; together with the number of a service they make each file another. */
const packages = [
  'curl',
  'git',
  'jq',
  'gettext-base',
  'libpq-dev',
  'gcc',
  'unzip',
  'openssh-client',
  'make',
  'tini',
]
const kinds = [
  nodeService,
  pythonService,
  goService,
  javaService,
  toolBox,
  staticSite,
  alpineService,
  scratchImage,
]

/**
 * Fills a folder that is not there yet with a git repository: `files` services, each with a Dockerfile, the files of its
 * build context, and so many folders that there are `folders` in all. Every text is another.
 */
export function makeMonorepo(root, { files, folders }) {
  let parts = Math.max(0, folders - files - Math.min(files, 1000) - Math.min(files, 20))
  for (let i = 0; i < files; i++) {
    const folder = join(root, `area-${i % 20}`, `team-${i % 1000}`, `service-${i}`)
    mkdirSync(folder, { recursive: true })
    const { lines, context } = kinds[i % kinds.length](i)
    writeFileSync(join(folder, 'Dockerfile'), lines.map((line) => `${line}\n`).join(''))
    for (const [name, text] of Object.entries(context)) writeFileSync(join(folder, name), text)
    const own = Math.ceil(parts / (files - i))
    parts -= own
    for (let n = 0; n < own; n++) {
      mkdirSync(join(folder, `part-${n}`))
      writeFileSync(join(folder, `part-${n}`, 'main.txt'), `${i} ${n}\n`)
    }
  }
  writeFileSync(join(root, '.gitignore'), 'node_modules/\n*.log\n/build/\n')
  const git = (...args) => {
    const { status, stderr } = spawnSync('git', ['-C', root, '-c', 'core.fsync=none', ...args])
    if (status !== 0) throw new Error(String(stderr))
  }
  git('init', '-q')
  git('add', '.')
  git('-c', 'user.name=bench', '-c', 'user.email=bench@example.com', 'commit', '-qm', 'All services')
}

const pick = (i, of) => of[(i * 7919) % of.length]
const manifest = (i, more = {}) =>
  `${JSON.stringify({ name: `service-${i}`, version: `1.${i}.0`, dependencies: { express: '^4.19.2' }, ...more }, undefined, 2)}\n`

function nodeService(i) {
  return {
    lines: [
      `FROM node:${pick(i, ['20', '22', '20.11', '18'])}`,
      '',
      '# what the health check needs',
      'RUN apt-get update',
      `RUN apt-get install -y ${pick(i, packages)} ${pick(i + 3, packages)}`,
      '',
      'WORKDIR /app',
      'COPY package.json ./',
      'RUN npm install --production',
      'COPY . .',
      `ENV SERVICE=${i}`,
      'EXPOSE 8080',
      'CMD ["node", "server.js"]',
    ],
    context: { 'package.json': manifest(i), 'server.js': `require('express')().listen(8080)\n` },
  }
}

function pythonService(i) {
  return {
    lines: [
      `FROM python:${pick(i, ['3.12', '3.11', '3.12-slim', '3.13'])}`,
      'ENV PYTHONUNBUFFERED=1',
      `RUN apt-get update && apt-get install -y ${pick(i, packages)}`,
      'WORKDIR /srv',
      'COPY requirements.txt .',
      'RUN pip install -r requirements.txt',
      'COPY . .',
      `LABEL service="${i}"`,
      'USER nobody',
      `CMD ["gunicorn", "-b", ":${8000 + (i % 1000)}", "app:app"]`,
    ],
    context: { 'requirements.txt': 'flask==3.0.3\ngunicorn==22.0.0\n', 'app.py': 'import flask\n' },
  }
}

function goService(i) {
  return {
    lines: [
      '# syntax=docker/dockerfile:1',
      'FROM golang:1.23 AS build',
      'WORKDIR /src',
      'COPY go.mod ./',
      'RUN go mod download',
      'COPY . .',
      `RUN go build -ldflags "-X main.number=${i}" -o /service .`,
      '',
      'FROM debian:12',
      'RUN apt-get update',
      'RUN apt-get install -y ca-certificates',
      'RUN rm -rf /var/lib/apt/lists/*',
      'COPY --from=build /service /usr/local/bin/service',
      'ENTRYPOINT ["service"]',
    ],
    context: { 'go.mod': `module example.com/service${i}\n\ngo 1.23\n`, 'main.go': 'package main\n' },
  }
}

function javaService(i) {
  return {
    lines: [
      'FROM maven:3.9-eclipse-temurin-21 AS build',
      'WORKDIR /build',
      'COPY . .',
      'RUN mvn -B package',
      '',
      `FROM eclipse-temurin:${pick(i, ['21', '17', '21-jdk'])}`,
      `ENV JAVA_OPTS="-Xmx${128 + (i % 900)}m"`,
      'COPY --from=build /build/target/app.jar /app.jar',
      'EXPOSE 8080',
      'ENTRYPOINT ["java", "-jar", "/app.jar"]',
    ],
    context: { 'pom.xml': `<project><artifactId>service-${i}</artifactId></project>\n` },
  }
}

function toolBox(i) {
  return {
    lines: [
      `FROM ubuntu:${pick(i, ['22.04', '24.04'])}`,
      'ARG DEBIAN_FRONTEND=noninteractive',
      'RUN apt-get update && apt-get upgrade -y',
      `RUN apt-get install -y ${pick(i, packages)} \\`,
      `    # number ${i}`,
      `    ${pick(i + 1, packages)} \\`,
      `    ${pick(i + 5, packages)}`,
      `RUN mkdir -p /opt/tools-${i}`,
      'RUN apt-get clean',
      'COPY main.sh /usr/local/bin/',
      'CMD ["main.sh"]',
    ],
    context: { 'main.sh': `#!/bin/bash\nset -e\ncurl -fsS https://example.com/${i} | jq .\n` },
  }
}

function staticSite(i) {
  return {
    lines: [
      `FROM node:${pick(i, ['20', '22-alpine', '20-slim'])} AS build`,
      'WORKDIR /site',
      'COPY package.json .',
      'RUN npm install',
      'COPY . .',
      'RUN npm run build',
      `FROM nginx:${pick(i, ['1.27', '1.26', '1.27-alpine'])}`,
      `LABEL site="${i}"`,
      'COPY --from=build /site/dist /usr/share/nginx/html',
    ],
    context: { 'package.json': manifest(i, { scripts: { build: 'vite build' } }) },
  }
}

function alpineService(i) {
  return {
    lines: [
      `FROM alpine:${pick(i, ['3.20', '3.19', '3.21'])}`,
      'RUN apk update',
      'RUN apk add curl bash',
      `RUN adduser -D -u ${1000 + i} service`,
      'COPY main.sh /usr/local/bin/',
      'USER service',
      'HEALTHCHECK CMD curl -f http://localhost/ || exit 1',
      'CMD ["main.sh"]',
    ],
    context: { 'main.sh': '#!/bin/bash\nexec sleep infinity\n' },
  }
}

function scratchImage(i) {
  return {
    lines: ['FROM scratch', `LABEL number="${i}"`, 'COPY main.txt /', 'CMD ["/main"]'],
    context: { 'main.txt': `${i}\n` },
  }
}
