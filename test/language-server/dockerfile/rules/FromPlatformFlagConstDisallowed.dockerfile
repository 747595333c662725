#--- the bad example of its page
FROM --platform=linux/amd64 alpine:3.22
#    ^^^^^^^^^^^^^^^^^^^^^^ FromPlatformFlagConstDisallowed 💡
#--- the good example of its page
FROM alpine:3.22
