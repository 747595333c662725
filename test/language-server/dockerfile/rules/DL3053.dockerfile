#--- the bad example of its page {"labelSchema":{"created":"rfc3339"}}
FROM alpine:3.22
LABEL created="yesterday"
#             ^^^^^^^^^^^ DL3053
#--- the good example of its page {"labelSchema":{"created":"rfc3339"}}
FROM alpine:3.22
LABEL created="2026-01-31T12:00:00Z"
