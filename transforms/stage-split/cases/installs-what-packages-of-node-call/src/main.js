import { PrismaClient } from '@prisma/client'
import express from 'express'

express().get('/', async (_, response) => response.send(await new PrismaClient().$queryRaw`select 1`)).listen(3000)
