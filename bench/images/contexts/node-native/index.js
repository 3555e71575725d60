const digest = require('bindings')('digest')

for (const text of process.argv.slice(2)) console.log(digest(text), text)
