#--- the bad example of its page {"labelSchema":{"owner":"text"}}
FROM alpine:3.22
LABEL owner=""
RUN uname
