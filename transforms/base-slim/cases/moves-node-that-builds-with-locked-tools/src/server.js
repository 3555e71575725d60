import { createServer } from 'node:http'

createServer((_, response) => response.end('hello')).listen(8080)
