module postbox

go 1.19
