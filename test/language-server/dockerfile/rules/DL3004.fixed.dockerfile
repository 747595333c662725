#--- the bad example of its page
FROM debian:13
RUN make
