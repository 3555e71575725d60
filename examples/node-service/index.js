import { createServer } from 'node:http'
import polka from 'polka'

const server = createServer()

polka({ server })
  .get('/health', (request, response) => response.end('ok'))
  .get('/hello/:name', (request, response) => response.end(`Hello, ${request.params.name}!`))
  .listen(3000)

process.on('SIGTERM', () => server.close())
