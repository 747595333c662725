#--- the bad example of its page
# syntax=docker/dockerfile:1
FROM alpine:3.22
COPY --link app /app
#--- heredocs and mounts
# syntax=docker/dockerfile:1
FROM alpine:3.22
RUN --mount=type=cache,target=/a make
COPY <<EOF /a
b
EOF
