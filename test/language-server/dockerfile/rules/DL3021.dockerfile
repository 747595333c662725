#--- the bad example of its page
FROM alpine:3.22
COPY a b /app
#        ^^^^ DL3021 💡
#--- the good example of its page
FROM alpine:3.22
COPY a b /app/
