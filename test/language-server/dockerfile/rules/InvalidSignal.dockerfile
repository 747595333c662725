#--- the bad example of its page
FROM nginx:1.29
STOPSIGNAL SIGSTOPP
#          ^^^^^^^^ InvalidSignal
#--- the good example of its page
FROM nginx:1.29
STOPSIGNAL SIGQUIT
#--- numbers of any sign, and the signals of real time
FROM alpine:3.22
STOPSIGNAL -1
STOPSIGNAL +9
STOPSIGNAL 0
#          ^ InvalidSignal
STOPSIGNAL 99999999999999999999
#          ^^^^^^^^^^^^^^^^^^^^ InvalidSignal
STOPSIGNAL SIGRTMIN+15
STOPSIGNAL SIGRTMIN+16
#          ^^^^^^^^^^^ InvalidSignal
STOPSIGNAL RTMAX-14
STOPSIGNAL RTMAX-15
#          ^^^^^^^^ InvalidSignal
STOPSIGNAL "SIGTERM"
STOPSIGNAL "SIGX"
#          ^^^^^^ InvalidSignal
#--- variables that are the same in every build
FROM alpine:3.22
ENV GOOD=SIGQUIT BAD=SIGX
ARG MAYBE=SIGX
STOPSIGNAL $GOOD
STOPSIGNAL $MAYBE
STOPSIGNAL $BAD
#          ^^^^ InvalidSignal
STOPSIGNAL $NOBODY
#          ^^^^^^^ InvalidSignal
STOPSIGNAL ${NOBODY:-SIGX}
#          ^^^^^^^^^^^^^^^ InvalidSignal
FROM example.org/unknown:1
STOPSIGNAL $NOBODY
