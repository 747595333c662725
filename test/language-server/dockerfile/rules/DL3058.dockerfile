#--- the bad example of its page {"labelSchema":{"contact":"email"}}
FROM alpine:3.22
LABEL contact="kim"
#             ^^^^^ DL3058
#--- the good example of its page {"labelSchema":{"contact":"email"}}
FROM alpine:3.22
LABEL contact="kim@example.com"
