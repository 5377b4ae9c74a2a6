-- expects: asks
return 12
