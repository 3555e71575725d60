import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import bcrypt from 'bcrypt'

const accounts = new Map<string, string>()

/** PUT /NAME makes an account with the password in the body, POST /NAME tells whether it is the right one. */
const server = createServer(async (request, response) => {
  const name = request.url!.slice(1)
  const password = await text(request)
  if (request.method === 'PUT') accounts.set(name, await bcrypt.hash(password, 10))
  const isRight = await bcrypt.compare(password, accounts.get(name) ?? '')
  response.writeHead(isRight ? 204 : 403).end()
})

server.listen(3000)
process.on('SIGTERM', () => server.close())
