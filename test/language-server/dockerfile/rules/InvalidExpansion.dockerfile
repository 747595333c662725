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
#--- what a pattern escapes
FROM alpine:3.22
ENV A=${B#\*} C=${D%%\?} E=${F//\//x} G=${H#\\} I=${J#"\a"} K=${L/a/\b}
ENV M=${N#\.}
#     ^^^^^^^ InvalidExpansion
ENV O=${P/\a/b}
#     ^^^^^^^^^ InvalidExpansion
#--- a value that is demanded, and that no build can have
FROM alpine:3.22
ENV EMPTY=
LABEL a=${NOBODY:?must} b=${EMPTY:?must} c=${EMPTY?must}
#       ^^^^^^^^^^^^^^^ InvalidExpansion
#                         ^^^^^^^^^^^^^^ InvalidExpansion
COPY <<E /a
${NOBODY?}
#^^^^^^^^^… InvalidExpansion
E
#--- one that an argument, the base image or the file gives
ARG TAG
FROM alpine:${TAG:?must}
ARG VERSION
ENV NAME=x
LABEL a=${VERSION:?must} b=${NAME:?must} c=${PATH:?must}
ONBUILD LABEL a=${NOBODY:?must}
RUN echo ${NOBODY:?must}
FROM example.org/unknown:1
LABEL a=${NOBODY:?must}
