#--- the bad example of its page
FROM alpine:3.22 AS 1st
#                   ^^^ InvalidStageName
#--- the good example of its page
FROM alpine:3.22 AS first
