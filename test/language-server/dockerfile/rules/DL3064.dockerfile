#--- the bad example of its page
FROM alpine:3.22
ARG USERNAME=jane
#   ^^^^^^^^ DL3064
#--- the good example of its page
FROM alpine:3.22
RUN --mount=type=secret,id=username ./login
