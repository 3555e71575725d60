// Makes a page of each text in pages/.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { marked } from 'marked'
import mustache from 'mustache'

const layout = readFileSync('layout.html', 'utf8')
mkdirSync('dist', { recursive: true })
for (const name of readdirSync('pages')) {
  const body = marked.parse(readFileSync(`pages/${name}`, 'utf8'))
  const page = name.replace(/\.md$/, '')
  writeFileSync(`dist/${page}.html`, mustache.render(layout, { page, body }))
}
