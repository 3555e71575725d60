require('a')
