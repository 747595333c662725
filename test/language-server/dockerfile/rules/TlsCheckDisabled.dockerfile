#--- the bad example of its page
FROM debian:13
RUN curl -k https://example.com/tool -o /usr/local/bin/tool
#        ^^ TlsCheckDisabled 💡
#--- the good example of its page
FROM debian:13
RUN curl https://example.com/tool -o /usr/local/bin/tool
#--- other flags, this machine, local packages
FROM alpine:3.22
RUN curl -fsSL https://example.com && wget -q https://example.com
RUN curl -k https://localhost/
RUN apk add --allow-untrusted /tmp/a.apk
#--- settings and variables
FROM node:24
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ TlsCheckDisabled
RUN git config --global http.sslVerify false && npm config set strict-ssl false
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ TlsCheckDisabled
#                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ TlsCheckDisabled
RUN wget \
    --no-check-certificate \
#   ^^^^^^^^^^^^^^^^^^^^^^ TlsCheckDisabled 💡
    https://example.com
RUN curl https://example.com --insecure
#                            ^^^^^^^^^^ TlsCheckDisabled 💡
RUN pip install --trusted-host pypi.org flask
#               ^^^^^^^^^^^^^^ TlsCheckDisabled
