module.exports = { apps: [{ name: 'orders', script: 'dist/main.js', instances: 'max' }] }
