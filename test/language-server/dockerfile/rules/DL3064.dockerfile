#--- the bad example of its page
FROM alpine:3.22
ARG USERNAME=jane
#   ^^^^^^^^ DL3064
#--- the good example of its page
FROM alpine:3.22
RUN --mount=type=secret,id=username ./login
#--- a secret before the first FROM
ARG API_KEY
#   ^^^^^^^ DL3064
FROM alpine:3.22
ARG API_KEY
