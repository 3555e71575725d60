import type { Random } from './random.js'

/** What is too long, too deep or too much of one kind. */
export const oversized: readonly ((random: Random) => string)[] = [
  (random) => `RUN ${'a'.repeat(1000 + random.below(140_000))}`,
  (random) => `RUN echo ${'a '.repeat(1000 + random.below(40_000))}`,
  (random) => `RUN ${many(random, 5000, 'true && ')} true`,
  (random) => `RUN ${many(random, 5000, 'true && \\\n  ')} true`,
  (random) => `RUN ${many(random, 3000, 'apt-get install -y a; ')}`,
  (random) => many(random, 3000, 'RUN a\n'),
  (random) => many(random, 1500, 'RUN apt-get update && apt-get install -y curl\nCOPY a /b\n'),
  (random) => many(random, 1000, 'FROM debian:12\nRUN apt-get update\n'),
  (random) => many(random, 3000, '# a\n\n'),
  (random) => many(random, 1000, 'WORKDIR a\nRUN b\n'),
  (random) => many(random, 1000, 'RUN a <<E\nb\nE\n'),
  (random) => `RUN a \\\n${many(random, 5000, '# b\n')}  && c`,
  (random) => `RUN a \\\n${many(random, 5000, '\\\n')}b`,
  (random) => `RUN ${nested(random, '(', ')')}`,
  (random) => `RUN ${nested(random, '{ ', '; }')}`,
  (random) => `RUN echo ${nested(random, '$(echo ', ')')}`,
  (random) => `RUN echo ${nested(random, '"$(', ')"')}`,
  (random) => `RUN echo ${nested(random, '$((', '))')}`,
  (random) => `RUN echo ${nested(random, '${a:-', '}')}`,
  (random) => `RUN ${nested(random, 'if a; then ', '; fi')}`,
  (random) =>
    `RUN ${many(random, 5000, random.pick(['`', '$(((', '"', "'", '<<A ', '${', '[[ ', '\\', '!', '{a,', '{a,b}', '/', '$']))}`,
  (random) => `RUN ${many(random, 2000, '--mount=type=cache,target=/a ')} a`,
  (random) => `RUN ${many(random, 500, 'sh -c ')} a`,
  (random) => `RUN rm ${many(random, 4000, '/tmp/{a,b} ')}`,
  (random) => `ENV ${many(random, 4000, 'A=$A:b ')}`,
  (random) => `ENV A=${nested(random, '${a:-', '}')}`,
  (random) => many(random, 1000, 'ENV A=$A$A\n'),
  (random) => `COPY [${many(random, 4000, '"a", ')}"b"]`,
  (random) => `RUN ${many(random, 1, '[')}${nested(random, '[', ']')}`,
  (random) => `${many(random, 2000, 'ONBUILD ')}RUN a`,
]

const many = (random: Random, most: number, text: string): string => text.repeat(1 + random.below(most))

function nested(random: Random, open: string, close: string): string {
  const depth = 1 + random.below(random.oneIn(2) ? 8000 : 200)
  return open.repeat(depth) + 'a' + close.repeat(random.oneIn(4) ? random.below(depth) : depth)
}
