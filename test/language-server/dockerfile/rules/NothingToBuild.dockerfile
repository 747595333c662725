#--- the bad example of its page
ARG RELEASE=1
#^^ NothingToBuild
#--- the good example of its page
ARG RELEASE=3.22
FROM alpine:$RELEASE
