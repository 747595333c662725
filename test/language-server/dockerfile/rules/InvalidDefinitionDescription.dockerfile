#--- the bad example of its page
# check=experimental=all
FROM alpine:3.22
# the release to build
ARG RELEASE
#^^ InvalidDefinitionDescription 💡
#--- the good example of its page
# check=experimental=all
FROM alpine:3.22
# RELEASE is the release to build
ARG RELEASE
