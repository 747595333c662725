#--- the bad example of its page
FROM golang:1.26 AS build
FROM alpine:3.22
COPY --from=build / /
#                 ^^^ DL3067
#--- the good example of its page
FROM golang:1.26 AS build
FROM alpine:3.22
COPY --from=build /app /app
