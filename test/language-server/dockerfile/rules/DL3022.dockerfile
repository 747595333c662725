#--- the bad example of its page
FROM alpine:3.22
COPY --from=biuld /a /b
#           ^^^^^ DL3022
#--- the good example of its page
FROM alpine:3.22 AS build
FROM alpine:3.22
COPY --from=build /a /b
