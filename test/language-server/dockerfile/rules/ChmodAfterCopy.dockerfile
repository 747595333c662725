#--- the bad example of its page
FROM alpine:3.22
COPY start.sh /start.sh
RUN chmod +x /start.sh
#   ^^^^^^^^^^^^^^^^^^ ChmodAfterCopy 💡
#--- the good example of its page
FROM alpine:3.22
COPY --chmod=755 start.sh /start.sh
#--- other files, folders with -R, a pattern, more than one command
FROM alpine:3.22
COPY a /a
RUN chmod +x /b
COPY dir /dir
RUN chmod -R 755 /dir
COPY *.sh /bin/
RUN chmod +x /bin/*.sh
#   ^^^^^^^^^^^^^^^^^^ ChmodAfterCopy 💡
COPY a /a
RUN chmod +x /a && /a
#--- into a folder, with an owner, by ADD
FROM alpine:3.22
COPY --link a.sh /usr/local/bin/
RUN chmod 0755 /usr/local/bin/a.sh
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ChmodAfterCopy 💡
ADD app /app
RUN chown -R node:node /app
#   ^^^^^^^^^^^^^^^^^^^^^^^ ChmodAfterCopy 💡
#--- already given
FROM alpine:3.22
COPY --chmod=644 a /a
RUN chmod +x /a
