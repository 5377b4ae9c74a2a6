-- expects: tries
return { code = 132015, row = docs.read("errors"):match("\n(| 132015 |[^\n]+)") }
