const ms = require('ms')
const mustache = require('mustache')
const polka = require('polka')

const page = '<p>{{text}} in {{time}}</p>\n'

polka()
  .get('/health', (request, response) => response.end('ok\n'))
  .get('/:text', (request, response) => {
    response.end(mustache.render(page, { text: request.params.text, time: ms(90000, { long: true }) }))
  })
  .listen(process.env.PORT || 18110)
