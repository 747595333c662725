#--- the bad example of its page
FROM scratch
COPY app /app
ENTRYPOINT ["/app"]
