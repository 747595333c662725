#--- the bad example of its page
FROM alpine:3.22 as build
#                ^^ FromAsCasing 💡
#--- the good example of its page
FROM alpine:3.22 AS build
