#--- the bad example of its page
FROM alpine:3.22
COPY app.js
#^^^ ArgumentCount
#--- the good example of its page
FROM alpine:3.22
COPY app.js /app/
#--- a blank path
FROM alpine:3.22
VOLUME ["/data", " "]
#^^^^^ ArgumentCount
VOLUME ""
#^^^^^ ArgumentCount
#--- a volume in a variable that is always blank
FROM alpine:3.22
ARG MAYBE=
ENV EMPTY= DATA=/data
VOLUME $DATA
VOLUME $MAYBE
VOLUME $EMPTY
#^^^^^ ArgumentCount
VOLUME ["/a", "$NOBODY"]
#^^^^^ ArgumentCount
