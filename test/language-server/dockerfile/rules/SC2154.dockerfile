#--- the bad example of its page
FROM alpine:3.22
RUN echo "$release"
#         ^^^^^^^^ SC2154
#--- the good example of its page
FROM alpine:3.22
ARG release=1
RUN echo "$release"
