const express = require('express')
const log = require('morgan')
express().use(log('tiny')).listen(8080)
