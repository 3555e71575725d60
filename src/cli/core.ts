export { rewrite } from '../index.js'
export { examples, transforms } from '../../transforms/index.js'
