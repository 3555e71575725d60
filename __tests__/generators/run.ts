import fc from 'fast-check'
import { flatLayouts, lay, type Layout, layouts, mark, mostly, weighted } from './layout.js'
import { earlierStage, type Line } from './instruction.js'

/** A RUN that goes through some commands, one after the other. */
export const runOf = (commands: fc.Arbitrary<readonly string[]>): fc.Arbitrary<Line> =>
  fc
    .record({
      commands,
      flags,
      layout: layouts,
      words: flatLayouts,
      operator: mostly('&&', ';'),
      opening: mostly(' ', ` ${mark}\n    `, '  ', `\t${mark}\n# why\n\t`),
    })
    .map(({ commands, flags, layout, words, operator, opening }) => ({
      text: lay(['RUN', ...flags], '', words) + opening + lay(spread(commands, words), operator, layout),
    }))

/** RUNs in other forms than a list of commands. */
export const oddRuns: fc.Arbitrary<Line> = weighted(
  [
    1,
    fc.constantFrom<Line>(
      { text: 'RUN ["apt-get", "install", "-y", "curl"]' },
      { text: `RUN ["sh", "-c", ${mark}\n  "a"]` },
      { text: 'RUN [ "$x" = y ] && a' },
      { text: 'RUN # nothing' },
      { text: 'RUN apt-get update; apt-get install -y curl # why' },
      { text: 'RUN set -e; apt-get update; apt-get install -y curl' },
      { text: `RUN if true; then ${mark}\n      apt-get update; ${mark}\n    fi` },
      { text: `RUN echo "one ${mark}\n  # two ${mark}\n  three"` },
      { text: `RUN a ${mark}\n\n# why\nRUN b` },
      { text: `RUN rm -rf /var/lib/apt/li${mark}\n# why\nsts/*` },
      { text: `RUN apt-get update && apt-get ins${mark}\ntall -y cu${mark}\n    rl` },
      { text: `RUN apk ad${mark}\nd bash && apk up${mark}\n${mark}\ndate` },
      { text: `RUN for i in a b; do ${mark}\n# in a loop\n  echo $i; ${mark}\n  done` },
    ),
  ],
  [
    1,
    fc.constantFrom<Line>(
      { text: 'RUN <<EOF', body: ['apt-get update', '# is shell', 'apt-get install -y curl', 'EOF'] },
      { text: 'RUN <<-"E" bash -e', body: ['\tfoo \\', 'RUN x', '', '\tE'] },
      { text: "RUN cat <<'A' > /a && cat <<B > /b", body: ['FROM a', 'A', '#', 'B'] },
      { text: `RUN --mount=type=cache,target=/c ${mark}\n <<EOF`, body: ['EOF'] },
    ),
  ],
)

const flags = weighted(
  [8, fc.constant<string[]>([])],
  [
    1,
    fc.subarray(
      [
        '--mount=type=cache,target=/root/.cache',
        '--network=none',
        '--mount=type=cache,target=/var/cache/apt,sharing=locked',
        '--mount=type=bind,target=.',
        '--security=insecure',
        `--mount=from=${earlierStage},target=/mnt`,
        '--mount=type=secret,id="a b"',
      ],
      { minLength: 1, maxLength: 2 },
    ),
  ],
)

/** Lists of packages may go over several lines, whatever the commands do. */
const spread = (commands: readonly string[], layout: Layout): string[] =>
  commands.map((command) => {
    const match = /^([a-z -]*(?:install|add)(?: -\S+)*) ([\w.=$"-]+(?: [\w.=$"-]+)+)$/.exec(command)
    return match ? lay([match[1]!, ...match[2]!.split(' ')], '', layout) : command
  })
