#--- the bad example of its page {"labelSchema":{"revision":"hash"}}
FROM alpine:3.22
LABEL revision="main"
#              ^^^^^^ DL3055
#--- the good example of its page {"labelSchema":{"revision":"hash"}}
FROM alpine:3.22
LABEL revision="5e6748c"
