#--- the bad example of its page
FROM alpine:3.22
RUN chmod -R 777 /app
#            ^^^ ChmodWorldWritable 💡
#--- the good example of its page
FROM alpine:3.22
RUN chown -R 1000:1000 /app
#--- the sticky bit, temporary folders, other modes
FROM alpine:3.22
RUN chmod 1777 /data && chmod 777 /tmp && chmod 755 /app && chmod +x /b
#--- letters, COPY
FROM alpine:3.22
RUN chmod a+w /data && chmod o+rw /c
#         ^^^ ChmodWorldWritable
#                            ^^^^ ChmodWorldWritable
COPY --chmod=0666 a /a
#            ^^^^ ChmodWorldWritable 💡
