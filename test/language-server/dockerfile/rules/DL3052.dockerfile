#--- the bad example of its page {"labelSchema":{"source":"url"}}
FROM alpine:3.22
LABEL source="our repository"
#            ^^^^^^^^^^^^^^^^ DL3052
#--- the good example of its page {"labelSchema":{"source":"url"}}
FROM alpine:3.22
LABEL source="https://example.com/app"
