#--- the bad example of its page
# syntax=docker/dockerfile:1.2
FROM alpine:3.22
COPY --link app /app
#    ^^^^^^ SyntaxTooOld 💡
#--- the good example of its page
# syntax=docker/dockerfile:1
FROM alpine:3.22
COPY --link app /app
#--- the newest ones
# syntax=docker/dockerfile:1
FROM alpine:3.22
COPY --link a /a
#--- another frontend
# syntax=kim/frontend:1.0
FROM alpine:3.22
COPY --link a /a
#--- no directive
FROM alpine:3.22
COPY --link a /a
#--- heredocs and mounts
# syntax=docker/dockerfile:1.2.1
FROM alpine:3.22
RUN --mount=type=cache,target=/a make
COPY <<EOF /a
#    ^^^^^ SyntaxTooOld 💡
b
EOF
