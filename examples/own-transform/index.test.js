import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { describeCases } from 'dfslim/testing'
import transform from './index.js'

describeCases(transform, fileURLToPath(new URL('cases', import.meta.url)), { describe, it })
