/**
 * Pairs that a judge must tell apart: outcomes as they may be, and outcomes that a broken transform could leave, each
 * with what must be said of it. All claim to be the work of `by`.
 */
export const planted = [
  ...['RUN b && c', 'RUN b \\\n    # why\n    && c', 'RUN (b) && { c; }'].map((run) =>
    right(['run-merge'], run),
  ),
  right(['run-merge'], 'RUN b && mkdir -p /w && cd /w && c\nWORKDIR /w', 'RUN b\nWORKDIR /w\nRUN c'),
  right(['apt-clean-lists'], 'RUN b\nRUN c && rm -rf /var/lib/apt/lists/*'),
  right(['cleanup-hoist'], 'RUN b && rm -rf /tmp/d\nENV E=1', 'RUN b\nENV E=1\nRUN rm -rf /tmp/d'),
  right(['base-jre'], 'RUN b', 'RUN b'),
  right(
    ['base-alpine'],
    'FROM alpine:3.22\nRUN apk add --no-cache curl && b\nRUN adduser -D u',
    'FROM debian:bookworm\nENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get update && apt-get install -y curl && b\nRUN useradd -m u',
  ),
  right(['base-debian'], 'FROM debian:bookworm-slim\nRUN b', 'FROM ubuntu:22.04\nRUN b'),
  right(
    ['build-packages-purge'],
    'RUN apk add gcc libstdc++ && b && apk del gcc',
    'RUN apk add gcc && b',
    'Remove gcc where the build is over, and install libstdc++',
  ),
  wrong(
    'a package that was not to be installed',
    /RUN/,
    ['build-packages-purge'],
    'RUN apk add gcc c && b && apk del gcc',
    'RUN apk add gcc && b',
    'Remove gcc where the build is over',
  ),
  right(['copy-owner'], 'COPY --chown=u:g c /d', 'COPY c /d\nRUN chown -R u:g /d'),
  right(['copy-owner'], 'COPY --chmod=755 c /d\nRUN chmod 755 /d', 'COPY c /d\nRUN chmod -R 755 /d'),
  right(['copy-owner'], 'COPY --chown=u:g c /d', 'COPY c /d\nRUN set -ex && chown -R u:g /d && :'),
  wrong(
    'another source that is copied',
    /COPY .* has become COPY/,
    ['copy-owner'],
    'COPY --chown=u:g e /d',
    'COPY c /d\nRUN chown -R u:g /d',
  ),
  wrong(
    'a lost command beside the owner',
    /`b` in \. has become nothing/,
    ['copy-owner'],
    'COPY --chown=u:g c /d',
    'COPY c /d\nRUN chown -R u:g /d && b',
  ),
  right(
    ['onbuild-expand'],
    'FROM a:1\nCOPY . /d\nRUN b\nCMD ["c"]\nEXPOSE 80',
    'FROM a:1-onbuild\nEXPOSE 80',
  ),
  wrong(
    'an instruction lost while others come',
    /EXPOSE .* has become nothing/,
    ['onbuild-expand'],
    'FROM a:1\nCOPY . /d\nRUN b',
    'FROM a:1-onbuild\nEXPOSE 80',
  ),
  right(
    ['copy-archive'],
    'ADD c.tgz /opt/\nRUN b',
    'COPY c.tgz /d/\nRUN tar xzf /d/c.tgz -C /opt && rm /d/c.tgz && b',
  ),
  wrong(
    'another archive',
    /COPY .* has become ADD/,
    ['copy-archive'],
    'ADD e.tgz /opt/\nRUN b',
    'COPY c.tgz /d/\nRUN tar xzf /d/c.tgz -C /opt && rm /d/c.tgz && b',
  ),
  right(
    ['copy-archive'],
    'RUN --mount=type=bind,source=c.zip,target=/tmp/c.zip unzip /tmp/c.zip && b',
    'COPY ./c.zip /tmp/\nRUN unzip /tmp/c.zip && rm /tmp/c.zip && b',
  ),
  wrong(
    'a mount of another archive',
    /COPY .* has become nothing/,
    ['copy-archive'],
    'RUN --mount=type=bind,source=d.zip,target=/tmp/c.zip unzip /tmp/c.zip && b',
    'COPY c.zip /tmp/\nRUN unzip /tmp/c.zip && rm /tmp/c.zip && b',
  ),
  right(['install-sink'], 'COPY d /tmp\nRUN b\nRUN c', 'RUN b\nCOPY d /tmp\nRUN c'),

  right(
    ['base-distroless'],
    'FROM gcr.io/distroless/static-debian13\nCOPY --from=x /p /p\nCMD ["/p"]',
    'FROM alpine:3.20\nRUN apk add --no-cache ca-certificates && update-ca-certificates\nCOPY --from=x /p /p\nCMD ["/p"]',
  ),
  right(
    ['base-scratch'],
    "FROM a AS x\nRUN b\nRUN mkdir /libs && cp -L --parents $(ldd /p | grep -o '/[^ ]*') /libs\nFROM scratch\nCOPY --from=x /p /p\nCOPY --from=x /libs /",
    'FROM a AS x\nRUN b\nFROM debian:12\nCOPY --from=x /p /p',
  ),

  right(
    ['cache-skip'],
    'RUN pip install --no-cache-dir b && npm ci && npm cache clean --force',
    'RUN pip install b && npm ci',
  ),
  right(
    ['cache-skip'],
    'RUN npm ci && npm cache clean --force\nCOPY b /',
    'RUN npm ci\nCOPY b /\nRUN npm cache clean --force',
  ),
  right(['dev-dependencies-skip'], 'RUN npm ci --omit=dev && b', 'RUN npm ci && b'),
  right(
    ['dev-dependencies-skip'],
    "RUN bundle config set --local without 'development test' && bundle install",
    'RUN bundle install',
  ),
  wrong(
    'a group that programs run with',
    /without production/,
    ['dev-dependencies-skip'],
    'RUN bundle config set --local without production && bundle install',
    'RUN bundle install',
  ),

  wrong('a flag for another command', /npm/, ['cache-skip'], 'RUN npm ci --no-cache-dir', 'RUN npm ci'),
  wrong('a folder too many', /rm -rf/, ['cache-skip'], 'RUN npm ci && rm -rf /root', 'RUN npm ci'),
  wrong(
    'an option for another command',
    /npm run/,
    ['dev-dependencies-skip'],
    'RUN npm run --production',
    'RUN npm run',
  ),
  wrong('a dropped instruction', /nothing/, [], 'RUN b', 'RUN b\nUSER f'),
  wrong('a dropped RUN', /`c` in \. has become nothing/, ['run-merge'], 'RUN b'),
  wrong('an added instruction', /nothing has become USER/, ['base-slim'], 'RUN b\nRUN c\nUSER f'),
  wrong(
    'a comment that swallows what follows',
    /# why && c/,
    ['run-merge'],
    'RUN b # why && c',
    'RUN b # why\nRUN c',
  ),
  wrong(
    'a here-document without an end',
    /invalid: .*unterminated heredoc/,
    ['run-merge'],
    'RUN b <<E && c\nd\n',
  ),
  wrong('a changed here-document', /RUN/, ['run-merge'], 'RUN b <<E\nd\nE', 'RUN b <<E\nc\nE'),
  wrong(
    'a continuation into the next instruction',
    /USER/,
    ['apt-clean-lists'],
    'RUN b\\\nUSER f',
    'RUN b\nUSER f',
  ),
  wrong('an unknown instruction', /invalid: .*unknown instruction/, ['run-merge'], 'RUN b\n&& c'),
  wrong('a changed ENV', /ENV .* has become ENV/, ['run-merge'], 'ENV A="1  2"', 'ENV A="1 2"'),
  wrong('a changed COPY', /COPY .* has become COPY/, ['run-merge'], 'COPY a /c', 'COPY --link a /c'),
  wrong(
    'a swap of two instructions',
    /ENV .* has become USER/,
    ['run-merge'],
    'USER f\nENV E=1',
    'ENV E=1\nUSER f',
  ),
  wrong(
    'another mount',
    /RUNs with --mount=type=cache,target=\/b/,
    ['run-merge'],
    'RUN --mount=type=cache,target=/a b && c',
    'RUN --mount=type=cache,target=/b b\nRUN --mount=type=cache,target=/b c',
  ),
  wrong(
    'a mount over a command that had none',
    /`b` in \. has become nothing/,
    ['run-merge'],
    'RUN --mount=type=cache,target=/a b && c',
    'RUN b\nRUN --mount=type=cache,target=/a c',
  ),
  wrong(
    'a dropped word',
    /`c -x d` in \. has become `c d`/,
    ['run-merge'],
    'RUN b && c d',
    'RUN b\nRUN c -x d',
  ),
  wrong('a blank lost in quotes', /"d {2}e"/, ['run-merge'], 'RUN b && c "d e"', 'RUN b\nRUN c "d  e"'),
  wrong('two commands that run together', /`b` in \. has become `b c`/, ['run-merge'], 'RUN b c'),
  wrong(
    'a word of the next command',
    /`b c` in \. has become `b`/,
    ['run-merge'],
    'RUN b && c d',
    'RUN b c\nRUN d',
  ),
  wrong(
    'an update behind the install',
    /`apt-get update` in \. has become nothing|has become `apt-get install d`/,
    ['apt-clean-lists'],
    'RUN apt-get install d && apt-get update && rm -rf /var/lib/apt/lists/*',
    'RUN apt-get update && apt-get install d',
  ),
  wrong(
    'a folder that nobody makes',
    /`cd \/w` comes without its `mkdir -p`/,
    ['run-merge'],
    'RUN b && cd /w && c\nWORKDIR /w',
    'RUN b\nWORKDIR /w\nRUN c',
  ),
  wrong('a changed order', /`b` in \. has become `c`/, ['run-merge'], 'RUN c && b'),
  wrong(
    'a command that moves over an ENV',
    /RUN/,
    ['run-merge'],
    'RUN b && c\nENV E=1',
    'RUN b\nENV E=1\nRUN c',
  ),
  wrong(
    '`;` that has become `&&`',
    /`;` 1 times, now 0/,
    ['run-merge'],
    'RUN b && c && d',
    'RUN b; c\nRUN d',
  ),
  wrong('another base by run-merge', /FROM a has become b/, ['run-merge'], 'FROM b', 'FROM a'),
  wrong('another repository', /FROM a:1 has become b:1-slim/, ['base-slim'], 'FROM b:1-slim', 'FROM a:1'),
  right(
    ['stage-split'],
    'FROM a:1 AS build\nCOPY . .\nRUN b\nFROM c:1\nCOPY --from=build /p /p\nENV E=1\nCMD ["/p"]',
    'FROM a:1\nCOPY . .\nRUN b\nENV E=1\nCMD ["/p"]',
  ),
  wrong(
    'a setting lost between two stages',
    /the image is configured otherwise/,
    ['stage-split'],
    'FROM a:1 AS build\nRUN b\nENV E=1\nFROM c:1\nCOPY --from=build /p /p\nCMD ["/p"]',
    'FROM a:1\nRUN b\nENV E=1\nCMD ["/p"]',
  ),
  wrong(
    'another builder',
    /FROM a:1 has become b:1/,
    ['stage-split'],
    'FROM b:1 AS build\nRUN b\nFROM c:1\nCOPY --from=build /p /p',
    'FROM a:1\nRUN b',
  ),
  wrong(
    'another system',
    /FROM debian:12 has become alpine:3.22/,
    ['base-slim'],
    'FROM alpine:3.22',
    'FROM debian:12',
  ),
  wrong(
    'a command lost on the way to another system',
    /`b` in \. has become nothing/,
    ['base-alpine'],
    'FROM alpine:3.22\nRUN apk add --no-cache curl',
    'FROM debian:12\nRUN apt-get install -y curl && b',
  ),
  wrong(
    'a setting lost on the way to another system',
    /ENV .* has become nothing/,
    ['base-alpine'],
    'FROM alpine:3.22',
    'FROM debian:12\nENV E=1',
  ),
  wrong(
    'a command lost on the way to no system',
    /`b` in \. has become nothing/,
    ['base-distroless'],
    'FROM gcr.io/distroless/static-debian13',
    'FROM alpine:3.20\nRUN b',
  ),
  wrong(
    'an image with more in it',
    /FROM alpine:3.20 has become gcr.io\/distroless\/debug-debian13/,
    ['base-distroless'],
    'FROM gcr.io/distroless/debug-debian13',
    'FROM alpine:3.20',
  ),
  wrong(
    'a file that no stage supplies',
    /nothing has become COPY/,
    ['base-scratch'],
    'FROM scratch\nCOPY /libs /',
    'FROM debian:12',
  ),
  right(
    ['base-distroless'],
    'FROM gcr.io/distroless/nodejs22-debian13\nENTRYPOINT ["/nodejs/bin/node", "a.js"]',
    'FROM node:22-slim\nENTRYPOINT ["node", "a.js"]',
  ),
  right(
    ['base-distroless'],
    'FROM gcr.io/distroless/java21-debian13\nCMD ["a.jar", "b"]',
    'FROM eclipse-temurin:21-jre\nCMD ["java", "-jar", "a.jar", "b"]',
  ),
  wrong(
    'a word lost behind the program',
    /CMD .* has become CMD/,
    ['base-distroless'],
    'FROM gcr.io/distroless/nodejs22-debian13\nCMD ["b"]',
    'FROM node:22-slim\nCMD ["node", "a.js", "b"]',
  ),
  wrong('another stage name', /FROM/, ['base-slim'], 'FROM a:1-slim AS c', 'FROM a:1 AS b'),
  wrong('a lost folder', /the folder is/, ['run-merge'], 'RUN b && cd /w && c', 'RUN b\nWORKDIR /w\nRUN c'),
  wrong(
    'a folder not entered',
    /`c` in \/w has become `c` in \./,
    ['run-merge'],
    'RUN b && c\nWORKDIR /w',
    'RUN b\nWORKDIR /w\nRUN c',
  ),
  wrong(
    'a package in the wrong place',
    /RUN/,
    ['apt-skip-recommends'],
    'RUN b curl',
    'RUN b',
    'Install without, but curl',
  ),
  wrong('a package that no title names', /RUN/, ['apt-skip-recommends'], 'RUN b', 'RUN b curl'),
  wrong(
    'a clean-up that run-merge invents',
    /RUN/,
    ['run-merge'],
    'RUN b && c && rm -rf /var/lib/apt/lists/*',
  ),
  wrong(
    'a clean-up that is lost',
    /lists\/\*` in \. has become nothing/,
    ['apt-clean-lists'],
    'RUN b',
    `RUN b && ${cleaning()}`,
  ),
  wrong('more warnings', /a new warning/, ['run-merge'], 'RUN b \\\n\n&& c'),
]

function right(by, after, before, title) {
  return { ...pair(by, after, before, title), name: `right: ${after}`, expected: undefined }
}

function wrong(name, expected, by, after, before, title) {
  return { ...pair(by, after, before, title), name, expected }
}

function pair(by, after, before = 'RUN b\nRUN c', title = '') {
  const text = (lines) => `${lines.startsWith('FROM') ? '' : 'FROM a\n'}${lines}\n`
  return {
    before: text(before),
    after: text(after),
    applied: by.map((transform) => ({ transform, title, line: 1 })),
  }
}

function cleaning() {
  return 'rm -rf /var/lib/apt/lists/*'
}
