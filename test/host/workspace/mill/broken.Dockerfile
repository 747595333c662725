FROM busybox:1.35
LABEL dockwright.test=1
RUN echo going; exit 3
