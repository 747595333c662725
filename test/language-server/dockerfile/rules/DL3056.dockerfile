#--- the bad example of its page {"labelSchema":{"version":"semver"}}
FROM alpine:3.22
LABEL version="newest"
#             ^^^^^^^^ DL3056
#--- the good example of its page {"labelSchema":{"version":"semver"}}
FROM alpine:3.22
LABEL version="1.4.2"
