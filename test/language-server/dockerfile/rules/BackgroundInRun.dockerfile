#--- the bad example of its page
FROM redis:8
RUN redis-server &
#   ^^^^^^^^^^^^ BackgroundInRun
#--- the good example of its page
FROM redis:8
CMD ["redis-server"]
#--- waited for, or in a test
FROM alpine:3.22
RUN (sleep 1 & wait)
RUN sleep 1 & wait
RUN ./server & sleep 1 && ./test
#--- && and 2>&1 are other signs
FROM alpine:3.22
RUN make 2>&1 && make install >/dev/null 2>&1
