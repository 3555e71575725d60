module example.com/team/wiki

go 1.21
