#--- the bad example of its page
FROM alpine:3.22
ARG A=1
ENV B=${A
#     ^^^ InvalidExpansion
#--- the good example of its page
FROM alpine:3.22
ARG A=1
ENV B=${A}
#--- a curly quote where the straight one is missing is told as what it is
FROM alpine:3.22
VOLUME ["/data“]
#      ^^^^^^^^^ InvalidExpansion 💡
#--- a replacement has two slashes
FROM alpine:3.22
ENV A=${B/x/} C=${B//x/y} D=${B/x/y/z}
ENV E=${B/x}
#     ^^^^^^ InvalidExpansion
ENV F=${B//x}
#     ^^^^^^^ InvalidExpansion
#--- names
FROM alpine:3.22
ENV A=$é B=${é} C=${12} D=${1}
ENV E=${}
#     ^^^ InvalidExpansion
ARG ${x:y}
ARG x=${x:y}
#     ^^^^^^ InvalidExpansion
#--- flags, mounts and heredocs are expanded, too
FROM alpine:3.22
COPY --chown=${B:x} a /b
#            ^^^^^^ InvalidExpansion
COPY --exclude=${B:x} a /b
RUN --mount=type=cache,target=/${B:x} make ${B:x}
#                             ^^^^^^^ InvalidExpansion
COPY <<E /a
it's ${B:-1}
  ${B:x}
#    ^ InvalidExpansion
E
COPY <<'E' /a
${B:x}
E
