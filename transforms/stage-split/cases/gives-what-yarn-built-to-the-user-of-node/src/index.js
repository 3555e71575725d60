import fastify from 'fastify'
import bcrypt from 'bcrypt'

void fastify().listen({ port: 80 }, () => bcrypt.hashSync('a', 4))
