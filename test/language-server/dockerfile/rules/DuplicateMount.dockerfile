#--- the bad example of its page
FROM golang:1.26
RUN --mount=type=cache,target=/root/.cache --mount=type=cache,target=/root/.cache go build
#                                                                    ^^^^^^^^^^^^ DuplicateMount
#--- the good example of its page
FROM golang:1.26
RUN --mount=type=cache,target=/root/.cache --mount=type=cache,target=/go/pkg/mod go build
#--- other targets, other RUNs
FROM alpine:3.22
RUN --mount=type=cache,target=/a --mount=type=cache,target=/b make
RUN --mount=type=cache,target=/a make
#--- an option twice
FROM alpine:3.22
RUN --mount=type=cache,target=/a,dst=/b make
#                                ^^^ DuplicateMount
