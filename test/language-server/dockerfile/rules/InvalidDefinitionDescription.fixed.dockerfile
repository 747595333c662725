#--- the bad example of its page
# check=experimental=all
FROM alpine:3.22
# RELEASE the release to build
ARG RELEASE
