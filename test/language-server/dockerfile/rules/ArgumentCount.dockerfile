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
