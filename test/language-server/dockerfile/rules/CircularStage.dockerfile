#--- the bad example of its page
FROM alpine:3.22 AS app
COPY --from=app /a /b
#           ^^^ CircularStage
#--- the good example of its page
FROM alpine:3.22 AS build
FROM alpine:3.22 AS app
COPY --from=build /a /b
#--- a stage that is built later
FROM alpine:3.22 AS a
COPY --from=c /x /y
#           ^ CircularStage
RUN --mount=from=C,target=/x make
#                ^ CircularStage
FROM alpine:3.22 AS c
COPY --from=a /x /y
FROM alpine:3.22
COPY --from=3 /x /y
#           ^ CircularStage
COPY --from=c /x /y
FROM alpine:3.22
ONBUILD COPY --from=d /x /y
FROM alpine:3.22 AS d
#--- the number of a stage means something to COPY alone
FROM alpine:3.22
RUN --mount=from=0,target=/x make
COPY --from=0 /x /y
#           ^ CircularStage
