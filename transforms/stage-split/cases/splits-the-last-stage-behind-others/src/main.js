import express from 'express'

express().get('/', (_, response) => response.send('ok')).listen(3000)
