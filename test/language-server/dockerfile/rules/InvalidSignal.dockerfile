#--- the bad example of its page
FROM nginx:1.29
STOPSIGNAL SIGSTOPP
#          ^^^^^^^^ InvalidSignal
#--- the good example of its page
FROM nginx:1.29
STOPSIGNAL SIGQUIT
