import { type Hint, type Instruction, type Remark, rootOf, type Stage, type Subject } from '../kit.js'
import { type CopiedFile, copiedFiles, sizeOf, shippedCopies } from './copied-files.js'

export const copyUncompressed: Hint = {
  id: 'copy-uncompressed',
  summary: 'Copy static files in a form that is smaller, or not at all',
  why:
    'Bitmaps, recordings without compression and dumps of SQL are several times larger than what means the same; source ' +
    'maps are often larger than the scripts that they explain, and no visitor asks for them.',
  leaves: [
    'copies of static files in another form beside them (`gzip_static`): they make pages faster and images larger',
    'source maps outside of web servers: node reads them too',
    'data that a program reads by its name, such as JSON and CSV',
    'less than 5 MB of a kind, of source maps 1 MB',
  ],
  visit: visitFile,
}

/** A kind of file, where it is of no use, and what to do. */
interface Kind {
  readonly files: RegExp
  readonly least: number
  readonly isMeant: (stage: Stage, instruction: Instruction) => boolean
  readonly title: (amount: string) => string
  readonly because: string
}

const baseOf = (stage: Stage): string => rootOf(stage).image?.name ?? ''

const kinds: readonly Kind[] = [
  {
    files: /\.(?:[cm]?js|css)\.map$/,
    least: 1e6,
    isMeant: (stage) => /^(?:nginx|httpd|caddy|nginxinc\/nginx-unprivileged)$/.test(baseOf(stage)),
    title: (amount) => `Leave out the source maps: ${amount}`,
    because:
      'a web server sends them to the developer tools of a browser alone; `**/*.map` in `.dockerignore` keeps them out',
  },
  {
    files: /\.(?:bmp|wav|aiff?)$/i,
    least: 5e6,
    isMeant: () => true,
    title: (amount) => `Store pictures and sounds compressed: ${amount}`,
    because:
      'PNG and WebP hold the same pictures as BMP, and FLAC the same sounds as WAV and AIFF, in far less',
  },
  {
    files: /\.sql$/i,
    least: 5e6,
    isMeant: (stage, { args }) =>
      /^(?:postgres|mysql|mariadb)$/.test(baseOf(stage)) && args.text.includes('/docker-entrypoint-initdb.d'),
    title: (amount) => `Compress what the database is filled with: ${amount}`,
    because:
      'the entrypoint of the image reads `.sql.gz` from `/docker-entrypoint-initdb.d` as it reads `.sql`',
  },
]

function* visitFile(subject: Subject): Iterable<Remark> {
  for (const [stage, instruction] of shippedCopies(subject)) {
    const wanted = kinds.filter((kind) => kind.isMeant(stage, instruction))
    const files = copiedFiles(subject, stage, instruction, (path) =>
      wanted.some((kind) => kind.files.test(path)),
    )
    for (const kind of wanted) {
      const own = files.filter(({ path }) => kind.files.test(path))
      const bytes = own.reduce((sum, file) => sum + file.bytes, 0)
      if (bytes < kind.least) continue
      yield { at: instruction.span, title: kind.title(amountOf(own, bytes)), because: kind.because }
    }
  }
}

const amountOf = ([first, ...others]: readonly CopiedFile[], bytes: number): string =>
  others.length === 0
    ? `\`${first!.path}\`, ${sizeOf(bytes)}`
    : `${others.length + 1} files such as \`${first!.path}\`, ${sizeOf(bytes)}`
