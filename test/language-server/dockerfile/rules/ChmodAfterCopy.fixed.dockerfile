#--- the bad example of its page
FROM alpine:3.22
COPY --chmod=755 start.sh /start.sh
#--- other files, folders with -R, a pattern, more than one command
FROM alpine:3.22
COPY a /a
RUN chmod +x /b
COPY dir /dir
RUN chmod -R 755 /dir
COPY --chmod=755 *.sh /bin/
COPY a /a
RUN chmod +x /a && /a
#--- into a folder, with an owner, by ADD
FROM alpine:3.22
COPY --chmod=0755 --link a.sh /usr/local/bin/
ADD --chown=node:node app /app
