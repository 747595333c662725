#--- the bad example of its page
FROM alpine:3.22
VOLUME /data
RUN touch /data/ready
#         ^^^^^^^^^^^ WriteAfterVolume
#--- the good example of its page
FROM alpine:3.22
RUN mkdir /data && touch /data/ready
VOLUME /data
#--- before it, beside it, read only
FROM alpine:3.22
RUN touch /data/a
VOLUME /data
RUN touch /database && cat /data/a > /b
COPY a /other/
#--- COPY, redirections, the JSON form
FROM alpine:3.22
VOLUME ["/data", "/log/"]
COPY a /data/
#      ^^^^^^ WriteAfterVolume
RUN echo a > /log/a && touch /data/b
#            ^^^^^^ WriteAfterVolume
