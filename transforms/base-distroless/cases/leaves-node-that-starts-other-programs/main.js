import { execFile } from 'node:child_process'

execFile('git', ['--version'], console.log)
