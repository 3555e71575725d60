import fc from 'fast-check'
import { flatLayouts, lay, mark, mostly, weighted } from './layout.js'

/** An instruction as it is written. */
export interface Line {
  /** From the keyword to the last line that belongs to it as a command, with marks where lines end. */
  readonly text: string
  /** The lines of its here-documents. */
  readonly body?: readonly string[]
}

/** Stands for a stage in front of the present one. */
export const earlierStage = '\uE002'

/** Instructions other than FROM and RUN. */
export const instructions = (): fc.Arbitrary<Line> => weighted([7, plain], [1, triggers])

/** Instructions that change for what runs behind them. */
export const settings: fc.Arbitrary<Line> = fc
  .constantFrom(
    'WORKDIR /srv',
    'WORKDIR app',
    'WORKDIR /a b',
    'WORKDIR $HOME/x',
    'USER root',
    'USER app:app',
    'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
    'SHELL ["/bin/sh", "-ec"]',
    'SHELL ["powershell", "-Command"]',
  )
  .map((text) => ({ text }))

const words = (keyword: string, values: readonly string[]): fc.Arbitrary<Line> =>
  fc
    .record({ values: fc.subarray([...values], { minLength: 1 }), layout: flatLayouts })
    .map(({ values, layout }) => ({
      text: lay([`${keyword} ${values[0]!}`, ...values.slice(1)], '', layout),
    }))

const copied = fc
  .record({
    keyword: fc.constantFrom('COPY', 'ADD'),
    flags: fc.subarray(['--chown=app:app', '--link', `--from=${earlierStage}`, '--chmod=755'], {
      maxLength: 2,
    }),
    paths: fc.constantFrom(
      ['a', '/b'],
      ['requirements.txt', './'],
      ['.', '.'],
      ['src/*.c', 'inc', '/usr/src/'],
      ['["a b",', '"/c d/"]'],
      ['bin/tool', '/usr/local/bin/'],
    ),
    layout: flatLayouts,
  })
  .map(({ keyword, flags, paths, layout }) => ({
    text: lay(
      [keyword, ...flags.filter((flag) => keyword === 'COPY' || !flag.includes('from')), ...paths],
      '',
      layout,
    ),
  }))

const written: fc.Arbitrary<Line> = fc.constantFrom<Line>(
  { text: 'COPY <<EOF /etc/motd', body: ['# hello \\', 'FROM x', '', 'EOF'] },
  { text: 'COPY <<-A <<"B" /srv/', body: ['\tA', 'RUN a', '$x', 'B'] },
  { text: `ADD --chmod=644 <<'E' ${mark}\n  /x`, body: ['``` \\\\', 'E'] },
)

const fixed = fc
  .constantFrom(
    'EXPOSE 80',
    'EXPOSE 80/tcp 8080-8090 $PORT',
    'VOLUME /data',
    'VOLUME ["/data", "/a b"]',
    'STOPSIGNAL SIGTERM',
    'MAINTAINER someone <a@example.org>',
    'HEALTHCHECK NONE',
    'HEALTHCHECK --interval=5s --retries=3 CMD curl -f http://localhost/ || exit 1',
    `HEALTHCHECK --timeout=1s ${mark}\n  CMD ["a", "b"]`,
    'CMD ["server", "--port", "80"]',
    'CMD server --port 80',
    'CMD apt-get update && bash',
    `CMD ["a", ${mark}\n# why\n  "b"]`,
    'ENTRYPOINT ["tini", "--"]',
    'ENTRYPOINT exec server "$@"',
    'ADD https://example.org/x.tar.gz /opt/',
    'ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.org/x /x',
    'ARG VERSION',
    'ARG VERSION=1.2 OTHER="a b"',
    'ENV LANG C.UTF-8',
    'ENV MESSAGE two words  and # more',
    'LABEL "a b"="c \' d" é=🐳',
  )
  .map((text) => ({ text }))

const plain = weighted(
  [6, fixed],
  [
    2,
    words('ENV', [
      'A=1',
      'PATH=/opt/bin:$PATH',
      'B="two words"',
      'DEBIAN_FRONTEND=noninteractive',
      `C=d${mark} e`,
    ]),
  ],
  [1, words('LABEL', ['a=b', 'org.opencontainers.image.title="x # y"', "c='d'"])],
  [3, copied],
  [3, settings],
  [1, written],
)

const triggers: fc.Arbitrary<Line> = weighted(
  [3, fc.constantFrom('RUN apt-get update', 'run make install', 'RUN ["a"]').map((text) => ({ text }))],
  [1, plain.filter(({ text }) => !text.startsWith('MAINTAINER'))],
).map((line) => ({ ...line, text: `ONBUILD ${line.text}` }))

/** The same with its keyword in another case, and blanks around it. */
export const dressed = (lines: fc.Arbitrary<Line>): fc.Arbitrary<Line> =>
  fc
    .record({
      line: lines,
      letters: mostly<(keyword: string) => string>(
        (keyword) => keyword,
        (keyword) => keyword.toLowerCase(),
        (keyword) => keyword[0] + keyword.slice(1).toLowerCase(),
      ),
      before: mostly('', '  ', '\t'),
      behind: mostly('', ' ', '\t'),
    })
    .map(({ line, letters, before, behind }) => ({
      ...line,
      text: before + line.text.replace(/^[A-Z]+/, letters) + behind,
    }))
