const http = require('node:http')
const { join } = require("path")
http.createServer().listen(8080)
