#--- the bad example of its page
FROM alpine:3.22
ENV PATH=/app/bin
#        ^^^^^^^^ PathOverwritten 💡
#--- the good example of its page
FROM alpine:3.22
ENV PATH=/app/bin:$PATH
#--- with the old one, with the system's folders, in an empty image
FROM alpine:3.22
ENV PATH=/app/bin:$PATH
ENV PATH="/app:${PATH}"
ENV PATH=/app:/usr/bin:/bin
ENV MANPATH=/man
FROM scratch
ENV PATH=/app
#--- in quotes, in the old form
FROM alpine:3.22
ENV PATH="/app/bin"
#        ^^^^^^^^^^ PathOverwritten 💡
ENV PATH /app/bin
#        ^^^^^^^^ PathOverwritten 💡
