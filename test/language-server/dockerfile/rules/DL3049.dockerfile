#--- the bad example of its page {"labelSchema":{"owner":"text"}}
FROM alpine:3.22
#^^^^^^^^^^^^^^^ DL3049 💡
RUN uname
#--- the good example of its page {"labelSchema":{"owner":"text"}}
FROM alpine:3.22
LABEL owner="kim"
