export { hints, rewrite } from '../index.js'
export { examples, transforms } from '../../transforms/index.js'

/** Changes whenever the code does: the bundler names a file by what is in it. */
export const build = import.meta.url.slice(import.meta.url.lastIndexOf('/') + 1)
