#--- the bad example of its page
FROM alpine:3.22 AS app
COPY --from=app /a /b
#           ^^^ CircularStage
#--- the good example of its page
FROM alpine:3.22 AS build
FROM alpine:3.22 AS app
COPY --from=build /a /b
