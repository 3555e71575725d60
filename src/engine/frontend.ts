import { readsOwnIgnoreFile } from '../model/buildkit.js'
import { scan } from '../syntax/scan.js'

/** Whether BuildKit takes the ignore file beside a Dockerfile of this text that bears its name. */
export const takesIgnoreFile = (text: string): boolean => readsOwnIgnoreFile(scan(text))
