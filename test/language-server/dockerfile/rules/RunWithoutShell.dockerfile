#--- the bad example of its page
FROM scratch
COPY app /app
ENTRYPOINT /app
#          ^^^^ RunWithoutShell 💡
#--- the good example of its page
FROM scratch
COPY app /app
ENTRYPOINT ["/app"]
#--- the JSON form, a shell that was brought along
FROM scratch
COPY app /app
CMD ["/app"]
FROM scratch
ADD rootfs.tar /
RUN uname
FROM gcr.io/distroless/base:debug
RUN uname
FROM scratch
COPY --from=busybox /bin/busybox /bin/sh
RUN uname
#--- a stage on another one
FROM scratch AS base
COPY app /app
FROM base
RUN uname
#   ^^^^^ RunWithoutShell
HEALTHCHECK CMD /app check || exit 1
#           ^^^^^^^^^^^^^^^^^^^^^^^^ RunWithoutShell
