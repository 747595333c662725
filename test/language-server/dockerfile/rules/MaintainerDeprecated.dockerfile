#--- the bad example of its page
FROM alpine:3.22
MAINTAINER kim@example.com
#^^^^^^^^^ MaintainerDeprecated 💡
#--- the good example of its page
FROM alpine:3.22
LABEL org.opencontainers.image.authors="kim@example.com"
#--- a label would expand a variable
FROM alpine:3.22
MAINTAINER "Jane" $NAME \o/
#^^^^^^^^^ MaintainerDeprecated 💡
