#--- the bad example of its page
FROM alpine:3.22
COPY --from=biuld /a /b
#           ^^^^^ DL3022
#--- the good example of its page
FROM alpine:3.22 AS build
FROM alpine:3.22
COPY --from=build /a /b
#--- a path names an image, for which no stage can stand
FROM alpine:3.22 AS build
FROM alpine:3.22
COPY --from=docker/compose / /
#           ^^^^^^^^^^^^^^ DL3022
