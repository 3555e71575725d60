// What a step says to the runner, and what it is told: environment variables, lines on stdout, and files to append to.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
import { appendFileSync, readFileSync } from 'node:fs'

/** Ends the step with one line for its reader. */
export class Stop extends Error {}

/** An input of the step. */
export const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim()

/** An input that is true or false. */
export function flag(name) {
  const value = input(name).toLowerCase()
  if (value !== 'true' && value !== 'false' && value !== '')
    throw new Stop(`${name} is true or false, not ${value}`)
  return value === 'true'
}

/** Marks the step with an error, a warning or a notice. */
export function annotate(kind, message) {
  process.stdout.write(`::${kind} title=dfslim::${data(message)}\n`)
}

const data = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** Prints what others say: no line of it is a command to the runner. */
export function echo(text) {
  process.stderr.write(text.replaceAll('::', ': :').replaceAll('##[', '## ['))
}

/** Sets an output of the step, which holds one line. */
export function output(name, value) {
  appendTo('GITHUB_OUTPUT', `${name}=${String(value).replace(/[\r\n]+/g, ' ')}\n`)
}

/** Adds to the page of the job. */
export const summarize = (markdown) => appendTo('GITHUB_STEP_SUMMARY', `${markdown}\n`)

function appendTo(variable, text) {
  const file = process.env[variable]
  if (file) appendFileSync(file, text)
}

/** What happened, as GitHub tells it. */
export function event() {
  const file = process.env.GITHUB_EVENT_PATH
  return file ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

/** Whether a pull request comes from another repository: its workflow may not write to this one. */
export const isFromFork = ({ pull_request: pull }) =>
  pull !== undefined && pull.head.repo?.full_name !== pull.base.repo.full_name
