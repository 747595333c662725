#--- the bad example of its page
FROM alpine:3.22
ENV MODE=fast
ARG MODE=slow
#   ^^^^ ArgHiddenByEnv
#--- the good example of its page
FROM alpine:3.22
ARG MODE=slow
ENV MODE=$MODE
#--- ARG and ENV that belong together
FROM alpine:3.22
ARG MODE=a
ENV MODE=${MODE}
FROM alpine:3.22
ARG MODE
#--- ENV of a stage below
FROM alpine:3.22 AS base
ENV MODE=fast
FROM base
ARG MODE
#   ^^^^ ArgHiddenByEnv
#--- ENV of another stage
FROM alpine:3.22 AS base
ENV MODE=fast
FROM alpine:3.22
ARG MODE
