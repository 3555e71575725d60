import { createServer } from 'node:http'
import mustache from 'mustache'
import simple from 'simple-git'

const page = '{{#all}}* {{message}} ({{author_name}})\n{{/all}}'
const repository = simple(process.env.REPOSITORY)

createServer(async (request, response) => {
  try {
    response.end(mustache.render(page, await repository.log()))
  } catch (error) {
    response.writeHead(500).end(`${error.message}\n`)
  }
}).listen(18112, '127.0.0.1')
