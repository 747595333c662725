#--- the bad example of its page
FROM debian:13
RUN curl https://example.com/tool -o /usr/local/bin/tool
#--- settings and variables
FROM node:24
ENV NODE_TLS_REJECT_UNAUTHORIZED=0
RUN git config --global http.sslVerify false && npm config set strict-ssl false
RUN wget \
    https://example.com
RUN curl https://example.com
RUN pip install --trusted-host pypi.org flask
