#--- the bad example of its page
ARG SOURCE_DATE_EPOCH=today
#                     ^^^^^ InvalidSourceDateEpoch
FROM alpine:3.22
#--- the good example of its page
ARG SOURCE_DATE_EPOCH=1735689600
FROM alpine:3.22
