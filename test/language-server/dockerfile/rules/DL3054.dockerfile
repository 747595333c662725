#--- the bad example of its page {"labelSchema":{"licence":"spdx"}}
FROM alpine:3.22
LABEL licence="free for all"
#             ^^^^^^^^^^^^^^ DL3054
#--- the good example of its page {"labelSchema":{"licence":"spdx"}}
FROM alpine:3.22
LABEL licence="MIT"
