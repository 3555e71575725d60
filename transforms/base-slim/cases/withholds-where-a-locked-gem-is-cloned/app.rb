puts 'ready'
