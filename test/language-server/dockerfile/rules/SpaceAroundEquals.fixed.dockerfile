#--- the bad example of its page
FROM alpine:3.22
ENV MODE=fast
#--- with blanks in the value, in LABEL
FROM alpine:3.22
ENV A="b c"
LABEL vendor="Kim"
