#--- the bad example of its page
FROM alpine:3.22
COPY --chown=1000 app /app
