#--- the bad example of its page
FROM alpine:3.22 AS build
FROM alpine:3.22 AS build
#                   ^^^^^ DuplicateStageName 💡
#--- the good example of its page
FROM alpine:3.22 AS build
FROM alpine:3.22 AS test
