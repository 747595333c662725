#--- the bad example of its page
FROM alpine:3.22
RUN chmod -R 755 /app
#--- letters, COPY
FROM alpine:3.22
RUN chmod a+w /data && chmod o+rw /c
COPY --chmod=0644 a /a
