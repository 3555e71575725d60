import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSavedFiles, tarOf, type Part } from './images.js'

/** What a played engine does, as shell commands; `$file` is the Dockerfile of the image. */
export interface Play {
  readonly version?: string
  readonly build?: string
  readonly smoke?: string
  readonly save?: string
}

/**
 * Puts a program in a folder that plays docker: an image is a copy of its Dockerfile, `image.NAME` in that folder, and
 * what it saves holds a layer for each RUN, with the package lists where none removes them and the manuals where the
 * base is not slim. Its first words are written down in `said`.
 */
export async function playEngine(folder: string, play: Play = {}): Promise<void> {
  for (const lists of [true, false])
    for (const slim of [true, false])
      writeFileSync(join(folder, `saved.${lists}.${slim}`), await savedImage({ lists, slim }))
  const { version = 'echo 1', build = 'true', smoke = 'true', save = 'true' } = play
  const script = `#!/bin/sh
cd ${folder}
echo "$1" >> said
case $1 in
  version) ${version} ;;
  build) file=$7; { ${build}; } || exit 1; cp "$7" "image.$5" ;;
  run) file=image.$8; ${smoke} ;;
  rm) echo "$3" >> removed ;;
  save)
    { ${save}; } || exit 1
    file=image.$4; lists=true; slim=false
    grep -q lists/ "$file" && lists=false
    grep -q slim "$file" && slim=true
    cp "saved.$lists.$slim" "$3" ;;
  image) shift 3; for name; do rm -f "image.$name"; done ;;
esac
`
  writeFileSync(join(folder, 'docker'), script)
  chmodSync(join(folder, 'docker'), 0o755)
}

async function savedImage({ lists, slim }: { readonly lists: boolean; readonly slim: boolean }) {
  const base: Part[] = [
    ['bin/sh', 'shell', { mode: 0o755 }],
    ...(slim ? [] : ([['usr/share/man/man1/sh.1', 'x'.repeat(50_000)]] as const)),
  ]
  const installed: Part[] = [
    ['usr/bin/curl', 'curl', { mode: 0o755 }],
    ['var/log/dpkg.log', lists ? 'monday' : 'tuesday'],
    ...(lists ? ([['var/lib/apt/lists/all', 'y'.repeat(100_000)]] as const) : []),
  ]
  const config = { Env: ['PATH=/bin'] }
  return tarOf(Object.entries(newSavedFiles({ layers: [await tarOf(base), await tarOf(installed)], config })))
}
