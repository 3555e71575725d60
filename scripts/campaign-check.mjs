// Holds what `dfslim campaign` writes, action.yml and the component for GitLab against the schemas that the engines
// publish: `node scripts/campaign-check.mjs FOLDER`, where FOLDER has those of SchemaStore (github-workflow.json,
// github-action.json), GitLab (gitlab-ci.json), Renovate (renovate.json) and Sourcegraph (batch_spec.schema.json).
// Needs dist/. Prints one line for each; says so where a schema is not there.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse, parseAllDocuments } from 'yaml'

const title = 'It\'s "so" ${{ secrets.X }} $[[ inputs.y ]] $(id) \\ # : %\n::error::no'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('name a folder with schemas')

const subjects = [
  ['batch_spec.schema.json', 'campaign sourcegraph', () => campaign('sourcegraph')],
  ['github-workflow.json', 'campaign github-actions', () => campaign('github-actions')],
  ['gitlab-ci.json', 'campaign gitlab-ci', () => campaign('gitlab-ci')],
  ['renovate.json', 'campaign renovate', () => campaign('renovate')],
  ['github-action.json', 'action.yml', () => parse(readFileSync('action.yml', 'utf8'))],
  ['gitlab-ci.json', 'templates/dfslim.yml, inputs', () => component()[0]],
  ['gitlab-ci.json', 'templates/dfslim.yml, job', () => component()[1]],
]

for (const [schema, name, valueOf] of subjects) {
  const file = join(folder, schema)
  if (!existsSync(file)) console.log(`${name}: not checked, ${file} is not there`)
  else report(name, validatorOf(file), valueOf())
}

function report(name, validate, value) {
  const isValid = validate(value)
  console.log(`${name}: ${isValid ? 'valid' : JSON.stringify(validate.errors.slice(0, 5))}`)
  if (!isValid) process.exitCode = 1
}

function validatorOf(file) {
  const { $schema: _, $id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8'))
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

function campaign(engine) {
  const words = ['dist/dfslim.js', 'campaign', engine, '--unsafe', '--title', title]
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return parse(stdout)
}

/** With its inputs filled in as GitLab does it: in the text. */
function component() {
  const text = readFileSync('templates/dfslim.yml', 'utf8')
  const { inputs } = parseAllDocuments(text)[0].toJS().spec
  const filled = text.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name) => String(inputs[name].default))
  return parseAllDocuments(filled).map((document) => document.toJS())
}
