#--- the bad example of its page {"labelSchema":{"owner":"text"},"strictLabels":true}
FROM alpine:3.22
LABEL owner="kim"
LABEL onwer="kim"
#     ^^^^^ DL3050
#--- the good example of its page {"labelSchema":{"owner":"text"},"strictLabels":true}
FROM alpine:3.22
LABEL owner="kim"
