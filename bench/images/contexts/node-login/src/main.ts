import bcrypt from 'bcrypt'
import express from 'express'
import { readFileSync } from 'node:fs'

const app = express()
const greeting = readFileSync(`${__dirname}/../views/greeting.txt`, 'utf8').trim()
app.get('/:word', (request, response) => {
  response.send(`${greeting} ${bcrypt.compareSync(request.params.word, bcrypt.hashSync('tea', 4))}\n`)
})
const server = app.listen(18211, async () => {
  if (process.env['ONCE']) {
    console.log(await (await fetch('http://127.0.0.1:18211/tea')).text())
    server.close()
  }
})
