module.exports = { apps: [{ script: 'src/main.ts', interpreter: 'ts-node' }] }
