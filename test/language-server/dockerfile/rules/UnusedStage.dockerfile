#--- the bad example of its page
FROM node:24
#^^^ UnusedStage
RUN npm run build
FROM nginx:1.29
#--- the good example of its page
FROM node:24 AS build
RUN npm run build
FROM nginx:1.29
COPY --from=build /dist /usr/share/nginx/html
#--- by number, by mount, by a name that is put together
FROM alpine:3.22
FROM alpine:3.22 AS two
FROM alpine:3.22 AS app-debug
FROM app-${MODE}
COPY --from=0 /a /a
RUN --mount=from=two,target=/x make
#--- with a name it may be a target
FROM alpine:3.22 AS test
#                   ^^^^ UnusedStage
FROM alpine:3.22
#--- the only stage
FROM alpine:3.22
#--- a slip of the pen is told where it stands
FROM golang:1.26 AS build
FROM alpine:3.22 AS tools
#                   ^^^^^ UnusedStage
FROM scratch
COPY --from=biuld /app /app
