/** The laws of dfslim for transforms of one's own: a folder of cases, and what is wrong with it. */
export { type Case, casesIn } from './cases.js'
export { checkCase, checkTransform } from './check.js'
export { describeCases, type Runner } from './describe.js'
