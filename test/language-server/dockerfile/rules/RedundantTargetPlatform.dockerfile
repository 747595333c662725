#--- the bad example of its page
FROM --platform=$TARGETPLATFORM alpine:3.22
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^ RedundantTargetPlatform 💡
#--- the good example of its page
FROM alpine:3.22
