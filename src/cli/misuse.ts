export { closest } from '../text/closest.js'

/** The command cannot run as it was called: one line for the user, exit code 2. */
export class Misuse extends Error {}
