const run = require('child' + '_process')
run.execSync('git pull')
