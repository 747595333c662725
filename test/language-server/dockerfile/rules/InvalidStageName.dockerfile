#--- the bad example of its page
FROM alpine:3.22 AS 1st
#                   ^^^ InvalidStageName
#--- the good example of its page
FROM alpine:3.22 AS first
#--- separators
FROM alpine:3.22 AS a-b
FROM alpine:3.22 AS a__b.c--d
FROM alpine:3.22 AS a-
#                   ^^ InvalidStageName
FROM alpine:3.22 AS a..b
#                   ^^^^ InvalidStageName
FROM alpine:3.22 AS a___b
#                   ^^^^^ InvalidStageName
