#--- the bad example of its page
FROM debian:13
ENV PATH="/opt/tool/bin:$PATH"
